package org.wirt.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Meaning;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Kind;
import org.wirt.plan.Overuse;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;

/// Gives a reseller values of his own beside his plan's. Less takes nothing away from what he has granted; it bounds
/// what he may grant from now on.
@Verb(name = "reseller.customize", from = Level.ADMINISTRATOR)
class CustomizeReseller implements Operation<Customer, CustomizeReseller.Input> {

    /// What is not named stays as it is.
    ///
    /// @param limit by key; sizes in bytes, -1 is unlimited
    /// @param oversell may he grant in sum more than he holds
    record Input(
            @Meaning("bytes") Map<String, Long> limit,
            Map<String, Boolean> permission,
            Optional<Overuse> overuse,
            Optional<Boolean> oversell) {

        CustomizeSubscription.Input values() {
            return new CustomizeSubscription.Input(limit, permission, overuse);
        }
    }

    private final ResellerRooms rooms;
    private final ResellerRows rows;

    CustomizeReseller(ResellerRooms rooms, ResellerRows rows) {
        this.rooms = rooms;
        this.rows = rows;
    }

    @Override
    public Verdict judge(Customer reseller, Input input, Caller caller) {
        if (!reseller.is(Level.RESELLER)) return Verdict.refused(Refusal.notFound());
        var held = rooms.held(reseller.id());
        var unknown = input.values().unknown(Kind.RESELLER, held);
        if (!unknown.isEmpty()) return Verdict.of(unknown);
        try {
            return input.values().over(held).equals(held) && input.oversell().isEmpty()
                    ? Verdict.unchanged()
                    : Verdict.allowed();
        } catch (InvalidValue e) {
            return Verdict.refused(e.in("limit"));
        }
    }

    @Override
    public List<Change> apply(List<Customer> resellers, Input input, Caller caller, Job job) {
        return resellers.stream()
                .map(reseller -> {
                    var before = rooms.held(reseller.id());
                    var after = input.values().over(before);
                    rows.customize(reseller.id(), after, input.oversell());
                    return new Change(
                            reseller.id(),
                            Map.of(
                                    "limits",
                                    before.limits().values(),
                                    "permissions",
                                    before.permissions().values()),
                            Map.of(
                                    "limits",
                                    after.limits().values(),
                                    "permissions",
                                    after.permissions().values()));
                })
                .toList();
    }
}
