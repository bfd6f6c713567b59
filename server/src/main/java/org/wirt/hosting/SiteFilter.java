package org.wirt.hosting;

import static org.wirt.listing.PageRequest.first;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The parameters of the list of domains as conditions. `w` is the site, `s` its subscription, `c` the owner.
record SiteFilter(Map<String, List<String>> parameters) {

    private static final String DARK = "w.id in (select id from wirt.site where reasons <> 0 or disabled "
            + "union all select d.id from wirt.subscription b join wirt.site d on d.subscription_id = b.id where b.reasons <> 0 "
            + "union all select d.id from wirt.subscription b join wirt.site d on d.subscription_id = b.id where b.expires_at <= now() "
            + "union all select d.id from wirt.account a join wirt.site d on d.customer_id = a.id "
            + "where a.kind = 'CUSTOMER' and a.reasons <> 0 and a.reasons & 2048 = 0 "
            + "union all select d.id from wirt.account a join wirt.site d on d.reseller_id = a.id "
            + "where a.kind = 'RESELLER' and (a.reasons <> 0 or a.expires_at <= now()) and a.reasons & 2048 = 0)";

    private static final String LIGHT = "w.reasons = 0 and not w.disabled and s.reasons = 0 "
            + "and (s.expires_at is null or s.expires_at > now()) and c.reasons = 0 "
            + "and not exists (select from wirt.account a where a.id = w.reseller_id and (a.reasons <> 0 or a.expires_at <= now()))";

    private static final int OWNERS = 5_000;

    List<Condition> conditions() {
        var all = new ArrayList<Condition>();
        all.add(
                DSL.condition(
                        "not w.released and s.reasons & 2048 = 0 and c.reasons & 2048 = 0 "
                                + "and s.reseller_id <> all(array(select id from wirt.account where kind = 'RESELLER' and reasons & 2048 <> 0))"));
        contains(first(parameters, "q")).ifPresent(all::add);
        contains(first(parameters, "name")).ifPresent(all::add);
        subscriber(first(parameters, "subscriber")).ifPresent(all::add);
        number("customer", "w.customer_id = {0}").ifPresent(all::add);
        number("subscription", "w.subscription_id = {0}").ifPresent(all::add);
        provider().ifPresent(all::add);
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
        var escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return Optional.of(DSL.condition("w.host like {0}", DSL.val("%" + escaped + "%")));
    }

    private static Optional<Condition> subscriber(String typed) {
        var text = typed.replace("\0", "");
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(DSL.condition(
                "w.customer_id = any(array(select wirt.account_hits('CUSTOMER', {0}, null, null, {1}) "
                        + "union all select wirt.account_hits('RESELLER', {0}, null, null, {1})))",
                DSL.val(text), DSL.inline(OWNERS)));
    }

    private Optional<Condition> provider() {
        if (first(parameters, "provider").equals("me")) return Optional.of(DSL.condition("w.reseller_id = 1"));
        return number("provider", "w.reseller_id = {0}");
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
}
