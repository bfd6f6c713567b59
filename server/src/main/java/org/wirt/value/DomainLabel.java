package org.wirt.value;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// One label of a domain name, from what is typed to what the DNS knows, and back.
final class DomainLabel {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern UNDERSCORED = Pattern.compile("(?!-)(?=[a-z0-9-]*_)[a-z0-9_-]{1,63}(?<!-)");
    private static final String PREFIX = "xn--";

    private DomainLabel() {}

    static String ascii(String typed) {
        var label = folded(typed);
        if (label.startsWith(PREFIX)) label = decoded(label);
        return PLAIN.matcher(label).matches() ? plain(label) : encoded(label);
    }

    /// Also with underscores, as the names of services and keys have them (RFC 8552).
    static String ofRecord(String typed) {
        var label = folded(typed);
        return UNDERSCORED.matcher(label).matches() ? label : ascii(typed);
    }

    static String display(String ascii) {
        return ascii.startsWith(PREFIX) ? Punycode.decode(ascii.substring(PREFIX.length())) : ascii;
    }

    /// Letter by letter, because a word's last sigma is a letter of its own in IDNA.
    private static String folded(String typed) {
        var label = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(label::appendCodePoint);
        return Normalizer.normalize(label, Normalizer.Form.NFC);
    }

    /// RFC 5891 4.2.3.1: hyphens in the third and fourth place are kept for prefixes.
    private static String plain(String label) {
        if (label.startsWith("--", 2)) throw new InvalidValue("domain-form");
        return label;
    }

    private static String encoded(String label) {
        if (label.codePoints().allMatch(c -> c < 0x80) || !label.codePoints().allMatch(DomainLabel::belongs)) {
            throw new InvalidValue("domain-form");
        }
        if (label.startsWith("-") || label.endsWith("-") || label.startsWith("--", 2)) {
            throw new InvalidValue("domain-form");
        }
        if (isMark(label.codePointAt(0))) throw new InvalidValue("domain-form");
        var ascii = PREFIX + Punycode.encode(label);
        if (ascii.length() > 63) throw new InvalidValue("domain-form");
        return ascii;
    }

    /// What the prefixed label says, once it is the one spelling that says it (RFC 5891 5.4).
    private static String decoded(String ascii) {
        var label = Punycode.decode(ascii.substring(PREFIX.length()));
        if (label.codePoints().allMatch(c -> c < 0x80)
                || !folded(label).equals(label)
                || !ascii.equals(PREFIX + Punycode.encode(label))) {
            throw new InvalidValue("domain-form");
        }
        return label;
    }

    /// Letters, digits and marks of any script, the hyphen, and the Catalan middle dot (RFC 5892 2.1, A.3).
    private static boolean belongs(int c) {
        return c < 0x80 ? c == '-' || PLAIN.matcher(Character.toString(c)).matches() : isLetterOrMark(c);
    }

    private static boolean isLetterOrMark(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                || isMark(c)
                || c == 0xB7;
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
