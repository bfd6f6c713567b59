package org.wirt.dialect;

import java.io.Serial;

/// The packet as a whole is refused, before anything in it was done.
public final class Fault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int number;

    public Fault(int number, String text) {
        super(text, null, false, false);
        this.number = number;
    }

    public static Fault malformed(String why) {
        return new Fault(ErrorNumbers.MALFORMED, "Parser error: " + why);
    }

    public int number() {
        return number;
    }

    public String text() {
        var text = getMessage();
        return text == null ? "" : text;
    }
}
