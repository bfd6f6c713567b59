package org.wirt.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Catalogue;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// Makes a customer a reseller of the administrator: the same account with the same login, users and subscriptions. He
/// holds what a reseller plan says, or the whole of what his subscriptions hold; these follow no plan any more. Where
/// the plan is too small for them, he is raised above it, or they are cut, or he stays what he is.
@Verb(name = "customer.convert", from = Level.ADMINISTRATOR)
class ConvertCustomer implements Undoable<Customer, ConvertCustomer.Input> {

    /// @param plan a reseller plan for each customer; absent: none (Custom)
    /// @param way  what is done about each customer whose plan is too small; absent: he stays a customer
    /// @param room how many customers each may have who follows no plan; absent: without limit
    record Input(Map<Long, Long> plan, Map<Long, WayOut> way, CustomersAllowed room) {}

    static final String SUBSCRIPTIONS = "subscriptions";
    static final String PROVIDER = "provider";

    private final Conversions conversions;
    private final ResellerRows resellers;
    private final Bindings bindings;
    private final Handover handover;

    ConvertCustomer(Conversions conversions, ResellerRows resellers, Bindings bindings, Handover handover) {
        this.conversions = conversions;
        this.resellers = resellers;
        this.bindings = bindings;
        this.handover = handover;
    }

    @Override
    public Verdict judge(Customer customer, Input input, Caller caller) {
        return judgeAll(List.of(customer), input, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeAll(List<Customer> customers, Input input, Caller caller) {
        var previews = conversions.preview(
                customers, input.plan(), input.way(), input.room().numbered());
        var verdicts = new ArrayList<Verdict>();
        for (int i = 0; i < customers.size(); i++) verdicts.add(verdict(customers.get(i), previews.get(i)));
        return verdicts;
    }

    private static Verdict verdict(Customer customer, ResellerFromCustomer preview) {
        if (customer.account().own().has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        if (customer.account().kind() == Level.RESELLER) return Verdict.unchanged();
        return Check.verdict(preview.checks());
    }

    @Override
    public List<Change> apply(List<Customer> customers, Input input, Caller caller, Job job) {
        var ids = customers.stream().map(Operand::id).toList();
        var previews = conversions.preview(
                customers, input.plan(), input.way(), input.room().numbered());
        var bound = new ArrayList<Bound>();
        for (int i = 0; i < customers.size(); i++) bound.addAll(bound(customers.get(i), previews.get(i)));
        bindings.set(bound);
        var cleared = handover.to(Scope.ADMINISTRATOR, Level.RESELLER.name(), ids, caller);
        resellers.add(conversions.rows(customers, input.plan(), previews));
        var changes = new ArrayList<Change>();
        for (int i = 0; i < customers.size(); i++)
            changes.add(change(customers.get(i), input, previews.get(i), cleared));
        return changes;
    }

    /// The subscriptions that hold or follow something else from now on.
    private static List<Bound> bound(Customer customer, ResellerFromCustomer reseller) {
        var bound = new ArrayList<Bound>();
        for (int i = 0; i < customer.subscriptions().size(); i++) {
            var subscription = customer.subscriptions().get(i);
            var values = reseller.subscriptions().get(i);
            if (subscription.planId().isPresent() || !subscription.allowance().equals(values))
                bound.add(Bound.custom(subscription, values));
        }
        return bound;
    }

    private static Change change(
            Customer customer, Input input, ResellerFromCustomer reseller, Map<Long, String> cleared) {
        var account = customer.account();
        var before = new HashMap<String, Object>();
        before.put("kind", account.kind().name());
        before.put(PROVIDER, account.providerId());
        var touched =
                bound(customer, reseller).stream().map(Bound::subscription).toList();
        before.put(
                SUBSCRIPTIONS,
                customer.subscriptions().stream()
                        .filter(s -> touched.contains(s.id()))
                        .map(s -> Bound.of(s).json())
                        .toList());
        var external = cleared.get(customer.id());
        if (external != null) before.put(Handover.EXTERNAL_ID, external);
        var after = new HashMap<String, Object>();
        after.put("kind", Level.RESELLER.name());
        after.put(PROVIDER, Scope.ADMINISTRATOR);
        var plan = input.plan().get(customer.id());
        if (plan != null) after.put("plan", plan);
        else after.put("limit." + Catalogue.CUSTOMERS, reseller.customers().value());
        Optional.ofNullable(input.way().get(customer.id()))
                .filter(reseller.ways()::contains)
                .ifPresent(way -> after.put("way", way.name()));
        return new Change(customer.id(), before, after);
    }

    @Override
    public Verdict judgeUndo(Customer reseller, Change done, Job undone, Caller caller) {
        return judgeUndoOfAll(List.of(reseller), List.of(done), undone, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeUndoOfAll(List<Customer> accounts, List<Change> done, Job undone, Caller caller) {
        // Customers or plans of his own mean that he has gone on living as a reseller.
        var own = resellers.owning(accounts.stream().map(Operand::id).toList());
        return accounts.stream().map(a -> undoVerdict(a, own)).toList();
    }

    private static Verdict undoVerdict(Customer account, Set<Long> owning) {
        if (!account.is(Level.RESELLER)) return Verdict.refused(Refusal.state("undo-contradicted"));
        return owning.contains(account.id()) ? Verdict.refused(Refusal.state("undo-reseller-owns")) : Verdict.allowed();
    }

    @Override
    public List<Change> undo(List<Customer> accounts, List<Change> done, Job undone, Caller caller) {
        resellers.remove(accounts.stream().map(Operand::id).toList());
        handover.back(done, caller);
        handover.restoreExternalIds(Handover.remembered(done));
        bindings.restore(done.stream().flatMap(c -> list(c).stream()).toList());
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }

    static List<?> list(Change change) {
        return change.before().get(SUBSCRIPTIONS) instanceof List<?> list ? list : List.of();
    }
}
