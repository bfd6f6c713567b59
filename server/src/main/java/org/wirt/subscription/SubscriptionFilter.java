package org.wirt.subscription;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.wirt.account.OwnerFilter;
import org.wirt.account.Reasons;
import org.wirt.listing.Narrowing;
import org.wirt.listing.Parameter;
import org.wirt.value.Cause;

/// The parameters of the list of subscriptions as conditions. `s` is the subscription, `c` its owner.
record SubscriptionFilter(Map<String, List<String>> parameters) {

    private static final String PLAN = "plan";

    /// The plan it is bound to.
    static final Parameter BOUND = Parameter.number(PLAN, "custom");

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.choice("removed", List.of("yes")),
            Parameter.text("q"),
            Parameter.text("name"),
            Parameter.text("subscriber"),
            Parameter.number("customer"),
            Parameter.number("provider", "me"),
            BOUND,
            Parameter.number("node"),
            Parameter.choice(
                    "sync",
                    Arrays.stream(Subscription.Sync.values())
                            .map(SubscriptionFilter::word)
                            .toList()),
            Parameter.choice("cause", Cause.words()),
            Parameter.day("from"),
            Parameter.day("to"),
            Parameter.amount("expires"),
            Parameter.status());

    private static final String BELOW_DARK =
            "select d.id from wirt.account_dark a join wirt.subscription d on d.customer_id = a.account_id where a.kind = 'CUSTOMER' "
                    + "union all select id from wirt.subscription where reseller_id = any (array(select unnest(wirt.dark_resellers())))";

    /// Subscriptions that are dark, each way by its own index: their own reasons, their term, their owner's reasons,
    /// those of the reseller above.
    private static final String DARK = "s.id in (select id from wirt.subscription where reasons <> 0 "
            + "union all select id from wirt.subscription where expires_at <= now() "
            + "union all " + BELOW_DARK + ")";

    private static final String LIGHT = "s.reasons = 0 and (s.expires_at is null or s.expires_at > now()) "
            + "and c.reasons = 0 and not exists (select from wirt.account a where a.id = s.reseller_id and (a.reasons <> 0 or a.expires_at <= now()))";

    private static final String OUTSIDE = "s.reasons & 2048 = 0 and not c.removed";

    /// By itself; what went with its owner comes back with him.
    private static final String IN_BIN = "s.reasons & 2048 <> 0 and not c.removed";

    List<Condition> conditions() {
        var typed = new Narrowing(parameters);
        var all = new ArrayList<Condition>();
        all.add(DSL.condition(typed.text("removed").equals("yes") ? IN_BIN : OUTSIDE));
        all.add(OwnerFilter.belowNobodyRemoved("s"));
        typed.contains("q", "s.name").ifPresent(all::add);
        typed.contains("name", "s.name").ifPresent(all::add);
        all.addAll(new OwnerFilter("s", typed).conditions());
        plan("s", typed).ifPresent(all::add);
        typed.number("node", "s.node_id = {0}").ifPresent(all::add);
        typed.word("sync", SubscriptionFilter::sync).ifPresent(all::add);
        typed.word("cause", w -> Cause.of(w).map(SubscriptionFilter::has)).ifPresent(all::add);
        all.addAll(typed.days("from", "to", "s.created_at"));
        typed.endsWithin("expires", "s.expires_at").ifPresent(all::add);
        switch (typed.text("status")) {
            case "active" -> all.add(DSL.condition(LIGHT));
            case "suspended" -> all.add(DSL.condition(DARK));
            case "" -> {}
            default -> all.add(DSL.falseCondition());
        }
        return all;
    }

    /// Whatever is bound to the plan, or to none.
    ///
    /// @param row its alias
    static Optional<Condition> plan(String row, Narrowing typed) {
        if (typed.text(PLAN).equals("custom")) return Optional.of(DSL.condition(row + ".plan_id is null"));
        return typed.number(PLAN, row + ".plan_id = {0}");
    }

    private static Optional<Condition> sync(String word) {
        return Arrays.stream(Subscription.Sync.values())
                .filter(s -> word(s).equals(word))
                .findFirst()
                .map(s -> DSL.condition("s.sync = {0}", DSL.inline(s.name())));
    }

    private static String word(Subscription.Sync sync) {
        return sync.name().toLowerCase(Locale.ROOT);
    }

    /// Its own reasons; what follows of its term and of whoever is above it follows of itself.
    private static Condition has(Cause cause) {
        return switch (cause) {
            case EXPIRED -> DSL.condition("s.expires_at <= now()");
            case PARENT -> DSL.condition("s.id in (" + BELOW_DARK + ")");
            default -> Reasons.carried("s.id", Reasons.Subject.subscription, cause);
        };
    }
}
