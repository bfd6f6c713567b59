package org.wirt.dialect;

/// Which characters a text of the dialect can have: those that XML 1.0 can carry. Other shapes could carry more, and a
/// database keeps no NUL.
public final class Characters {

    private Characters() {}

    static boolean areAllowed(String text) {
        return isPlain(text) || text.codePoints().allMatch(Characters::isAllowed);
    }

    /// Nearly every text is, and there are millions of them in an answer about everybody.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
        return true;
    }

    static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }

    /// @param name of what is said so
    /// @throws Failed 1019
    public static void check(String name, String text) {
        if (!areAllowed(text)) throw Failed.invalid("The value of " + name + " has characters that no text can have.");
    }

    /// A name is one line: lists tell one in each.
    ///
    /// @throws Failed 1019
    public static void checkLine(String name, String text) {
        check(name, text);
        if (text.codePoints().anyMatch(Character::isISOControl))
            throw Failed.invalid("The value of " + name + " is one line.");
    }

    /// With all that is in it.
    static void check(Element asked) {
        check(asked.name(), asked.exactly());
        asked.children().forEach(Characters::check);
    }
}
