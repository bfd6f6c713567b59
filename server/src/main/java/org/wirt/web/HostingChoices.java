package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Resellers;
import org.wirt.subscription.Plans;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Texts;

/// What the filters of the lists of subscriptions and domains offer.
@Component
class HostingChoices {

    private static final int MANY = 200;

    private final DSLContext database;
    private final Resellers resellers;
    private final ScopedTransaction transaction;

    HostingChoices(DSLContext database, Resellers resellers, ScopedTransaction transaction) {
        this.database = database;
        this.resellers = resellers;
        this.transaction = transaction;
    }

    /// A filter by provider, which only the administrator needs.
    void provider(ListDraft draft, Visit visit) {
        if (visit.level() != Level.ADMINISTRATOR) return;
        var t = visit.t();
        var some = draft.open()
                ? transaction.read(visit.scope(), () -> resellers.names(Resellers.MANY))
                : List.<Resellers.Named>of();
        draft.filter(Field.choice("provider", t.of("web.provider"), providers(t, some)));
    }

    static List<Option> providers(Texts t, List<Resellers.Named> some) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        options.add(new Option("me", t.of("web.level.administrator")));
        options.addAll(AccountOptions.resellers(some));
        return options;
    }

    /// A filter by one of the reader's own plans.
    ListDraft plan(ListDraft draft, Visit visit, Plans.Kind kind) {
        var t = visit.t();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        options.add(new Option("custom", t.of("web.custom")));
        if (draft.open()) options.addAll(plans(visit, kind));
        var label = kind == Plans.Kind.RESELLER ? "web.reseller-plan" : "web.service-plan";
        return draft.filter(Field.choice("plan", t.of(label), options));
    }

    /// The first so many.
    private List<Option> plans(Visit visit, Plans.Kind kind) {
        return transaction.read(
                visit.scope(),
                () -> database.resultQuery(
                                "select id, name from wirt.plan where kind = ? and account_id = ? order by lower(name), id limit ?",
                                kind.name(),
                                visit.scope().accountId(),
                                MANY)
                        .fetch(r -> new Option(String.valueOf(r.get(0)), r.get(1, String.class))));
    }
}
