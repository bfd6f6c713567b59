package org.wirt.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// Sets when subscriptions end, or that they never do. An expired one is back from the commit on. What comes from
/// another panel may have ended there.
@Verb(name = "subscription.expiry", from = Level.RESELLER)
class ChangeExpiry implements Operation<Subscription, ChangeExpiry.Input>, Outward {

    /// @param expires absent: never
    /// @param past whether that may lie behind us: then it is expired at once
    record Input(Optional<Instant> expires, boolean past) {}

    private final Terms terms;
    private final Clock clock;

    ChangeExpiry(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        if (subscription.isGone()) return Verdict.refused(Refusal.notFound());
        if (!input.past()
                && input.expires().isPresent()
                && !input.expires().get().isAfter(clock.instant())) {
            return Verdict.refused(Refusal.invalid("expires", "date-past"));
        }
        return subscription.expires().equals(input.expires()) ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        terms.setAll(subscriptions.stream().map(Operand::id).toList(), input.expires());
        var now = input.expires().map(Instant::toString).orElse("");
        return subscriptions.stream()
                .map(s -> new Change(
                        s.id(),
                        Map.of("expires", s.expires().map(Instant::toString).orElse("")),
                        Map.of("expires", now)))
                .toList();
    }
}
