package org.wirt.xml;

import java.io.Serial;

/// The packet as a whole is refused, before anything in it was done.
final class Fault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int number;

    Fault(int number, String text) {
        super(text, null, false, false);
        this.number = number;
    }

    static Fault malformed(String why) {
        return new Fault(ErrorNumbers.MALFORMED, "Parser error: " + why);
    }

    int number() {
        return number;
    }

    String text() {
        var text = getMessage();
        return text == null ? "" : text;
    }
}
