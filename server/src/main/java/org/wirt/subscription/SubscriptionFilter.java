package org.wirt.subscription;

import static org.wirt.listing.PageRequest.first;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The parameters of the list of subscriptions as conditions. `s` is the subscription, `c` its owner.
record SubscriptionFilter(Map<String, List<String>> parameters) {

    /// Subscriptions that are dark, each way by its own index: their own reasons, their term, their owner's reasons,
    /// those of the reseller above.
    private static final String DARK = "s.id in (select id from wirt.subscription where reasons <> 0 "
            + "union all select id from wirt.subscription where expires_at <= now() "
            + "union all select d.id from wirt.account a join wirt.subscription d on d.customer_id = a.id "
            + "where a.kind = 'CUSTOMER' and a.reasons <> 0 and a.reasons & 2048 = 0 "
            + "union all select d.id from wirt.account a join wirt.subscription d on d.reseller_id = a.id "
            + "where a.kind = 'RESELLER' and (a.reasons <> 0 or a.expires_at <= now()) and a.reasons & 2048 = 0)";

    private static final String LIGHT = "s.reasons = 0 and (s.expires_at is null or s.expires_at > now()) "
            + "and c.reasons = 0 and not exists (select from wirt.account a where a.id = s.reseller_id and (a.reasons <> 0 or a.expires_at <= now()))";

    private static final String OUTSIDE = "s.reasons & 2048 = 0 and c.reasons & 2048 = 0";

    /// By itself; what went with its owner comes back with him.
    private static final String IN_BIN = "s.reasons & 2048 <> 0 and c.reasons & 2048 = 0";

    private static final String BELOW_NOBODY_REMOVED =
            "s.reseller_id <> all(array(select id from wirt.account where kind = 'RESELLER' and reasons & 2048 <> 0))";

    /// So many owners are looked at when the search is for owners.
    private static final int OWNERS = 5_000;

    List<Condition> conditions() {
        var all = new ArrayList<Condition>();
        all.add(DSL.condition(first(parameters, "removed").equals("yes") ? IN_BIN : OUTSIDE));
        all.add(DSL.condition(BELOW_NOBODY_REMOVED));
        contains(first(parameters, "q")).ifPresent(all::add);
        contains(first(parameters, "name")).ifPresent(all::add);
        subscriber(first(parameters, "subscriber")).ifPresent(all::add);
        number("customer", "s.customer_id = {0}").ifPresent(all::add);
        provider().ifPresent(all::add);
        plan().ifPresent(all::add);
        switch (first(parameters, "status")) {
            case "active" -> all.add(DSL.condition(LIGHT));
            case "suspended" -> all.add(DSL.condition(DARK));
            default -> {}
        }
        return all;
    }

    private static Optional<Condition> contains(String typed) {
        var text = typed.replace("\0", "").toLowerCase(Locale.ROOT);
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(DSL.condition("s.name like {0}", DSL.val("%" + escaped(text) + "%")));
    }

    /// By what the owner is found by in his own list.
    private static Optional<Condition> subscriber(String typed) {
        var text = typed.replace("\0", "");
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(DSL.condition(
                "s.customer_id = any(array(select wirt.account_hits('CUSTOMER', {0}, null, null, {1}) "
                        + "union all select wirt.account_hits('RESELLER', {0}, null, null, {1})))",
                DSL.val(text), DSL.inline(OWNERS)));
    }

    private Optional<Condition> provider() {
        if (first(parameters, "provider").equals("me")) return Optional.of(DSL.condition("s.reseller_id = 1"));
        return number("provider", "s.reseller_id = {0}");
    }

    private Optional<Condition> plan() {
        if (first(parameters, "plan").equals("custom")) return Optional.of(DSL.condition("s.plan_id is null"));
        return number("plan", "s.plan_id = {0}");
    }

    private Optional<Condition> number(String parameter, String condition) {
        var text = first(parameters, parameter);
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(DSL.condition(condition, DSL.val(Long.parseLong(text))));
        } catch (NumberFormatException _) {
            return Optional.of(DSL.falseCondition());
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
