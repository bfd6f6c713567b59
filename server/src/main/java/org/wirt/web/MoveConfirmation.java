package org.wirt.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.subscription.Check;
import org.wirt.subscription.Customer;
import org.wirt.subscription.MoveChecks;
import org.wirt.subscription.Moves;
import org.wirt.subscription.Plans;
import org.wirt.subscription.Provider;
import org.wirt.subscription.Providers;
import org.wirt.subscription.WayOut;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.MovePage;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Status;
import org.wirt.web.ui.Texts;

/// Moving is a page: the new owner, and a line for each customer with his plan there and what was looked at.
@Component
class MoveConfirmation implements Confirmation {

    private final Moves moves;
    private final Providers providers;
    private final PlanChoices choices;
    private final ScopedTransaction transaction;

    MoveConfirmation(Moves moves, Providers providers, PlanChoices choices, ScopedTransaction transaction) {
        this.moves = moves;
        this.providers = providers;
        this.choices = choices;
        this.transaction = transaction;
    }

    @Override
    public List<String> verbs() {
        return List.of("customer.move");
    }

    @Override
    public ModelAndView page(Deed deed) {
        var visit = deed.visit();
        var preview = deed.preview();
        var form = deed.form();
        var t = visit.t();
        var customers = preview.rows().stream()
                .filter(r -> r.target() instanceof Customer)
                .map(r -> (Customer) r.target())
                .toList();
        var target = target(visit);
        var targets = choices.providers(visit, visit.parameter("find"), target);
        var heading = deed.heading();
        var page = new MovePage(
                visit.frame().titled(heading, new Crumb(t.of("web.customers"), "/customers"), Crumb.here(heading)),
                heading,
                targets.options(),
                targets.many(),
                String.valueOf(target.id()),
                !target.room().active(),
                rows(visit, form, customers, target),
                choices.plans(visit, target.id(), Plans.Kind.HOSTING, t.of("web.custom")),
                List.of(),
                List.of(),
                deed.picture(),
                form,
                preview.unseen(),
                visit.returnTo("/customers"));
        return new ModelAndView("bulk/move", "page", page);
    }

    /// The administrator stands first, and is proposed.
    private Provider target(Visit visit) {
        long id = Visit.number(visit.parameter("target")).orElse(Scope.ADMINISTRATOR);
        return transaction
                .read(visit.scope(), () -> providers.find(id))
                .filter(p -> !p.removed())
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    private List<MovePage.Row> rows(Visit visit, Form form, List<Customer> customers, Provider target) {
        var plan = new HashMap<Long, Long>();
        for (var customer : customers) {
            Visit.number(form.value("plan." + customer.id())).ifPresent(id -> plan.put(customer.id(), id));
        }
        var ways = new HashMap<Long, WayOut>();
        for (var customer : customers) way(form, customer.id()).ifPresent(way -> ways.put(customer.id(), way));
        var checks = transaction.read(
                visit.scope(), () -> moves.preview(customers, target.id(), plan, form.ticked("goesDark"), ways));
        boolean chosen = !visit.parameter("target").isEmpty();
        var names = new HashMap<Long, String>();
        var rows = new java.util.ArrayList<MovePage.Row>();
        for (int i = 0; i < customers.size(); i++) {
            var customer = customers.get(i);
            // Nobody has chosen yet, so that he has this owner already is no news.
            boolean quiet = !chosen && customer.account().providerId() == target.id();
            rows.add(new MovePage.Row(
                    String.valueOf(customer.id()),
                    customer.name(),
                    "/customers/" + customer.id(),
                    provider(visit, customer, names),
                    quiet ? List.of() : lines(visit.t(), checks.get(i)),
                    quiet ? List.of() : ways(visit.t(), checks.get(i))));
        }
        return rows;
    }

    private static Optional<WayOut> way(Form form, long customer) {
        var chosen = form.value("way." + customer);
        return Stream.of(WayOut.values()).filter(w -> w.name().equals(chosen)).findFirst();
    }

    /// Where there is too little room: what can be done about it, or that the customer stays where he is.
    private static List<Option> ways(Texts t, MoveChecks checks) {
        if (checks.ways().isEmpty()) return List.of();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.way.skip")));
        for (var way : checks.ways())
            options.add(new Option(way.name(), t.of("web.way." + way.name().toLowerCase(Locale.ROOT))));
        return options;
    }

    private String provider(Visit visit, Customer customer, Map<Long, String> names) {
        long id = customer.account().providerId();
        if (id == Scope.ADMINISTRATOR) return visit.t().of("web.level.administrator");
        return names.computeIfAbsent(
                id,
                _ -> transaction
                        .read(visit.scope(), () -> providers.find(id))
                        .map(Provider::name)
                        .orElse(""));
    }

    private static List<MovePage.Check> lines(Texts t, MoveChecks checks) {
        return checks.checks().stream()
                .map(c -> new MovePage.Check(kind(c), t.of(c.key(), c.gaps().toArray())))
                .toList();
    }

    private static Status.Kind kind(Check check) {
        return switch (check) {
            case Check.Ok _ -> Status.Kind.DONE;
            case Check.Warning _ -> Status.Kind.OVERUSED;
            case Check.Blocked _ -> Status.Kind.REFUSED;
        };
    }
}
