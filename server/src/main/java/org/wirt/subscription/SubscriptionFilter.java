package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.wirt.account.OwnerFilter;
import org.wirt.listing.Narrowing;

/// The parameters of the list of subscriptions as conditions. `s` is the subscription, `c` its owner.
record SubscriptionFilter(Map<String, List<String>> parameters) {

    /// Subscriptions that are dark, each way by its own index: their own reasons, their term, their owner's reasons,
    /// those of the reseller above.
    private static final String DARK = "s.id in (select id from wirt.subscription where reasons <> 0 "
            + "union all select id from wirt.subscription where expires_at <= now() "
            + "union all select d.id from wirt.account_dark a join wirt.subscription d on d.customer_id = a.account_id where a.kind = 'CUSTOMER' "
            + "union all select id from wirt.subscription where reseller_id = any (array(select unnest(wirt.dark_resellers()))))";

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
        plan(typed).ifPresent(all::add);
        switch (typed.text("status")) {
            case "active" -> all.add(DSL.condition(LIGHT));
            case "suspended" -> all.add(DSL.condition(DARK));
            default -> {}
        }
        return all;
    }

    private static Optional<Condition> plan(Narrowing typed) {
        if (typed.text("plan").equals("custom")) return Optional.of(DSL.condition("s.plan_id is null"));
        return typed.number("plan", "s.plan_id = {0}");
    }
}
