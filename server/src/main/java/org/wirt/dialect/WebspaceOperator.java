package org.wirt.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.account.AccountDetails;
import org.wirt.account.AccountDirectory;
import org.wirt.subscription.Subscription;
import org.wirt.subscription.SubscriptionDetails;
import org.wirt.subscription.SubscriptionDirectory;
import org.wirt.value.DomainName;

/// Subscriptions, each with its main domain.
@Component
class WebspaceOperator implements Operator, Named {

    static final String MISSING = "Domain does not exist";

    private static final Filter.Kinds KINDS = new Filter.Kinds(
            Set.of("id", "name", "guid", "external-id"),
            Set.of("owner-id", "owner-login", "owner-guid", "owner-external-id"));

    static final Set<String> VALUES = Set.of(
            "gen_setup",
            "limits",
            "prefs",
            "hosting",
            "disk_usage",
            "performance",
            "permissions",
            "php-settings",
            "mail");
    private static final List<Level> OWNERS = List.of(Level.ADMINISTRATOR, Level.RESELLER, Level.CUSTOMER);
    private static final Set<Integer> STATUSES = Set.of(
            Statuses.ACTIVE,
            Statuses.DISABLED,
            Statuses.ADMINISTRATOR,
            Statuses.RESELLER,
            Statuses.CUSTOMER,
            Statuses.EXPIRED);

    private final SubscriptionDirectory directory;
    private final AccountDirectory accounts;
    private final AccountWords words;
    private final PlanWords plans;
    private final AddOnWords addOns;
    private final WebspaceTold told;
    private final HostingWords hosting;
    private final Addresses addresses;
    private final Kept kept;
    private final DomainMail mail;
    private final Filtered objects;
    private final Deeds deeds;
    private final Standings standings;
    private final MainDomain domain;

    WebspaceOperator(
            SubscriptionDirectory directory,
            AccountDirectory accounts,
            AccountWords words,
            PlanWords plans,
            AddOnWords addOns,
            WebspaceTold told,
            HostingWords hosting,
            Addresses addresses,
            Kept kept,
            DomainMail mail,
            Matches matches,
            Deeds deeds,
            Standings standings,
            MainDomain domain) {
        this.directory = directory;
        this.accounts = accounts;
        this.words = words;
        this.plans = plans;
        this.addOns = addOns;
        this.told = told;
        this.hosting = hosting;
        this.addresses = addresses;
        this.kept = kept;
        this.mail = mail;
        this.objects = new Filtered(matches, KINDS, finder(), MISSING);
        this.deeds = deeds;
        this.standings = standings;
        this.domain = domain;
    }

    @Override
    public List<String> names() {
        return List.of("webspace", "domain");
    }

    @Override
    public Optional<Filtered> filtered() {
        return Optional.of(objects);
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<String, Operation>();
        all.put(
                "add",
                Operation.needing(this::add, "gen_setup/name")
                        .choosing("", PlanWords.NODES)
                        .choosing("gen_setup", AccountWords.OWNERS));
        all.put("get", Operation.filtered(KINDS, this::get, "dataset"));
        all.put("set", Operation.changing(KINDS, VALUES, this::set).choosing("values/gen_setup", AccountWords.OWNERS));
        all.put("del", Operation.filtered(KINDS, this::del));
        all.put(
                "switch-subscription",
                Operation.filtered(KINDS, this::switchPlan).needingOne(PlanWords.OR_NONE));
        all.put("add-subscription", addOn("subscription.bind-add-on"));
        all.put("remove-subscription", addOn("subscription.unbind-add-on"));
        all.put("sync-subscription", Operation.filtered(KINDS, this::sync));
        all.put("get_traffic", Operation.filtered(KINDS, this::traffic));
        for (var level : List.of("limit", "permission", "physical-hosting"))
            all.put(
                    "get-" + level + "-descriptor",
                    Operation.filtered(
                            KINDS, (asked, exchange, results) -> descriptor(level, asked, exchange, results)));
        return all;
    }

    private Matches.Finder finder() {
        return new Matches.Finder() {
            @Override
            public Optional<Long> one(String kind, String value) {
                return switch (kind) {
                    case "id" -> Ids.number(value).flatMap(directory::byId);
                    case "guid" -> Ids.guid(value).flatMap(directory::byGuid);
                    case "name" -> directory.byName(value);
                    default -> kept.byExternalId(Kept.Subject.SUBSCRIPTION, value, directory::byId);
                };
            }

            @Override
            public List<Long> after(String kind, String value, long after, int most) {
                if (kind.isEmpty()) return directory.after(Optional.empty(), after, most);
                return accounts.find(OWNERS, AccountWords.key(kind), value)
                        .map(owner -> directory.after(Optional.of(owner), after, most))
                        .orElseGet(List::of);
            }
        };
    }

    @Override
    public Map<Long, String> names(long after, int most) {
        var names = directory.names(after, most);
        names.replaceAll((_, name) -> new DomainName(name).display());
        return names;
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        exchange.tell(results, () -> {
            var setup = asked.needed("gen_setup");
            addresses.check(setup.all("ip_address"));
            addresses.check(MailPreferences.addresses(asked));
            var read = hosting.read(asked, setup.text("htype"));
            long id = deeds.together(exchange, () -> {
                var owner = words.owner(setup, OWNERS)
                        .or(() -> accounts.read(exchange.scope().accountId()))
                        .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, "Owner does not exist."));
                var input = new LinkedHashMap<String, String>();
                input.put("domain", setup.needed("name").text());
                input.put("systemUser", read.login());
                input.put("systemUserPassword", read.password());
                var values = plans.ofAdministrator(exchange, asked, owner);
                var plan = values.isEmpty()
                        ? plans.named(exchange, asked, realm(owner), PlanWords.HOSTING)
                        : Optional.<Long>empty();
                plan.ifPresent(number -> input.put("plan", Long.toString(number)));
                // What is said beside the plan holds from the first: it is that which there must be room for.
                input.putAll(values);
                input.putAll(TermsSaid.ofHosting(asked, plans.held(realm(owner), plan, values)));
                long made = deeds.make(exchange, "subscription.create", owner.id(), input);
                kept.keep(exchange, Kept.Subject.SUBSCRIPTION, made, plans.given(input.getOrDefault("plan", "")));
                furnish(exchange, made, owner.id(), asked, setup, read);
                return made;
            });
            return new Element("result").add("status", "ok").add("id", id).add("guid", told.guid(exchange, id));
        });
    }

    private static long realm(AccountDetails owner) {
        return switch (owner.kind()) {
            case ADMINISTRATOR -> Scope.ADMINISTRATOR;
            case RESELLER -> owner.id();
            case CUSTOMER -> owner.provider().map(AccountDetails.Provider::id).orElse(Scope.ADMINISTRATOR);
        };
    }

    private void furnish(Exchange exchange, long id, long owner, Element asked, Element setup, HostingWords.Read read) {
        standings.expiration(exchange, "subscription", id, asked, setup);
        kept.keep(exchange, Kept.Subject.SUBSCRIPTION, id, KeptWords.ofWebspace(exchange, asked, setup));
        hosting.made(exchange, id, read);
        mail.change(exchange, id, asked.part("mail"));
        standings.darken(exchange, "subscription", id, owner, setup, STATUSES);
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        var wanted = asked.needed("dataset");
        objects.read(
                asked, exchange, results, told::read, (result, read) -> result.add(told.data(exchange, read, wanted)));
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        var values = asked.needed("values");
        objects.each(asked, exchange, results, id -> {
            OwnWords.check(exchange, values);
            deeds.together(exchange, () -> directory.read(id), MISSING, webspace -> change(exchange, webspace, values));
            standings.refuseDark(exchange, values.part("gen_setup"), () -> domain.standing(id));
        });
    }

    private void change(Exchange exchange, SubscriptionDetails webspace, Element values) {
        long id = webspace.id();
        var setup = values.child("gen_setup").orElseGet(() -> new Element("gen_setup"));
        Forms.refuse(setup, webspace.guid(), "admin-as-vendor");
        WebspaceTold.refuseDiskUsage(values);
        addresses.check(setup.all("ip_address"));
        addresses.check(MailPreferences.addresses(values));
        HostingKinds.checkAgain(values, setup);
        deeds.rename(exchange, id, Forms.name(setup));
        owner(exchange, webspace, setup);
        hosting.change(exchange, webspace, values);
        var terms = TermsSaid.ofHosting(values, TermWords.names(webspace.allowance()));
        if (!terms.isEmpty()) deeds.start(exchange, "subscription.customize", id, terms);
        standings.expiration(exchange, "subscription", id, values, setup);
        kept.keep(exchange, Kept.Subject.SUBSCRIPTION, id, KeptWords.ofWebspace(exchange, values, setup));
        mail.change(exchange, id, values.part("mail"));
        boolean provider = exchange.caller().level().reaches(Level.RESELLER);
        standings.status(
                exchange, "subscription", id, webspace.owner().id(), setup, provider ? STATUSES : OwnWords.STATUSES);
        if (Statuses.isActive(setup)) domain.follow(exchange, id);
    }

    private void owner(Exchange exchange, SubscriptionDetails webspace, Element setup) {
        words.owner(setup, OWNERS)
                .filter(owner -> owner.id() != webspace.owner().id())
                .ifPresent(owner -> deeds.start(
                        exchange,
                        "subscription.subscriber",
                        webspace.id(),
                        Map.of("subscriber", Long.toString(owner.id()))));
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        Filter.of(asked).refuseAll();
        objects.each(asked, exchange, results, id -> deeds.start(exchange, "subscription.remove", id, Map.of()));
    }

    private void switchPlan(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        objects.each(
                asked,
                exchange,
                results,
                id -> deeds.together(exchange, () -> owner(id), MISSING, owner -> {
                    var plan = plans.named(exchange, asked, realm(owner), PlanWords.HOSTING);
                    deeds.start(
                            exchange,
                            "subscription.plan",
                            id,
                            plan.map(p -> Map.of("plan", Long.toString(p))).orElseGet(Map::of));
                    kept.keep(exchange, Kept.Subject.SUBSCRIPTION, id, plans.overuse(plan));
                }));
    }

    private Operation addOn(String verb) {
        Operation.Run work = (asked, exchange, results) -> {
            exchange.needs(Level.RESELLER);
            objects.each(
                    asked,
                    exchange,
                    results,
                    id -> deeds.together(
                            exchange,
                            () -> owner(id),
                            MISSING,
                            owner -> addOn(exchange, verb, id, addOns.named(asked, realm(owner)))));
        };
        return Operation.filtered(KINDS, work).needingOne(PlanWords.NODES);
    }

    private void addOn(Exchange exchange, String verb, long webspace, long one) {
        deeds.start(exchange, verb, webspace, Map.of("addOn", Long.toString(one)));
    }

    private Optional<AccountDetails> owner(long webspace) {
        return directory
                .read(webspace)
                .flatMap(read -> accounts.read(read.owner().id()));
    }

    private void sync(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        objects.each(
                asked,
                exchange,
                results,
                id -> deeds.together(exchange, () -> directory.read(id), MISSING, webspace -> {
                    var plan = webspace.plan()
                            .orElseThrow(
                                    () -> new Failed(ErrorNumbers.FAILED, "The subscription is bound to no plan."));
                    if (webspace.sync() == Subscription.Sync.SYNCED) return;
                    deeds.bindAnew(exchange, "subscription", id, plan.id());
                    for (var one : webspace.addOns()) addOn(exchange, "subscription.bind-add-on", id, one.id());
                }));
    }

    /// Wirt counts the month, not the day.
    private void traffic(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Traffic is counted by the month: see resource-usage.");
    }

    private void descriptor(String level, Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        if (Filter.of(asked).isAll()) {
            results.accept(new Element("result").add("status", "ok").add(Descriptors.of(level)));
            return;
        }
        objects.read(asked, exchange, results, told::read, (result, _) -> result.add(Descriptors.of(level)));
    }
}
