package org.wirt.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.wirt.account.OwnerFilter;
import org.wirt.listing.Narrowing;

/// The parameters of the list of domains as conditions. `w` is the site, `s` its subscription, `c` the owner.
record SiteFilter(Map<String, List<String>> parameters) {

    private static final String DARK = "w.id in (select id from wirt.site where reasons <> 0 or disabled "
            + "union all select d.id from wirt.subscription b join wirt.site d on d.subscription_id = b.id where b.reasons <> 0 "
            + "union all select d.id from wirt.subscription b join wirt.site d on d.subscription_id = b.id where b.expires_at <= now() "
            + "union all select d.id from wirt.account_dark a join wirt.site d on d.customer_id = a.account_id where a.kind = 'CUSTOMER' "
            + "union all select id from wirt.site where reseller_id = any (array(select unnest(wirt.dark_resellers()))))";

    private static final String LIGHT = "w.reasons = 0 and not w.disabled and s.reasons = 0 "
            + "and (s.expires_at is null or s.expires_at > now()) and c.reasons = 0 "
            + "and not exists (select from wirt.account a where a.id = w.reseller_id and (a.reasons <> 0 or a.expires_at <= now()))";

    private static final String OUTSIDE = "not w.released and s.reasons & 2048 = 0 and not c.removed";

    List<Condition> conditions() {
        var typed = new Narrowing(parameters);
        var all = new ArrayList<Condition>();
        all.add(DSL.condition(OUTSIDE));
        all.add(OwnerFilter.belowNobodyRemoved("s"));
        typed.contains("q", "w.host").ifPresent(all::add);
        typed.contains("name", "w.host").ifPresent(all::add);
        typed.number("subscription", "w.subscription_id = {0}").ifPresent(all::add);
        all.addAll(new OwnerFilter("w", typed).conditions());
        switch (typed.text("status")) {
            case "active" -> all.add(DSL.condition(LIGHT));
            case "suspended" -> all.add(DSL.condition(DARK));
            default -> {}
        }
        return all;
    }
}
