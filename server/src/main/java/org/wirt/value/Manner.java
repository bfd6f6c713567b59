package org.wirt.value;

import java.util.function.Supplier;

/// How strictly names and passwords are taken that somebody chooses: by the rules of the house, as pages and Wirt's own
/// interface do, or as the panels took them whose dialects are spoken. Bound for the length of one request, because it
/// is asked for deep inside, where a value is read.
public enum Manner {
    HOUSE,
    DIALECT;

    private static final ScopedValue<Manner> NOW = ScopedValue.newInstance();

    public static boolean isHouse() {
        return NOW.orElse(HOUSE) == HOUSE;
    }

    /// Reads and does everything in there like this.
    public <T> T taking(Supplier<T> work) {
        return ScopedValue.where(NOW, this).call(work::get);
    }
}
