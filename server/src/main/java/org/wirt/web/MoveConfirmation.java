package org.wirt.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.subscription.Customer;
import org.wirt.subscription.Moves;
import org.wirt.subscription.Plans;
import org.wirt.subscription.Provider;
import org.wirt.subscription.Providers;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.MovePage;

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
        var page = new MovePage(
                deed.frame(),
                deed.heading(),
                targets.options(),
                targets.many(),
                String.valueOf(target.id()),
                !target.room().active(),
                rows(visit, form, customers, target),
                choices.plans(visit, target.id(), Plans.Kind.HOSTING, t.of("web.custom")),
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
        var plan = WayChoices.plans(form, customers);
        var ways = WayChoices.ways(form, customers);
        var checks = transaction.read(
                visit.scope(), () -> moves.preview(customers, target.id(), plan, form.ticked("goesDark"), ways));
        var names = new HashMap<Long, String>();
        var rows = new ArrayList<MovePage.Row>();
        for (int i = 0; i < customers.size(); i++) {
            var customer = customers.get(i);
            rows.add(new MovePage.Row(
                    String.valueOf(customer.id()),
                    customer.name(),
                    "/customers/" + customer.id(),
                    provider(visit, customer, names),
                    WayChoices.lines(visit.t(), checks.get(i).checks()),
                    WayChoices.options(visit.t(), checks.get(i).ways())));
        }
        return rows;
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
}
