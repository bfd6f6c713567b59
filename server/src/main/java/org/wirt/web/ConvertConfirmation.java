package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
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
import org.wirt.speech.Texts;
import org.wirt.subscription.Check;
import org.wirt.subscription.Conversions;
import org.wirt.subscription.Customer;
import org.wirt.subscription.Plans;
import org.wirt.subscription.ResellerFromCustomer;
import org.wirt.web.ui.ConvertPage;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Link;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Status;

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
        boolean up = verb.name().equals(TO_RESELLER);
        var rows = transaction.read(visit.scope(), () -> rows(visit, form, preview, up));
        var page = new ConvertPage(
                deed.frame(),
                deed.heading(),
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

    private List<ConvertPage.Row> rows(Visit visit, Form form, Preview<?> preview, boolean up) {
        var customers = preview.rows().stream()
                .flatMap(r -> r.target() instanceof Customer c ? Stream.of(c) : Stream.of())
                .toList();
        if (!up)
            return preview.rows().stream()
                    .flatMap(r -> r.target() instanceof Customer c ? Stream.of(lowered(visit.t(), c, r)) : Stream.of())
                    .toList();
        var resellers = conversions.preview(
                customers,
                WayChoices.plans(form, customers),
                WayChoices.ways(form, customers),
                WayChoices.room(visit.t(), form, customers));
        var rows = new ArrayList<ConvertPage.Row>();
        for (int i = 0; i < customers.size(); i++)
            rows.add(raised(visit.t(), form, customers.get(i), resellers.get(i)));
        return rows;
    }

    /// What a customer would hold with the plan chosen in his line.
    private static ConvertPage.Row raised(Texts t, Form form, Customer customer, ResellerFromCustomer reseller) {
        if (customer.account().kind() == Level.RESELLER) return already(t, customer, "/customers/");
        boolean blocked = reseller.checks().stream().anyMatch(Check.Blocked.class::isInstance);
        return new ConvertPage.Row(
                String.valueOf(customer.id()),
                customer.name(),
                "/customers/" + customer.id(),
                customer.subscriptions().size(),
                true,
                limits(t, reseller),
                blocked ? Status.Kind.REFUSED : Status.Kind.DONE,
                null,
                null,
                customers(t, form, customer),
                WayChoices.lines(
                        t,
                        reseller.checks().stream()
                                .filter(check -> !(check instanceof Check.Ok))
                                .toList()),
                WayChoices.options(t, reseller.ways()));
    }

    private ConvertPage.Row lowered(Texts t, Customer reseller, Preview.Row<?> row) {
        if (reseller.account().kind() == Level.CUSTOMER) return already(t, reseller, "/resellers/");
        var no = row.verdict() instanceof Verdict.No(var why) ? Words.sentence(t, why) : null;
        return new ConvertPage.Row(
                String.valueOf(reseller.id()),
                reseller.name(),
                "/resellers/" + reseller.id(),
                reseller.subscriptions().size(),
                no == null && !reseller.subscriptions().isEmpty(),
                List.of(),
                no == null ? Status.Kind.DONE : Status.Kind.REFUSED,
                no == null ? plansThatGo(t, reseller) : no,
                wayOut(t, reseller, row),
                null,
                List.of(),
                List.of());
    }

    private static @Nullable Field customers(Texts t, Form form, Customer customer) {
        if (!form.value("plan." + customer.id()).isEmpty()) return null;
        return Field.text("customers." + customer.id(), t.of("web.customers-for", customer.name()))
                .from(form);
    }

    /// All customers of his, on the page that moves them, which comes back to this one; or where they lie.
    private static @Nullable Link wayOut(Texts t, Customer reseller, Preview.Row<?> row) {
        if (!(row.verdict() instanceof Verdict.No(var why))) return null;
        return switch (why.code()) {
            case "reseller-has-customers" ->
                new Link(
                        t.of("verb.customer.move"),
                        "/bulk/customer.move?all=true&where.provider=" + reseller.id() + "&return=/resellers/"
                                + reseller.id());
            case "reseller-has-removed-customers" -> new Link(t.of("web.recycle-bin"), "/recycle-bin");
            default -> null;
        };
    }

    private static ConvertPage.Row already(Texts t, Customer account, String pages) {
        return new ConvertPage.Row(
                String.valueOf(account.id()),
                account.name(),
                pages + account.id(),
                account.subscriptions().size(),
                false,
                List.of(),
                Status.Kind.REFUSED,
                t.of("web.already-so"),
                null,
                null,
                List.of(),
                List.of());
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

    private @Nullable String plansThatGo(Texts t, Customer reseller) {
        var names = plans.offered(reseller.id(), Plans.Kind.HOSTING).stream()
                .map(Plans.Plan::name)
                .toList();
        return names.isEmpty() ? null : t.of("web.convert.plans-go", names.size(), t.and(names));
    }
}
