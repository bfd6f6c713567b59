package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.OpenSessionCounts;

/// What hangs on the targets of a verb, in numbers, in one statement however many they are: subscriptions, websites,
/// mailboxes, forwards, and open sessions where they end, users and space where all that goes.
@Component
class Counts {

    private static final String BELOW = """
            with a as (select id from wirt.account where %s),
                 s as (select id, disk_used from wirt.subscription where %s)
            select (select count(*) from a) accounts,
                   (select count(*) from s) subscriptions,
                   (select coalesce(sum(disk_used), 0)::bigint from s) bytes,
                   (select count(*) from wirt.site where subscription_id in (select id from s)) sites,
                   (select count(*) from wirt.mailbox where subscription_id in (select id from s)) mailboxes,
                   (select count(*) from wirt.forward where subscription_id in (select id from s)) forwards,
                   (select count(*) from wirt.login where not owner and account_id in (select id from a)) users,
                   array(select id from a) account_ids,
                   array(select id from s) subscription_ids""";

    // The administrator's realm is 1: no customer's id, so a reseller's realm is never taken for it.
    private static final String ACCOUNTS =
            BELOW.formatted("id = any(?) or reseller_id = any(?)", "customer_id in (select id from a)");
    private static final String SUBSCRIPTIONS = BELOW.formatted("false", "id = any(?) or id = any(?)");

    private final DSLContext database;
    private final OpenSessionCounts sessions;
    private final NodeViews nodes;
    private final ScopedTransaction transaction;

    Counts(DSLContext database, OpenSessionCounts sessions, NodeViews nodes, ScopedTransaction transaction) {
        this.database = database;
        this.sessions = sessions;
        this.nodes = nodes;
        this.transaction = transaction;
    }

    /// Nothing is counted for kinds that have nothing below them, nor for deeds that touch nothing below.
    List<String> of(Visit visit, String verb, String object, List<Long> ids) {
        if (ids.isEmpty() || verb.endsWith(".message")) return List.of();
        var accounts = object.equals("customer") || object.equals("reseller");
        if (!accounts && !object.equals("subscription")) return List.of();
        var own = ids.toArray(Long[]::new);
        var row = transaction.read(
                visit.scope(), () -> database.fetchSingle(accounts ? ACCOUNTS : SUBSCRIPTIONS, own, own));
        boolean removal = verb.endsWith(".remove");
        var texts = new ArrayList<String>();
        if (object.equals("reseller")) add(texts, visit, "customers", number(row, "accounts") - ids.size());
        if (accounts) add(texts, visit, "subscriptions", number(row, "subscriptions"));
        add(texts, visit, removal ? "domains" : "sites", number(row, "sites"));
        add(texts, visit, "mailboxes", number(row, "mailboxes"));
        if (number(row, "forwards") > 0) add(texts, visit, "forwards", number(row, "forwards"));
        if (removal && accounts) add(texts, visit, "users", number(row, "users"));
        if (removal) texts.add(visit.t().size(row.get("bytes", Long.class)));
        if (verb.endsWith(".suspend")) sessions(row).ifPresent(text -> add(texts, visit, text.what, text.number));
        return texts;
    }

    private record Sessions(String what, int number) {}

    /// Who is inside on a node with servers of its own is known there alone.
    private Optional<Sessions> sessions(Record row) {
        int open = sessions.of(ids(row, "account_ids"), ids(row, "subscription_ids"));
        if (nodes.serving().isEmpty()) return Optional.of(new Sessions("sessions", open));
        return open == 0 ? Optional.empty() : Optional.of(new Sessions("panel-sessions", open));
    }

    private static Set<Long> ids(Record row, String column) {
        return Set.of(row.get(column, Long[].class));
    }

    private static int number(Record row, String column) {
        return row.get(column, Integer.class);
    }

    private static void add(List<String> texts, Visit visit, String what, int number) {
        texts.add(visit.t().of("web.counts." + what, number));
    }
}
