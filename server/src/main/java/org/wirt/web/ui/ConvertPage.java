package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Converting accounts, a plan for each: customers to resellers with reseller plans, resellers to customers with
/// hosting plans.
public record ConvertPage(
        Frame frame,
        String heading,
        String verb,
        List<Row> rows,
        List<Option> plans,
        Selection selection,
        Form form,
        long more,
        String returnTo) {

    /// @param choice whether there is a plan to choose
    /// @param limits what the account would have, in words
    /// @param wayOut what to do about a refusal
    /// @param customers how many customers he may have, where that is free to choose
    /// @param checks what was looked at and is worth knowing
    /// @param ways   what can be done where the plan is too small; empty: it is not
    public record Row(
            String id,
            String name,
            String href,
            long subscriptions,
            boolean choice,
            List<String> limits,
            Status.Kind kind,
            @Nullable String note,
            @Nullable Link wayOut,
            @Nullable Field customers,
            List<CheckLine> checks,
            List<Option> ways) {}

    public boolean toResellers() {
        return verb.equals("customer.convert");
    }

    /// False where every account is refused whatever is chosen.
    public boolean possible() {
        return rows.isEmpty() || rows.stream().anyMatch(row -> row.choice() || row.kind() == Status.Kind.DONE);
    }

    public boolean mayChoose() {
        return rows.stream().anyMatch(Row::choice);
    }
}
