package org.wirt.dialect;

import java.util.regex.Pattern;

/// What databases, their users and the machines that these come from may be called: what some database server can have.
final class DatabaseNames {

    private static final int DATABASE = 64;
    private static final int LOGIN = 32;

    /// Neither control characters, nor blanks and other separators, nor quotes.
    private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Z}\\s/\\\\;:,'\"`´]+");

    /// A name or address of one or of many: wildcards, or with a mask.
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._:%*/-]{1,255}");

    /// What is written as four numbers is an address, in each of them.
    private static final Pattern FOUR = Pattern.compile("[\\d.]+(/[\\d.]+)?");

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern ADDRESS =
            Pattern.compile("(%1$s\\.){1,3}(%1$s)?(/((%1$s\\.){3}%1$s|\\d{1,2}))?".formatted(BYTE));

    private DatabaseNames() {}

    static String database(String said) {
        return name("name of the database", said, DATABASE);
    }

    static String login(String said) {
        return name("login", said, LOGIN);
    }

    private static String name(String what, String said, int most) {
        if (said.isEmpty()) throw Failed.invalid("The " + what + " is missing.");
        if (said.length() > most) throw Failed.invalid("The " + what + " has at most " + most + " characters.");
        if (!NAME.matcher(said).matches())
            throw Failed.invalid("The " + what + " has no separators, quotes or control characters.");
        return said;
    }

    /// From where a user may come.
    static String origin(String said) {
        boolean address = FOUR.matcher(said).matches();
        if (!(address ? ADDRESS : HOST).matcher(said).matches()) throw Failed.invalid("The host is none: " + said);
        return said;
    }
}
