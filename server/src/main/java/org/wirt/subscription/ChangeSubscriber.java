package org.wirt.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.User;
import org.wirt.account.UsersOfOne;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Operand;
import org.wirt.operation.Outward;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.value.Refusal;

/// Gives subscriptions to another account of the same provider, with sites, mailboxes, logins and reasons. They keep
/// what they hold and follow no plan any more. Users of the old subscriber who have access to nothing else are
/// deactivated. To another provider a customer is moved as a whole.
@Verb(name = "subscription.subscriber", from = Level.RESELLER)
class ChangeSubscriber implements Undoable<Subscription, ChangeSubscriber.Input>, Outward {

    /// @param subscriber the account they shall belong to
    record Input(@Needed Optional<Long> subscriber) {}

    private static final String OWNER = "customer";
    private static final String BINDING = "binding";
    private static final String USERS = "users";

    private final Subscribers subscribers;
    private final Bindings bindings;
    private final UsersOfOne users;
    private final DSLContext database;

    ChangeSubscriber(Subscribers subscribers, Bindings bindings, UsersOfOne users, DSLContext database) {
        this.subscribers = subscribers;
        this.bindings = bindings;
        this.users = users;
        this.database = database;
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        if (subscription.isGone()) return Verdict.refused(Refusal.notFound());
        if (input.subscriber.isEmpty()) return Verdict.refused(Refusal.invalid("subscriber", "missing"));
        var wanted = subscribers.find(input.subscriber.get()).filter(s -> !s.removed());
        if (wanted.isEmpty()) return Verdict.refused(Refusal.notFound());
        if (wanted.get().resellerId() != subscription.resellerId())
            return Verdict.refused(Refusal.invalid("subscriber", "subscriber-of-other-provider"));
        return wanted.get().id() == subscription.accountId() ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        long subscriber = input.subscriber.orElseThrow();
        bindings.set(
                subscriptions.stream().map(s -> Bound.custom(s, s.allowance())).toList());
        var ids = subscriptions.stream().map(Operand::id).toList();
        var losing = users.active(ids);
        users.deactivate(losing, caller);
        give(ids, subscriber);
        return subscriptions.stream()
                .map(s -> new Change(
                        s.id(),
                        Map.of(OWNER, s.accountId(), BINDING, Bound.of(s).json(), USERS, of(s, losing)),
                        Map.of(OWNER, subscriber)))
                .toList();
    }

    private static List<Long> of(Subscription subscription, List<User> users) {
        return users.stream()
                .filter(user -> user.subscription().equals(Optional.of(subscription.id())))
                .map(Operand::id)
                .toList();
    }

    /// What hangs on them follows by foreign key, their reasons do not.
    private void give(List<Long> subscriptions, long subscriber) {
        var ids = subscriptions.toArray(Long[]::new);
        database.execute(
                "update wirt.subscription set customer_id = ?, changed = changed + 1 where id = any(?)",
                subscriber,
                ids);
        database.execute(
                "update wirt.reason set account_id = ? where (subject = 'subscription' and subject_id = any(?)) "
                        + "or (subject = 'site' and subject_id = any(array(select id from wirt.site where subscription_id = any(?))))",
                subscriber,
                ids,
                ids);
    }

    @Override
    public Verdict judgeUndo(Subscription subscription, Change done, Job undone, Caller caller) {
        boolean still = number(done.after().get(OWNER)) == subscription.accountId();
        boolean there = subscribers
                .find(number(done.before().get(OWNER)))
                .filter(s -> !s.removed() && s.resellerId() == subscription.resellerId())
                .isPresent();
        return still && there ? Verdict.allowed() : Verdict.refused(Refusal.state("undo-contradicted"));
    }

    @Override
    public List<Change> undo(List<Subscription> subscriptions, List<Change> done, Job undone, Caller caller) {
        done.stream()
                .collect(Collectors.groupingBy(c -> number(c.before().get(OWNER))))
                .forEach((owner, some) -> give(some.stream().map(Change::id).toList(), owner));
        bindings.restore(done.stream().map(c -> c.before().get(BINDING)).toList());
        users.activate(done.stream().flatMap(ChangeSubscriber::deactivated).toList(), caller);
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }

    private static Stream<Long> deactivated(Change done) {
        return done.before().get(USERS) instanceof List<?> ids
                ? ids.stream().map(ChangeSubscriber::number)
                : Stream.empty();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number n ? n.longValue() : 0;
    }
}
