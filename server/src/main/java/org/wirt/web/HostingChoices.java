package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Resellers;
import org.wirt.web.ui.Option;

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

    List<Option> providers(Visit visit) {
        var t = visit.t();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        options.add(new Option("me", t.of("web.level.administrator")));
        transaction
                .read(visit.scope(), () -> resellers.names(Resellers.MANY))
                .forEach(r -> options.add(new Option(String.valueOf(r.id()), r.name())));
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
