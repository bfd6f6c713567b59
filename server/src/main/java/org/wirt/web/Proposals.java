package org.wirt.web;

import java.util.HashMap;
import java.util.Map;
import org.wirt.value.RandomPassword;
import org.wirt.value.SystemUserName;

/// What forms offer before anybody has typed: a free-looking system user and a strong password for it.
final class Proposals {

    private static final String PASSWORD = "systemUserPassword";

    private Proposals() {}

    /// By field of a form that makes a subscription.
    static Map<String, String> systemUser() {
        var typed = new HashMap<String, String>();
        typed.put("systemUser", SystemUserName.random().text());
        typed.put(PASSWORD, RandomPassword.make());
        return typed;
    }

    /// What was typed instead. This password stands on the page in clear; a person's own ones do not come back.
    static Map<String, String> kept(Visit visit) {
        var typed = new HashMap<>(Words.firsts(visit.parameters()));
        typed.put(PASSWORD, visit.parameter(PASSWORD));
        return typed;
    }
}
