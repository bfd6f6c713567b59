package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Resellers;
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
        var some = transaction.read(visit.scope(), () -> resellers.names(Resellers.MANY));
        draft.filter(Field.choice("provider", t.of("web.provider"), providers(t, some)));
    }

    static List<Option> providers(Texts t, List<Resellers.Named> some) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        options.add(new Option("me", t.of("web.level.administrator")));
        options.addAll(AccountOptions.resellers(some));
        return options;
    }

    /// The reader's own plans; the first so many.
    List<Option> plans(Visit visit) {
        var t = visit.t();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        options.add(new Option("custom", t.of("web.custom")));
        transaction
                .read(
                        visit.scope(),
                        () -> database.fetch(
                                "select id, name from wirt.plan where kind = 'HOSTING' and account_id = ? order by lower(name), id limit ?",
                                visit.scope().accountId(),
                                MANY))
                .forEach(r -> options.add(new Option(String.valueOf(r.get(0)), r.get(1, String.class))));
        return options;
    }
}
