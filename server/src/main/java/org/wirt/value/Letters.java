package org.wirt.value;

import java.security.SecureRandom;

/// What names and passwords are made of that nobody has chosen, without what is mixed up when it is read
/// aloud or copied by hand.
record Letters(String text) {

    static final Letters SMALL = new Letters("abcdefghijkmnpqrstuvwxyz");
    static final Letters GREAT = new Letters("ABCDEFGHJKLMNPQRSTUVWXYZ");
    static final Letters DIGITS = new Letters("23456789");
    static final Letters ALL = SMALL.and(GREAT).and(DIGITS);

    private static final SecureRandom RANDOM = new SecureRandom();

    Letters and(Letters others) {
        return new Letters(text + others.text);
    }

    /// As chance has it.
    String some(int number) {
        return RANDOM.ints(number, 0, text.length())
                .mapToObj(text::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
