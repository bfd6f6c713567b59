package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Resellers;
import org.wirt.speech.Texts;
import org.wirt.subscription.Plans;
import org.wirt.subscription.Provider;
import org.wirt.web.ui.Option;

/// What selects of plans and providers offer.
@Component
class PlanChoices {

    private static final int ALL = 20_000;

    private final Plans plans;
    private final Resellers resellers;
    private final ScopedTransaction transaction;

    PlanChoices(Plans plans, Resellers resellers, ScopedTransaction transaction) {
        this.plans = plans;
        this.resellers = resellers;
        this.transaction = transaction;
    }

    /// The plans of a provider below a first entry that means none.
    List<Option> plans(Visit visit, long owner, Plans.Kind kind, String none) {
        var options = new ArrayList<Option>();
        options.add(new Option("", none));
        for (var plan : transaction.read(visit.scope(), () -> plans.offered(owner, kind))) {
            options.add(new Option(String.valueOf(plan.id()), plan.name()));
        }
        return options;
    }

    /// The administrator first, then every reseller; a reseller chooses nobody.
    List<Option> providers(Visit visit) {
        if (visit.level() != Level.ADMINISTRATOR) return List.of();
        Texts t = visit.t();
        var options = new ArrayList<Option>();
        options.add(new Option("1", t.of("web.level.administrator")));
        options.addAll(AccountOptions.resellers(transaction.read(visit.scope(), () -> resellers.names(ALL))));
        return options;
    }

    /// The same as far as a select is comfortable: of many resellers those that were searched for.
    ///
    /// @param chosen stays among them
    Found providers(Visit visit, String text, Provider chosen) {
        if (visit.level() != Level.ADMINISTRATOR) return new Found(List.of(), false);
        boolean many = transaction
                        .read(visit.scope(), () -> resellers.names(Resellers.MANY + 1))
                        .size()
                > Resellers.MANY;
        var options = new ArrayList<Option>();
        options.add(new Option("1", visit.t().of("web.level.administrator")));
        var found = AccountOptions.resellers(
                transaction.read(visit.scope(), () -> resellers.names(many ? text : "", Resellers.MANY)));
        if (many && chosen.id() != Scope.ADMINISTRATOR) options.add(option(chosen, found));
        for (var option : found) {
            if (options.stream().noneMatch(o -> o.value().equals(option.value()))) options.add(option);
        }
        return new Found(options, many);
    }

    private static Option option(Provider chosen, List<Option> found) {
        var id = String.valueOf(chosen.id());
        return found.stream()
                .filter(o -> o.value().equals(id))
                .findFirst()
                .orElseGet(() -> new Option(id, chosen.name()));
    }

    /// @param many so that they must be searched
    record Found(List<Option> options, boolean many) {}

    /// The default plan is proposed, or the first where the provider has none of that name.
    static String proposed(List<Option> plans) {
        return plans.stream()
                .filter(plan -> plan.label().equals(Plans.DEFAULT))
                .findFirst()
                .map(Option::value)
                .orElseGet(() -> plans.size() > 1 ? plans.get(1).value() : "");
    }
}
