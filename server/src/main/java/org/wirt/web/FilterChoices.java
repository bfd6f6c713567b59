package org.wirt.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Resellers;
import org.wirt.hosting.NodeViews;
import org.wirt.subscription.Plans;
import org.wirt.value.Briefly;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Option;

/// What the filters of the lists offer. It may be a second old, because every page of a filtered list asks for it.
@Component
class FilterChoices {

    private static final int MANY = 200;
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private record PlansOf(Scope scope, Plans.Kind kind) {}

    private final DSLContext database;
    private final Resellers resellers;
    private final NodeViews views;
    private final ScopedTransaction transaction;
    private final Briefly<Scope, List<Option>> providers;
    private final Briefly<PlansOf, List<Option>> plans;

    FilterChoices(
            DSLContext database, Resellers resellers, NodeViews views, ScopedTransaction transaction, Clock clock) {
        this.database = database;
        this.resellers = resellers;
        this.views = views;
        this.transaction = transaction;
        this.providers = new Briefly<>(REMEMBERED, clock);
        this.plans = new Briefly<>(REMEMBERED, clock);
    }

    /// A filter by provider, which only the administrator needs.
    ListDraft provider(ListDraft draft, Visit visit) {
        if (visit.level() != Level.ADMINISTRATOR) return draft;
        var t = visit.t();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        options.add(new Option("me", t.of("web.level.administrator")));
        if (draft.open()) options.addAll(providers.get(visit.scope(), () -> providers(visit.scope())));
        return draft.filter(Field.choice("provider", t.of("web.provider"), options));
    }

    /// A filter by the machine, where there are several.
    ListDraft node(ListDraft draft, Visit visit) {
        if (visit.level() != Level.ADMINISTRATOR) return draft;
        var nodes = views.serving();
        if (nodes.size() < 2) return draft;
        var t = visit.t();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        for (var node : nodes) options.add(new Option(String.valueOf(node.id()), node.name()));
        return draft.filter(Field.choice("node", t.of("web.nodes.name"), options));
    }

    private List<Option> providers(Scope scope) {
        return AccountOptions.resellers(transaction.read(scope, () -> resellers.names(Resellers.MANY)));
    }

    /// A filter by one of the reader's own plans.
    ListDraft plan(ListDraft draft, Visit visit, Plans.Kind kind) {
        var t = visit.t();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        options.add(new Option("custom", t.of("web.custom")));
        var asked = new PlansOf(visit.scope(), kind);
        if (draft.open()) options.addAll(plans.get(asked, () -> plans(asked)));
        var label = kind == Plans.Kind.RESELLER ? "web.reseller-plan" : "web.service-plan";
        return draft.filter(Field.choice("plan", t.of(label), options));
    }

    /// The first so many.
    private List<Option> plans(PlansOf asked) {
        return transaction.read(
                asked.scope(),
                () -> database.resultQuery(
                                "select id, name from wirt.plan where kind = ? and account_id = ? order by lower(name), id limit ?",
                                asked.kind().name(),
                                asked.scope().accountId(),
                                MANY)
                        .fetch(r -> new Option(String.valueOf(r.get(0)), r.get(1, String.class))));
    }
}
