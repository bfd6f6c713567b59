package org.wirt.value;

import java.text.Normalizer;

/// What people type, made clean: composed characters (NFC), no blanks at the ends, nothing invisible that could turn
/// the reading direction or hide. Lengths are counted in code points, as the database counts them.
final class Text {

    private Text() {}

    /// One line; pasted line breaks and tabs become blanks.
    static String line(String typed, int max) {
        return atMost(max, clean(typed, false));
    }

    static String requiredLine(String typed, int max) {
        return required(line(typed, max));
    }

    /// Several lines, with tabs; a line ends with one line feed.
    static String lines(String typed, int max) {
        return atMost(max, clean(typed.replace("\r\n", "\n").replace('\r', '\n'), true));
    }

    static String required(String text) {
        if (text.isEmpty()) throw new InvalidValue("missing");
        return text;
    }

    static String atMost(int max, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > max) throw new InvalidValue("too-long", max, length);
        return text;
    }

    private static String clean(String typed, boolean severalLines) {
        var kept = new StringBuilder(typed.length());
        typed.codePoints().forEach(c -> {
            if (isLayout(c)) kept.append(severalLines ? layout(c) : ' ');
            else if (!isHidden(c)) kept.appendCodePoint(c);
        });
        return stripped(Normalizer.normalize(kept, Normalizer.Form.NFC));
    }

    /// Tab, line feed, and the line and paragraph separators of Unicode.
    private static boolean isLayout(int c) {
        return c == '\t' || c == '\n' || c == 0x2028 || c == 0x2029;
    }

    private static char layout(int c) {
        return c == '\t' ? '\t' : '\n';
    }

    /// Controls, direction marks and overrides, the zero width blank, the byte order mark, and what is no character.
    /// The zero width joiners stay: Persian and emoji need them. Source: Unicode UAX 9, and CVE-2021-42574.
    private static boolean isHidden(int c) {
        return Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.SURROGATE
                || c == 0x061C
                || (c >= 0x200E && c <= 0x200F)
                || c == 0x200B
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x2069)
                || c == 0xFEFF
                || (c & 0xFFFE) == 0xFFFE;
    }

    /// Also takes the no-break blanks and joiners that [String#strip] leaves at the ends.
    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) start++;
        while (end > start && isBlank(text.charAt(end - 1))) end--;
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200C || c == 0x200D;
    }
}
