package org.wirt.web;

import java.security.SecureRandom;

/// What forms offer before anybody has typed: a free-looking system user and a strong password for it.
final class Proposals {

    private static final SecureRandom CHANCE = new SecureRandom();
    // Without what is mixed up when it is read aloud or copied by hand.
    private static final String SMALL = "abcdefghijkmnpqrstuvwxyz";
    private static final String GREAT = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    private static final String SIGNS = "-_.!+";

    private Proposals() {}

    static String systemUser() {
        return "u" + some(SMALL + DIGITS, 8);
    }

    static String password() {
        return some(GREAT, 1) + some(SMALL + GREAT + DIGITS, 14) + some(SIGNS, 1) + some(DIGITS, 1) + some(SMALL, 1);
    }

    private static String some(String letters, int number) {
        return CHANCE.ints(number, 0, letters.length())
                .mapToObj(letters::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
