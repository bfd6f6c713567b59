package org.wirt.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirt.hosting.Redirect;
import org.wirt.hosting.Redirect.Mode;

/// Sites that lead elsewhere in place of having hosting, in the words of the dialect: a standard forward sends visitors
/// on, one with a frame shows them the other address.
final class RedirectWords {

    static final String STANDARD = "std_fwd";
    static final String FRAME = "frm_fwd";

    private static final String TARGET = "dest_url";
    private static final String CODE = "http_code";

    private RedirectWords() {}

    static boolean isKind(String kind) {
        return kind.equals(STANDARD) || kind.equals(FRAME);
    }

    /// What is said of one among what is said of hosting.
    static Optional<Element> of(Element hosting) {
        return Stream.of(STANDARD, FRAME)
                .flatMap(kind -> hosting.child(kind).stream())
                .findFirst();
    }

    /// The same as the verb wants it.
    ///
    /// @param now what there is: whoever says no code leaves it as it is
    static Map<String, String> input(Element said, Optional<Redirect> now) {
        return Map.of("target", said.text(TARGET), "mode", mode(said, now).name());
    }

    private static Mode mode(Element said, Optional<Redirect> now) {
        if (said.name().equals(FRAME)) return Mode.FRAME;
        return switch (said.text(CODE)) {
            case "" ->
                now.map(Redirect::mode).filter(mode -> mode != Mode.FRAME).orElse(Mode.PERMANENT);
            case "301" -> Mode.PERMANENT;
            case "302" -> Mode.TEMPORARY;
            default -> throw Failed.invalid("The property http_code is 301 or 302.");
        };
    }

    static String kind(Redirect redirect) {
        return redirect.mode() == Mode.FRAME ? FRAME : STANDARD;
    }

    static Element told(Redirect redirect, String address) {
        var told = new Element(kind(redirect)).add(TARGET, redirect.target().text());
        if (redirect.mode() != Mode.FRAME) told.add(CODE, redirect.mode().status());
        return told.add("ip_address", address);
    }
}
