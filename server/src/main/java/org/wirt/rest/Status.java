package org.wirt.rest;

import java.util.List;
import java.util.stream.Stream;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// Whether something is active, and why not.
///
/// @param active whether nothing stands against it, here or above
/// @param reasons its own, the worst first
/// @param above   those of the accounts above it
record Status(boolean active, List<String> reasons, List<String> above) {

    private static final String DISABLED = "disabled";

    static Status of(Causes own, Causes above) {
        return new Status(own.isActive() && above.isActive(), words(own), words(above));
    }

    /// Of a site that is switched off altogether: it is answered like one that is not there.
    Status with(boolean disabled) {
        if (!disabled) return this;
        return new Status(
                false, Stream.concat(Stream.of(DISABLED), reasons.stream()).toList(), above);
    }

    private static List<String> words(Causes causes) {
        return causes.list().stream().map(Cause::word).toList();
    }
}
