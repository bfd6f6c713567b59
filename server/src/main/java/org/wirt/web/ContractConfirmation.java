package org.wirt.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.operation.Preview;
import org.wirt.speech.Texts;
import org.wirt.subscription.Plans;
import org.wirt.subscription.ResellerFigures;
import org.wirt.subscription.Subscribers;
import org.wirt.subscription.Subscription;
import org.wirt.web.ui.ContractPage;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.PreviewRow;
import org.wirt.web.ui.Status;

/// *Change Plan*, *Add Add-on Plan*, *Change Subscriber* and *Change expiry date*: one question, for one or for all
/// that
/// are ticked. The plans are those of the first one's provider; a subscription of another provider is refused by the
/// rule and says so.
@Component
class ContractConfirmation implements Confirmation {

    private static final String PLAN = "subscription.plan";
    private static final String RESELLER_PLAN = "reseller.plan";
    private static final String EXPIRY = "subscription.expiry";
    private static final String RESELLER_EXPIRY = "reseller.expiry";
    private static final String SUBSCRIBER = "subscription.subscriber";

    /// What must be chosen first.
    private static final Map<String, String> CHOICES =
            Map.of(SUBSCRIBER, "subscriber", AddOnChoices.BIND, "addOn", AddOnChoices.UNBIND, "addOn");

    /// As many as a select holds comfortably.
    private static final int MANY = 100;

    private final PlanChoices choices;
    private final AddOnChoices addOns;
    private final Subscribers subscribers;
    private final ResellerFigures figures;
    private final LosingUsers losing;
    private final ScopedTransaction transaction;

    ContractConfirmation(
            PlanChoices choices,
            AddOnChoices addOns,
            Subscribers subscribers,
            ResellerFigures figures,
            LosingUsers losing,
            ScopedTransaction transaction) {
        this.choices = choices;
        this.addOns = addOns;
        this.subscribers = subscribers;
        this.figures = figures;
        this.losing = losing;
        this.transaction = transaction;
    }

    @Override
    public List<String> verbs() {
        return List.of(
                PLAN, AddOnChoices.BIND, AddOnChoices.UNBIND, EXPIRY, RESELLER_PLAN, RESELLER_EXPIRY, SUBSCRIBER);
    }

    @Override
    public ModelAndView page(Deed deed) {
        var visit = deed.visit();
        var verb = deed.verb();
        var preview = deed.preview();
        var form = deed.form();
        var t = visit.t();
        var first = preview.rows().stream()
                .map(Preview.Row::target)
                .flatMap(target -> target instanceof Subscription s ? Stream.of(s) : Stream.empty())
                .findFirst();
        var alone = preview.isOfOne() ? first : Optional.<Subscription>empty();
        // Rows are judged without what is typed, as long as nobody has chosen, and again where the choice is refused.
        var choice = CHOICES.getOrDefault(verb.name(), "");
        boolean chosen = visit.request().getMethod().equals("POST")
                && !visit.parameter(choice).isEmpty()
                && form.errors().isEmpty();
        boolean quiet = !choice.isEmpty() && !chosen;
        var rows =
                quiet ? deed.rows().stream().map(ContractConfirmation::unjudged).toList() : deed.rows();
        var owners = verb.name().equals(SUBSCRIBER) ? owners(visit, first) : List.<Option>of();
        var page = new ContractPage(
                deed.frame(),
                deed.heading(),
                verb.name(),
                owners.size() > MANY || !visit.parameter("find").isEmpty() ? find(t, form) : null,
                switch (verb.name()) {
                    case PLAN -> plan(visit, form, first, alone);
                    case AddOnChoices.BIND, AddOnChoices.UNBIND -> addOn(visit, form, verb.name(), first, alone);
                    case EXPIRY -> expiry(t, form, alone.flatMap(Subscription::expires), "web.hosting.expiry.help");
                    case SUBSCRIBER -> subscriber(t, form, owners);
                    case RESELLER_EXPIRY -> expiry(t, form, ofReseller(visit, preview), "web.reseller.expiry.help");
                    default -> resellerPlan(visit, form, preview);
                },
                verb.name().equals(SUBSCRIBER) ? losing.warnings(deed, "web.hosting.subscriber.users") : List.of(),
                rows,
                preview.unseen(),
                deed.picture(),
                form,
                t.of("verb." + verb.name()),
                visit.returnTo(preview.total() == 1 ? rows.getFirst().href() : "/" + deed.object() + "s"));
        return new ModelAndView("bulk/contract", "page", page);
    }

    private Field plan(Visit visit, Form form, Optional<Subscription> first, Optional<Subscription> alone) {
        var t = visit.t();
        long owner = first.map(Subscription::resellerId).orElse(1L);
        var plans = choices.plans(visit, owner, Plans.Kind.HOSTING, t.of("web.no-plan"));
        var now = alone.flatMap(Subscription::planId).map(String::valueOf).orElse("");
        var field =
                Field.choice("plan", t.of("web.hosting.plan"), plans).from(form).help(t.of("web.hosting.plan.help"));
        return form.values().containsKey("plan") ? field : field.value(now);
    }

    private Field addOn(
            Visit visit, Form form, String verb, Optional<Subscription> first, Optional<Subscription> alone) {
        var t = visit.t();
        long provider = first.map(Subscription::resellerId).orElse(Scope.ADMINISTRATOR);
        var among = transaction.read(
                visit.scope(),
                () -> alone.map(one -> addOns.of(one.id(), provider).of(verb))
                        .orElseGet(() -> addOns.offered(provider)));
        var shown = new ArrayList<Option>();
        shown.add(new Option("", "–"));
        shown.addAll(AddOnChoices.options(among));
        var help = among.isEmpty()
                ? "web.hosting.add-on.none"
                : "web.hosting." + verb.substring(verb.indexOf('.') + 1) + ".help";
        return Field.choice("addOn", t.of("web.hosting.add-on"), shown)
                .from(form)
                .needed()
                .help(t.of(help));
    }

    private static PreviewRow unjudged(PreviewRow row) {
        return new PreviewRow(row.name(), row.href(), Status.Kind.DONE, null, null);
    }

    /// One more than are shown, so that one knows whether to search.
    private List<Option> owners(Visit visit, Optional<Subscription> first) {
        long provider = first.map(Subscription::resellerId).orElse(Scope.ADMINISTRATOR);
        var found =
                transaction.read(visit.scope(), () -> subscribers.named(provider, visit.parameter("find"), MANY + 1));
        return AccountOptions.subscribers(found.stream()
                .filter(s -> first.filter(one -> one.accountId() == s.id()).isEmpty())
                .toList());
    }

    private static Field find(Texts t, Form form) {
        return Field.of("search", "find", t.of("web.hosting.subscriber.find"))
                .from(form)
                .autocomplete("off")
                .help(t.of("web.hosting.subscriber.find-help"));
    }

    private static Field subscriber(Texts t, Form form, List<Option> owners) {
        var shown = new ArrayList<Option>();
        shown.add(new Option("", "–"));
        shown.addAll(owners.subList(0, Math.min(MANY, owners.size())));
        return Field.choice("subscriber", t.of("web.hosting.subscriber.new"), shown)
                .from(form)
                .needed()
                .help(t.of("web.hosting.subscriber.help"));
    }

    /// A single reseller's present plan is selected.
    private Field resellerPlan(Visit visit, Form form, Preview<?> preview) {
        var t = visit.t();
        var options = choices.plans(visit, Scope.ADMINISTRATOR, Plans.Kind.RESELLER, t.of("web.custom"));
        var field = Field.choice("plan", t.of("web.reseller-plan"), options)
                .from(form)
                .help(t.of("web.reseller-plan.change-help"));
        if (form.values().containsKey("plan") || preview.total() != 1) return field;
        long id = preview.rows().getFirst().target().id();
        var now = transaction.read(visit.scope(), () -> figures.holds(id).flatMap(ResellerFigures.Holds::planId));
        return field.value(now.map(String::valueOf).orElse(""));
    }

    private Optional<Instant> ofReseller(Visit visit, Preview<?> preview) {
        if (!preview.isOfOne()) return Optional.empty();
        long id = preview.rows().getFirst().target().id();
        return transaction.read(visit.scope(), () -> figures.holds(id)).flatMap(ResellerFigures.Holds::expiry);
    }

    private static Field expiry(Texts t, Form form, Optional<Instant> end, String help) {
        var now = end.map(e -> LocalDate.ofInstant(e.minusSeconds(1), ZoneId.systemDefault())
                        .toString())
                .orElse("");
        var field = Field.of("date", "expires", t.of("web.expires")).from(form).help(t.of(help));
        return form.values().containsKey("expires") ? field : field.value(now);
    }
}
