package org.wirt.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.wirt.listing.Narrowing;

/// Whose things a list of hosting shows: the parameters `subscriber`, `customer` and `provider` as conditions.
///
/// @param row the alias of the rows, which name their owner and their realm
public record OwnerFilter(String row, Narrowing typed) {

    /// So many owners are looked at when the search is for owners.
    private static final int OWNERS = 5_000;

    public List<Condition> conditions() {
        return Stream.of(subscriber(), typed.number("customer", row + ".customer_id = {0}"), provider())
                .flatMap(Optional::stream)
                .toList();
    }

    /// With a reseller all below him is gone too; it comes back with him.
    public static Condition belowNobodyRemoved(String row) {
        return DSL.condition(InPlace.below(row));
    }

    /// By what the owner is found by in his own list.
    private Optional<Condition> subscriber() {
        var text = typed.text("subscriber");
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(DSL.condition(
                row + ".customer_id = any(array(select wirt.account_hits('CUSTOMER', {0}, null, null, {1}) "
                        + "union all select wirt.account_hits('RESELLER', {0}, null, null, {1})))",
                DSL.val(text),
                DSL.inline(OWNERS)));
    }

    private Optional<Condition> provider() {
        if (typed.text("provider").equals("me")) return Optional.of(DSL.condition(row + ".reseller_id = 1"));
        return typed.number("provider", row + ".reseller_id = {0}");
    }
}
