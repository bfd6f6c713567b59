package org.wirt.access;

/// Which way somebody came in; part of every audit line.
public enum Door {
    PAGE,
    JSON,
    XML,
    REST_V2,
    COMMAND_LINE,
    SYSTEM
}
