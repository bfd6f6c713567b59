package org.wirt.rest;

import java.util.List;
import java.util.Locale;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// Whether something is active, and why not.
///
/// @param active whether nothing stands against it, here or above
/// @param reasons its own, the worst first
/// @param above   those of the accounts above it
record Status(boolean active, List<String> reasons, List<String> above) {

    static Status of(Causes own, Causes above) {
        return new Status(own.isActive() && above.isActive(), words(own), words(above));
    }

    private static List<String> words(Causes causes) {
        return causes.list().stream()
                .map(Cause::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }
}
