package org.wirt.plan;

/// How the values of several subscriptions become one, or those of a plan and its add-ons.
public enum Combining {
    SUM,
    MAX,
    /// Not at all: each has its own.
    NONE
}
