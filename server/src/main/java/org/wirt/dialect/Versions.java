package org.wirt.dialect;

import java.util.List;

/// The versions of the protocol that are answered. All mean the same; clients choose by what is listed.
public final class Versions {

    public static final List<String> ALL = List.of(
            "1.0.0.0", "1.3.1.0", "1.3.4.0", "1.3.4.1", "1.3.5.1", "1.4.0.0", "1.4.1.0", "1.4.1.1", "1.4.1.2",
            "1.4.2.0", "1.5.0.0", "1.5.1.0", "1.5.2.0", "1.5.2.1", "1.6.0.0", "1.6.0.1", "1.6.0.2", "1.6.1.0",
            "1.6.2.0", "1.6.3.0", "1.6.3.1", "1.6.3.2", "1.6.3.3", "1.6.3.4", "1.6.3.5", "1.6.4.0", "1.6.5.0",
            "1.6.6.0", "1.6.7.0", "1.6.8.0", "1.6.9.0", "1.6.9.1");

    public static final String NEWEST = ALL.getLast();

    private Versions() {}

    /// What the answer carries: the version asked for; none means the newest, a short one the newest that begins so.
    ///
    /// @throws Fault 1005 for one that is unknown
    public static String answered(String asked) {
        if (asked.isEmpty()) return NEWEST;
        if (ALL.contains(asked) || ALL.stream().anyMatch(v -> v.startsWith(asked + "."))) return asked;
        throw new Fault(ErrorNumbers.VERSION, "Unsupported protocol version " + asked);
    }
}
