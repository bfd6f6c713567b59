package org.wirt.dialect;

import java.util.List;

/// The kinds of hosting that the dialect has words for.
final class HostingKinds {

    static final String REAL = "vrt_hst";
    static final String NONE = "none";

    private static final String SAID = "htype";
    private static final List<String> ALL = List.of(REAL, RedirectWords.STANDARD, RedirectWords.FRAME, NONE);

    private HostingKinds() {}

    /// There is hosting or none: what is said of it in two places must be the same.
    ///
    /// @param kind as named in the general part; empty: it is not
    static void check(Element hosting, String kind) {
        if (!kind.isEmpty() && !ALL.contains(kind)) throw Failed.invalid("Unknown hosting type " + kind);
        var said =
                ALL.stream().filter(one -> hosting.has(one) || kind.equals(one)).toList();
        if (said.size() > 1) throw Failed.invalid("The hosting is said to be two things: " + String.join(", ", said));
        if (RedirectWords.isKind(kind) && RedirectWords.of(hosting).isEmpty())
            throw Failed.invalid("Where it leads to is said in hosting.");
    }

    /// The same of hosting that is there already. Its kind alone, without what it is to be, would change nothing.
    static void checkAgain(Element values, Element setup) {
        if (!setup.has(SAID)) return;
        if (!values.has(HostingProperties.GROUP)) throw Failed.invalid("What hosting it is to be is said in hosting.");
        check(values.part(HostingProperties.GROUP), setup.text(SAID));
    }
}
