package org.wirt.web.ui;

import org.wirt.speech.Texts;

/// How many there are; a capped count says at least so many.
public record Total(long number, boolean capped) {

    public static Total of(long number) {
        return new Total(number, false);
    }

    public String text(Texts t) {
        return t.count(number) + (capped ? "+" : "");
    }
}
