package org.wirt.bin;

import java.util.Locale;
import java.util.regex.Pattern;
import org.wirt.dialect.Failed;

/// Numbers as they are typed: plain, or sizes with a letter behind, each 1024 times the one before.
final class Sizes {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([BKMGT])B?");
    private static final String LETTERS = "BKMGT";
    private static final int STEP = 10;

    private Sizes() {}

    /// In bytes, or as it is; -1 and `unlimited` are without end.
    static String read(String typed) {
        var text = typed.strip();
        if (text.equalsIgnoreCase("unlimited")) return "-1";
        var size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!size.matches()) return text;
        try {
            long unit = 1L << (STEP * LETTERS.indexOf(size.group(2)));
            return Long.toString(Math.multiplyExact(Long.parseLong(size.group(1)), unit));
        } catch (ArithmeticException _) {
            throw Failed.invalid("Too large: " + typed);
        }
    }
}
