package org.wirt.access;

/// Which way somebody came in; part of every audit line.
public enum Door {
    PAGE,
    JSON,
    XML,
    COMMAND_LINE,
    SYSTEM
}
