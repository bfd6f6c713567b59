package org.wirt.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /// @param ways what is done about each customer for whom there is too little room; absent: nothing
    /// @return one for each customer, in their order
    public List<MoveChecks> preview(
            List<Customer> customers, long target, Map<Long, Long> plan, boolean dark, Map<Long, WayOut> ways) {
        var room = target(target).map(Provider::room).orElseGet(() -> ResellerRoom.administrator());
        var chosen = chosen(plan, target);
        var previews = new ArrayList<MoveChecks>();
        for (var customer : customers) {
            boolean unknown = plan.containsKey(customer.id()) && !chosen.containsKey(customer.id());
            var checks = unknown
                    ? unknownPlan(customer, room)
                    : checks(
                            customer,
                            room,
                            Optional.ofNullable(chosen.get(customer.id())),
                            dark,
                            Optional.ofNullable(ways.get(customer.id())));
            previews.add(checks);
            if (!checks.isBlocked()) room = taken(room.holding(checks.held()), customer, checks.allowances());
        }
        return previews;
    }

    private static MoveChecks checks(
            Customer customer, ResellerRoom room, Optional<Plan> plan, boolean dark, Optional<WayOut> way) {
        var mover = new Mover(customer.account().providerId(), customer.holdings());
        return MoveChecks.of(mover, room, plan.map(Plan::allowance), dark, way);
    }

    private static MoveChecks unknownPlan(Customer customer, ResellerRoom room) {
        var why = Refusal.invalid("plan." + customer.id(), "plan-of-other-provider");
        return MoveChecks.blockedBy(why, Holding.allowances(customer.holdings()), room.limits());
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

    /// The plans chosen for customers, of those that are the target's.
    Map<Long, Plan> chosen(Map<Long, Long> plan, long target) {
        var offered = plans.byId(Set.copyOf(plan.values()));
        var chosen = new HashMap<Long, Plan>();
        plan.forEach((customer, id) -> Optional.ofNullable(offered.get(id))
                .filter(p -> NewSubscriptions.isOf(p, target))
                .ifPresent(p -> chosen.put(customer, p)));
        return chosen;
    }
}
