package org.wirt.dialect;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountDetails;
import org.wirt.plan.Apps;
import org.wirt.plan.Kind;
import org.wirt.plan.Plan;
import org.wirt.plan.PlanDirectory;
import org.wirt.subscription.Plans;
import org.wirt.subscription.ResellerRoom;
import org.wirt.subscription.ResellerRooms;

/// Plans as packets name them.
@Component
class PlanWords {

    static final Kind HOSTING = Kind.HOSTING;
    static final Kind RESELLER = Kind.RESELLER;

    /// By which a packet names one.
    static final List<String> NODES = List.of("plan-id", "plan-name", "plan-guid", "plan-external-id");

    /// The same where it may also say that there shall be none.
    static final List<String> OR_NONE = List.of("plan-id", "plan-name", "plan-guid", "plan-external-id", "no-plan");

    /// What subscriptions have too, under the same names.
    private static final List<String> GIVEN =
            List.of(HostingProperties.PREFIX, "php-settings.", "performance.", "mail.", OveruseWords.NAME);

    private final PlanDirectory directory;
    private final Plans offers;
    private final ResellerRooms rooms;
    private final Kept kept;
    private final ScopedTransaction transaction;

    PlanWords(PlanDirectory directory, Plans offers, ResellerRooms rooms, Kept kept, ScopedTransaction transaction) {
        this.directory = directory;
        this.offers = offers;
        this.rooms = rooms;
        this.kept = kept;
        this.transaction = transaction;
    }

    /// How many days what is made from a plan lasts; absent: for ever.
    Optional<Integer> validity(Exchange exchange, long plan) {
        return Optional.ofNullable(transaction
                        .read(exchange.scope(), () -> directory.read(List.of(plan)))
                        .get(plan))
                .flatMap(found -> found.plan().terms().validityDays());
    }

    /// Refuses names that would not be found again as they were said.
    static void checkNames(Element asked) {
        for (var node : new String[] {"name", "duplicate-name"}) Characters.checkLine(node, asked.text(node));
    }

    /// The plan that nodes `plan-id`, `plan-name`, `plan-guid`, `plan-external-id` name; absent: none is named, or
    /// `no-plan`.
    ///
    /// @param owner whose plan it must be
    /// @throws Failed where there is no such plan
    Optional<Long> named(Exchange exchange, Element from, long owner, Kind kind) {
        return NODES.stream().filter(from::has).findFirst().map(node -> {
            // An empty name is no wish for a subscription without a plan.
            var named = Forms.filled(from, node).orElseThrow();
            return transaction
                    .read(
                            exchange.scope(),
                            () -> find(node.substring("plan-".length()), named, Optional.of(owner), kind))
                    .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Plan '" + named + "' does not exist."));
        });
    }

    /// What a plan of the administrator gives to a subscription of a reseller himself, where he has none of that name.
    /// Bound to it the subscription cannot be: plans belong to the realm. Empty: none is meant.
    Map<String, String> ofAdministrator(Exchange exchange, Element from, AccountDetails owner) {
        if (owner.kind() != Level.RESELLER || !exchange.isAdministrator() || isNamed(exchange, from, owner.id()))
            return Map.of();
        var plan = named(exchange, from, Scope.ADMINISTRATOR, HOSTING);
        return plan.map(id -> transaction
                        .read(exchange.scope(), () -> directory.read(List.of(id)))
                        .get(id))
                .map(found -> values(found.plan(), room(exchange, owner.id())))
                .orElseGet(Map::of);
    }

    private ResellerRoom room(Exchange exchange, long reseller) {
        return transaction.read(exchange.scope(), () -> rooms.of(reseller));
    }

    /// Names of what a new subscription holds before anything is said of it. Call within a scoped transaction.
    ///
    /// @param realm  in which it will lie
    /// @param plan   its own
    /// @param values what it gets of another plan
    Set<String> held(long realm, Optional<Long> plan, Map<String, String> values) {
        var names = new HashSet<>(values.keySet());
        names.addAll(TermWords.names(
                plan.flatMap(offers::find).map(Plans.Plan::allowance).orElseGet(() -> offers.usual(realm))));
        return names;
    }

    private boolean isNamed(Exchange exchange, Element from, long owner) {
        try {
            return named(exchange, from, owner, HOSTING).isPresent();
        } catch (Failed failed) {
            if (failed.number() != ErrorNumbers.MISSING) throw failed;
            return false;
        }
    }

    /// @param room of the reseller: a right that he does not hold is off below him
    /// @throws Failed where it gives what a subscription has from its own plan alone
    private static Map<String, String> values(Plan plan, ResellerRoom room) {
        var terms = plan.terms();
        if (terms.validityDays().isPresent() || terms.apps() instanceof Apps.Named)
            throw new Failed(
                    ErrorNumbers.NOT_SUPPORTED,
                    "The plan '" + plan.name()
                            + "' has a term or names applications: a reseller needs one of his own.");
        var input = new LinkedHashMap<String, String>();
        terms.limits().values().forEach((key, value) -> input.put("limit." + key, Long.toString(value)));
        terms.permissions()
                .within(room::grants)
                .values()
                .forEach((key, on) -> input.put("permission." + key, String.valueOf(on)));
        input.put("overuse", terms.overuse().name().toLowerCase(Locale.ROOT));
        return input;
    }

    /// Another system's name for a plan is of one among its owner's plans, or it would find none of them. Call within
    /// a scoped transaction.
    ///
    /// @param self the plan that it is said of
    void refuseTaken(Element asked, long owner, Kind kind, long self) {
        var said = asked.text(Kept.EXTERNAL_ID);
        if (said.isEmpty()) return;
        kept.byExternalId(
                        Kept.Subject.PLAN,
                        said,
                        id -> directory.byId(kind, Optional.of(owner), id).filter(found -> found != self))
                .ifPresent(_ -> {
                    throw taken("external id", said);
                });
    }

    static Failed taken(String by, String said) {
        return new Failed(ErrorNumbers.EXISTS, "Plan with " + by + " '" + said + "' already exists.");
    }

    /// What is kept of a plan, for its copy: the name that another system has for it means that one alone.
    static Map<String, String> copied(Map<String, String> words) {
        var copy = new LinkedHashMap<>(words);
        copy.remove(Kept.EXTERNAL_ID);
        return copy;
    }

    /// What a plan says of the hosting that is made from it, beyond what it grants. Call within a scoped transaction.
    ///
    /// @param plan its number; empty: none
    Map<String, String> given(String plan) {
        return Ids.number(plan)
                .map(id -> new LinkedHashMap<>(kept.of(Kept.Subject.PLAN, id)))
                .map(words -> {
                    words.keySet()
                            .removeIf(name -> name.equals(MailPreferences.LISTS)
                                    || GIVEN.stream().noneMatch(name::startsWith));
                    return HostingProperties.ofSubscription(words);
                })
                .orElseGet(Map::of);
    }

    /// Its word for what happens above a limit, for whatever follows it from now on. Call within a scoped transaction.
    Map<String, String> overuse(Optional<Long> plan) {
        var words = plan.map(id -> kept.of(Kept.Subject.PLAN, id)).orElseGet(Map::of);
        return Optional.ofNullable(words.get(OveruseWords.NAME))
                .map(word -> Map.of(OveruseWords.NAME, word))
                .orElseGet(Map::of);
    }

    /// Call within a scoped transaction.
    ///
    /// @param by one of `id`, `name`, `guid`, `external-id`
    Optional<Long> find(String by, String value, Optional<Long> owner, Kind kind) {
        return switch (by) {
            case "id" -> Ids.number(value).flatMap(id -> directory.byId(kind, owner, id));
            case "guid" -> Ids.guid(value).flatMap(guid -> directory.byGuid(kind, owner, guid));
            case "name" -> directory.byName(kind, owner, value);
            default -> kept.byExternalId(Kept.Subject.PLAN, value, id -> directory.byId(kind, owner, id));
        };
    }
}
