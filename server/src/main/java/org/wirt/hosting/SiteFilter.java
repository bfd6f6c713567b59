package org.wirt.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.wirt.account.OwnerFilter;
import org.wirt.account.Reasons;
import org.wirt.listing.Narrowing;
import org.wirt.listing.Parameter;
import org.wirt.value.Cause;

/// The parameters of the list of domains as conditions. `w` is the site, `s` its subscription, `c` the owner.
record SiteFilter(Map<String, List<String>> parameters) {

    private static final String DISABLED = "disabled";

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.text("q"),
            Parameter.text("name"),
            Parameter.number("subscription"),
            Parameter.text("subscriber"),
            Parameter.number("customer"),
            Parameter.number("provider", "me"),
            Parameter.status(),
            Parameter.choice(
                    "cause",
                    Stream.concat(Stream.of(DISABLED), Cause.words().stream()).toList()));

    private static final String BELOW_DARK =
            "select d.id from wirt.account_dark a join wirt.site d on d.customer_id = a.account_id where a.kind = 'CUSTOMER' "
                    + "union all select id from wirt.site where reseller_id = any (array(select unnest(wirt.dark_resellers())))";

    private static final String DARK = "w.id in (select id from wirt.site where reasons <> 0 or disabled "
            + "union all select d.id from wirt.subscription b join wirt.site d on d.subscription_id = b.id where b.reasons <> 0 "
            + "union all select d.id from wirt.subscription b join wirt.site d on d.subscription_id = b.id where b.expires_at <= now() "
            + "union all " + BELOW_DARK + ")";

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
            case "" -> {}
            default -> all.add(DSL.falseCondition());
        }
        typed.word("cause", SiteFilter::cause).ifPresent(all::add);
        return all;
    }

    private static Optional<Condition> cause(String word) {
        if (word.equals(DISABLED))
            return Optional.of(DSL.condition("w.id in (select id from wirt.site where disabled)"));
        return Cause.of(word).map(SiteFilter::has);
    }

    /// The reasons a site is shown with: its own and those of its subscription, which is where a term ends.
    private static Condition has(Cause cause) {
        return switch (cause) {
            case EXPIRED ->
                DSL.condition("w.subscription_id in (select id from wirt.subscription where expires_at <= now())");
            case PARENT -> DSL.condition("w.id in (" + BELOW_DARK + ")");
            default ->
                DSL.condition(
                        "w.id in (select d.id from wirt.site d where {0} union all select d.id from wirt.site d where {1})",
                        Reasons.carried("d.id", Reasons.Subject.site, cause),
                        Reasons.carried("d.subscription_id", Reasons.Subject.subscription, cause));
        };
    }
}
