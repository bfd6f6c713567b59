package org.wirt.hook;

import java.util.Locale;

/// Why an event was not delivered.
enum Failure {
    /// The name leads where web hooks do not go.
    NOT_PUBLIC,
    NAME_UNKNOWN,
    UNREACHABLE,
    TIMED_OUT,
    /// It was kept with the key of another data home.
    SECRET_LOST,
    /// No encrypted connection came about.
    NOT_TRUSTED,
    BROKEN_OFF,
    REDIRECTED,
    /// Any other answer than "taken".
    REFUSED;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
