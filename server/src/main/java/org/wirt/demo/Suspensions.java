package org.wirt.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.wirt.value.Cause;
import org.wirt.value.MailPolicy;

/// Some of everything is dark, for each reason somebody can meet.
final class Suspensions {

    private final DSLContext database;
    private final Map<Long, String> resellers = new HashMap<>();
    private final Rows reasons = new Rows(
            "reason",
            "subject text",
            "subject_id bigint",
            "account_id bigint",
            "reseller_id bigint",
            "code integer",
            "author text",
            "text text",
            "mail integer");

    Suspensions(DSLContext database) {
        this.database = database;
    }

    /// @param accounts the resellers before their customers
    void write(List<Accounts.Made> accounts, List<Hostings.Made> subscriptions) {
        for (var who : accounts) if (who.reseller()) resellers.put(who.id(), who.username());
        accounts.forEach(this::account);
        subscriptions.forEach(this::subscription);
        reasons.insert(database);
    }

    private void account(Accounts.Made who) {
        int i = who.number();
        if (who.reseller()) {
            if (i > 3 && i % 9 == 4) reason("account", who.id(), who, Cause.ADMIN, "Vertrag gekündigt");
            return;
        }
        if (i % 29 == 5) reason("account", who.id(), who, Cause.ADMIN, "Rechnung seit 30 Tagen offen");
        if (i % 31 == 7 && who.realm() != 1) reason("account", who.id(), who, Cause.RESELLER, "Lastschrift geplatzt");
        if (i % 97 == 11) reason("account", who.id(), who, Cause.SECURITY, "Phishing-Seite gemeldet");
    }

    private void subscription(Hostings.Made which) {
        int i = which.number();
        var who = which.owner();
        if (!who.reseller() && who.number() == 0) {
            first(which);
            return;
        }
        if (i % 43 == 1) reason("subscription", which.id(), who, Cause.ADMIN, "Auf Wunsch des Kunden");
        if (i % 47 == 8 && who.realm() != 1) reason("subscription", which.id(), who, Cause.RESELLER, "");
        if (i % 53 == 12) reason("subscription", which.id(), who, Cause.OVERUSE, "");
        if (i % 101 == 20) reason("subscription", which.id(), who, Cause.SECURITY, "Spam-Versand");
        if (i % 19 == 3) reason("site", which.sites().getLast(), who, Cause.WEB_OFF, "");
    }

    /// The first customer is the one that is shown: two subscriptions run, the third is suspended.
    private void first(Hostings.Made which) {
        if (which.ordinal() == 2)
            reason("subscription", which.id(), which.owner(), Cause.ADMIN, "Auf Wunsch des Kunden");
    }

    private void reason(String subject, long id, Accounts.Made who, Cause cause, String text) {
        var author = switch (cause) {
            case RESELLER -> resellers.getOrDefault(who.realm(), "");
            case WEB_OFF -> who.username();
            default -> "admin";
        };
        // Whatever sends spam or takes phished mail is to hear nothing more.
        var mail = cause == Cause.SECURITY ? MailPolicy.REJECT : MailPolicy.DEFER;
        reasons.add(subject, id, who.id(), who.realm(), cause.code(), author, text, mail.code());
    }
}
