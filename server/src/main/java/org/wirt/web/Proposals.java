package org.wirt.web;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/// What forms offer before anybody has typed: a free-looking system user and a strong password for it.
final class Proposals {

    private static final SecureRandom CHANCE = new SecureRandom();
    // Without what is mixed up when it is read aloud or copied by hand.
    private static final String SMALL = "abcdefghijkmnpqrstuvwxyz";
    private static final String GREAT = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    private static final String PASSWORD = "systemUserPassword";
    private static final String SIGNS = "-_.!+";

    private Proposals() {}

    /// By field of a form that makes a subscription.
    static Map<String, String> systemUser() {
        var typed = new HashMap<String, String>();
        typed.put("systemUser", "u" + some(SMALL + DIGITS, 8));
        typed.put(PASSWORD, password());
        return typed;
    }

    /// What was typed instead. This password stands on the page in clear; a person's own ones do not come back.
    static Map<String, String> kept(Visit visit) {
        var typed = new HashMap<>(Words.firsts(visit.parameters()));
        typed.put(PASSWORD, visit.parameter(PASSWORD));
        return typed;
    }

    private static String password() {
        return some(GREAT, 1) + some(SMALL + GREAT + DIGITS, 14) + some(SIGNS, 1) + some(DIGITS, 1) + some(SMALL, 1);
    }

    private static String some(String letters, int number) {
        return CHANCE.ints(number, 0, letters.length())
                .mapToObj(letters::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
