package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.operation.Preview;
import org.wirt.operation.Verdict;
import org.wirt.plan.Catalogue;
import org.wirt.subscription.Check;
import org.wirt.subscription.Conversions;
import org.wirt.subscription.Customer;
import org.wirt.subscription.Plans;
import org.wirt.subscription.ResellerFromCustomer;
import org.wirt.web.ui.ConvertPage;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Status;
import org.wirt.web.ui.Texts;

/// Converting in either direction is a page: a line for each account, with a plan of its own and what comes of it.
@Component
class ConvertConfirmation implements Confirmation {

    private static final String TO_RESELLER = "customer.convert";

    private static final List<String> SHOWN = List.of(
            Catalogue.DISK_SPACE,
            Catalogue.TRAFFIC,
            Catalogue.DOMAINS,
            Catalogue.MAILBOXES,
            Catalogue.MAILBOX_SIZE,
            Catalogue.DATABASES,
            Catalogue.CUSTOMERS);

    private final Conversions conversions;
    private final Plans plans;
    private final PlanChoices choices;
    private final ScopedTransaction transaction;

    ConvertConfirmation(Conversions conversions, Plans plans, PlanChoices choices, ScopedTransaction transaction) {
        this.conversions = conversions;
        this.plans = plans;
        this.choices = choices;
        this.transaction = transaction;
    }

    @Override
    public List<String> verbs() {
        return List.of(TO_RESELLER, "reseller.convert");
    }

    @Override
    public ModelAndView page(Deed deed) {
        var visit = deed.visit();
        var verb = deed.verb();
        var preview = deed.preview();
        var form = deed.form();
        var t = visit.t();
        boolean up = verb.name().equals(TO_RESELLER);
        var rows = transaction.read(
                visit.scope(),
                () -> preview.rows().stream()
                        .flatMap(r ->
                                r.target() instanceof Customer c ? Stream.of(row(visit, form, c, r, up)) : Stream.of())
                        .toList());
        var heading = deed.heading();
        var page = new ConvertPage(
                visit.frame()
                        .titled(
                                heading,
                                up
                                        ? new Crumb(t.of("web.customers"), "/customers")
                                        : new Crumb(t.of("web.resellers"), "/resellers"),
                                Crumb.here(heading)),
                heading,
                verb.name(),
                rows,
                offered(visit, up),
                deed.picture(),
                form,
                preview.unseen(),
                visit.returnTo("/" + verb.targets().object() + "s"));
        return new ModelAndView("bulk/convert", "page", page);
    }

    private List<Option> offered(Visit visit, boolean up) {
        var kind = up ? Plans.Kind.RESELLER : Plans.Kind.HOSTING;
        return choices.plans(visit, Scope.ADMINISTRATOR, kind, visit.t().of("web.custom"));
    }

    private ConvertPage.Row row(Visit visit, Form form, Customer customer, Preview.Row<?> row, boolean up) {
        var t = visit.t();
        boolean right = customer.account().kind() == (up ? Level.CUSTOMER : Level.RESELLER);
        var no = row.verdict() instanceof Verdict.No(var why) ? Words.sentence(t, why) : null;
        return right && up
                ? raised(t, form, customer)
                : new ConvertPage.Row(
                        String.valueOf(customer.id()),
                        customer.name(),
                        (up ? "/customers/" : "/resellers/") + customer.id(),
                        customer.subscriptions().size(),
                        right && no == null && !customer.subscriptions().isEmpty(),
                        List.of(),
                        no == null && right ? Status.Kind.DONE : Status.Kind.REFUSED,
                        no != null ? no : right ? plansThatGo(t, customer) : t.of("web.already-so"));
    }

    /// What a customer would hold with the plan chosen in his line.
    private ConvertPage.Row raised(Texts t, Form form, Customer customer) {
        var plan = Visit.number(form.value("plan." + customer.id()));
        var reseller = conversions.preview(customer, plan);
        boolean blocked = reseller.checks().stream().anyMatch(Check.Blocked.class::isInstance);
        return new ConvertPage.Row(
                String.valueOf(customer.id()),
                customer.name(),
                "/customers/" + customer.id(),
                customer.subscriptions().size(),
                true,
                limits(t, reseller),
                blocked ? Status.Kind.REFUSED : Status.Kind.DONE,
                notes(t, reseller).orElse(null));
    }

    private static List<String> limits(Texts t, ResellerFromCustomer reseller) {
        var words = new ArrayList<String>();
        var limits = reseller.allowance().limits();
        for (var name : SHOWN) {
            var key = Catalogue.limit(name);
            words.add(t.of("web.limit-line", key, limits.amount(key)));
        }
        return words;
    }

    private static Optional<String> notes(Texts t, ResellerFromCustomer reseller) {
        var notes = reseller.checks().stream()
                .filter(c -> !(c instanceof Check.Ok))
                .map(c -> t.of(c.key(), c.gaps().toArray()))
                .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
    }

    private @Nullable String plansThatGo(Texts t, Customer reseller) {
        var names = plans.offered(reseller.id(), Plans.Kind.HOSTING).stream()
                .map(Plans.Plan::name)
                .toList();
        return names.isEmpty() ? null : t.of("web.convert.plans-go", names.size(), t.and(names));
    }
}
