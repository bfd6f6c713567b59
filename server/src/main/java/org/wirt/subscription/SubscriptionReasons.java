package org.wirt.subscription;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.account.Activation;
import org.wirt.account.Reasons;
import org.wirt.account.Reasons.Reason;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// One reason put on subscriptions, and taken off again: what suspending and removing have in common.
@Component
class SubscriptionReasons {

    private static final String REASONS = "reasons";

    private final Reasons reasons;

    SubscriptionReasons(Reasons reasons) {
        this.reasons = reasons;
    }

    List<Change> add(
            List<Subscription> subscriptions,
            Cause cause,
            String text,
            Optional<java.time.Instant> until,
            Caller caller,
            Job job) {
        reasons.add(Subject.subscription, ids(subscriptions), cause, text, until, caller, job.id());
        return subscriptions.stream()
                .map(s -> Change.of(
                        s.id(), REASONS, s.own().bits(), s.own().with(cause).bits()))
                .toList();
    }

    List<Change> lift(List<Subscription> subscriptions, int mask) {
        var lifted = reasons.lift(Subject.subscription, ids(subscriptions), mask);
        return subscriptions.stream()
                .map(s -> new Change(
                        s.id(),
                        new HashMap<>(Map.of(REASONS, s.own().bits(), Activation.LIFTED, of(s, lifted))),
                        new HashMap<>(Map.of(REASONS, s.own().bits() & ~mask))))
                .toList();
    }

    private static List<Map<String, Object>> of(Subscription subscription, List<Reason> lifted) {
        return lifted.stream()
                .filter(r -> r.subjectId() == subscription.id())
                .map(Reason::json)
                .toList();
    }

    /// Is what a job added still there?
    List<Verdict> judgeUndo(List<Subscription> subscriptions, Job undone) {
        var still = reasons.standing(undone.id(), Subject.subscription, ids(subscriptions));
        return subscriptions.stream()
                .map(s -> still.contains(s.id())
                        ? Verdict.allowed()
                        : Verdict.refused(Refusal.state("changed-meanwhile")))
                .toList();
    }

    List<Change> undo(List<Subscription> subscriptions, Job undone) {
        var lifted = reasons.liftOf(undone.id(), Subject.subscription, ids(subscriptions));
        return subscriptions.stream()
                .map(s -> {
                    int gone = lifted.stream()
                            .filter(r -> r.subjectId() == s.id())
                            .mapToInt(Reason::code)
                            .reduce(0, (a, b) -> a | b);
                    return Change.of(s.id(), REASONS, s.own().bits(), s.own().bits() & ~gone);
                })
                .toList();
    }

    void restore(List<Change> done) {
        reasons.restore(done.stream()
                .flatMap(c -> Activation.remembered(c.before()).stream())
                .toList());
    }

    private static List<Long> ids(List<Subscription> subscriptions) {
        return subscriptions.stream().map(Operand::id).toList();
    }
}
