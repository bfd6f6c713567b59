package org.wirt.plan;

/// What the number of a limit counts.
public enum Unit {
    COUNT,
    BYTES,
    /// Per calendar month in the server's time zone.
    BYTES_PER_MONTH,
    BYTES_PER_SECOND,
    MESSAGES_PER_HOUR,
    PERCENT
}
