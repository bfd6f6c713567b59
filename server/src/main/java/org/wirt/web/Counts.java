package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;

/// What hangs on the targets of a verb, in numbers: subscriptions, websites, mailboxes, users, open sessions.
@Component
class Counts {

    private final DSLContext database;
    private final ScopedTransaction transaction;

    Counts(DSLContext database, ScopedTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /// Nothing is counted for kinds that have nothing below them.
    List<String> of(Visit visit, String object, List<Long> ids) {
        if (ids.isEmpty()) return List.of();
        var accounts = object.equals("customer") || object.equals("reseller");
        if (!accounts && !object.equals("subscription")) return List.of();
        var column = accounts ? "a.id" : "s.id";
        var which = accounts ? "(a.id = any(?) or a.reseller_id = any(?))" : "(s.id = any(?) or s.id = any(?))";
        var own = ids.toArray(Long[]::new);
        // The administrator's realm is 1: no customer's id, so a reseller's realm is never taken for it.
        var row = transaction.read(
                visit.scope(),
                () -> database.fetchSingle(
                        "select count(distinct a.id) accounts, count(distinct s.id) subscriptions, count(distinct w.id) sites, count(distinct m.id) mailboxes "
                                + "from wirt.account a left join wirt.subscription s on s.customer_id = a.id left join wirt.site w on w.subscription_id = s.id "
                                + "left join wirt.mailbox m on m.subscription_id = s.id where " + which + " and "
                                + column + " is not null",
                        own,
                        own));
        var texts = new ArrayList<String>();
        if (object.equals("reseller")) {
            add(texts, visit, "customers", row.get("accounts", Integer.class) - ids.size());
        }
        if (accounts) add(texts, visit, "subscriptions", row.get("subscriptions", Integer.class));
        add(texts, visit, "sites", row.get("sites", Integer.class));
        add(texts, visit, "mailboxes", row.get("mailboxes", Integer.class));
        return texts;
    }

    private static void add(List<String> texts, Visit visit, String what, int number) {
        texts.add(visit.t().of("web.counts." + what, number));
    }
}
