package org.wirt.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wirt.plan.Allowance;
import org.wirt.plan.Limits;
import org.wirt.subscription.Plans.Plan;
import org.wirt.value.Refusal;

/// Looks ahead at moves: what each customer would hold at the new provider, and what is in the way. Several who move
/// together share the room there, in their order. Call within a scoped transaction.
@Component
public class Moves {

    private final Providers providers;
    private final Plans plans;

    Moves(Providers providers, Plans plans) {
        this.providers = providers;
        this.plans = plans;
    }

    /// @param plan a hosting plan of the new provider for each customer; absent: Custom
    /// @param dark somebody agreed that they go dark below a suspended provider
    /// @return one for each customer, in their order
    public List<MoveChecks> preview(List<Customer> customers, long target, Map<Long, Long> plan, boolean dark) {
        var room = target(target).map(Provider::room).orElseGet(() -> ResellerRoom.administrator());
        var previews = new ArrayList<MoveChecks>();
        for (var customer : customers) {
            var checks = checks(customer, room, chosen(plan, customer.id(), target), dark);
            previews.add(checks);
            room = taken(room, customer, checks.allowances());
        }
        return previews;
    }

    /// Whether this customer alone may move, and what he would hold.
    MoveChecks check(Customer customer, Provider target, Optional<Plan> plan, boolean dark) {
        return checks(customer, target.room(), plan, dark);
    }

    private static MoveChecks checks(Customer customer, ResellerRoom room, Optional<Plan> plan, boolean dark) {
        var mover = new Mover(customer.account().providerId(), customer.holdings());
        return MoveChecks.of(mover, room, plan.map(Plan::allowance), dark);
    }

    /// The room that is left once this customer has arrived.
    private static ResellerRoom taken(ResellerRoom room, Customer customer, List<Allowance> allowances) {
        var limits = new ArrayList<>(allowances.stream().map(Allowance::limits).toList());
        limits.add(room.granted());
        return new ResellerRoom(
                room.account(),
                room.active(),
                room.limits(),
                Limits.united(limits),
                room.used().plus(Holding.used(customer.holdings())),
                room.oversell(),
                room.customers() + 1,
                room.permissions(),
                room.apps());
    }

    /// The new provider with his room, looked up once in a transaction. Whoever is about to move somebody there makes
    /// others wait who want the same room.
    Optional<Provider> target(long id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return find(id);
        return memory().computeIfAbsent(id, this::find);
    }

    private Optional<Provider> find(long id) {
        var found = TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                ? providers.load(List.of(id))
                : providers.lock(List.of(id));
        return found.stream().filter(p -> !p.removed()).findFirst();
    }

    @SuppressWarnings("unchecked")
    private Map<Long, Optional<Provider>> memory() {
        var known = TransactionSynchronizationManager.getResource(this);
        if (known != null) return (Map<Long, Optional<Provider>>) known;
        var memory = new HashMap<Long, Optional<Provider>>();
        TransactionSynchronizationManager.bindResource(this, memory);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Moves.this);
            }
        });
        return memory;
    }

    /// The plan chosen for a customer, if it is one of the target's.
    Optional<Plan> chosen(Map<Long, Long> plan, long customer, long target) {
        return Optional.ofNullable(plan.get(customer))
                .flatMap(plans::find)
                .filter(p -> NewSubscriptions.isOf(p, target));
    }

    Optional<Refusal> refusalOfPlan(Map<Long, Long> plan, long customer, long target) {
        return plan.containsKey(customer) && chosen(plan, customer, target).isEmpty()
                ? Optional.of(Refusal.invalid("plan." + customer, "plan-of-other-provider"))
                : Optional.empty();
    }
}
