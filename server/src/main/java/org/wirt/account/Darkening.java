package org.wirt.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Reasons.Reason;
import org.wirt.account.Reasons.Subject;
import org.wirt.account.Reasons.Why;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Verdict;
import org.wirt.value.MailPolicy;
import org.wirt.value.ReasonText;
import org.wirt.value.Refusal;

/// One reason put on accounts, subscriptions or sites, and taken off again: what suspending and removing have in
/// common.
@Component
public class Darkening {

    private static final String REASONS = "reasons";

    private final Reasons reasons;
    private final Clock clock;

    Darkening(Reasons reasons, Clock clock) {
        this.reasons = reasons;
        this.clock = clock;
    }

    /// May the caller suspend it? Suspending twice changes nothing, so the memory of an earlier suspension is never
    /// lost.
    ///
    /// @param until when it ends by itself
    /// @param security a security hold, which only the administrator sets
    public Verdict judge(Reasoned one, Optional<Instant> until, boolean security, Caller caller) {
        if (until.isPresent() && !until.get().isAfter(clock.instant())) {
            return Verdict.refused(Refusal.invalid("until", "date-past"));
        }
        if (security && caller.level() != Level.ADMINISTRATOR) return Verdict.refused(Refusal.state("security-hold"));
        return one.own().has(Reasons.by(caller.level(), security)) ? Verdict.unchanged() : Verdict.allowed();
    }

    /// What a suspension says, from the answers of its form.
    public static Why why(
            Optional<ReasonText> reason,
            Optional<Instant> until,
            Optional<MailPolicy> mail,
            boolean security,
            Caller caller) {
        return new Why(
                Reasons.by(caller.level(), security),
                reason.map(ReasonText::text).orElse(""),
                until,
                mail.orElse(MailPolicy.DEFER));
    }

    public List<Change> add(Subject subject, Collection<? extends Reasoned> some, Why why, Caller caller, Job job) {
        reasons.add(subject, ids(some), why, caller, job.id());
        return some.stream().map(s -> added(s, why)).toList();
    }

    private static Change added(Reasoned one, Why why) {
        var now = new HashMap<String, Object>(
                Map.of(REASONS, one.own().with(why.cause()).bits()));
        if (!why.text().isEmpty()) now.put("reason", why.text());
        why.until().ifPresent(until -> now.put("until", until.toString()));
        if (why.mail() != MailPolicy.DEFER) now.put("mail", why.mail().name());
        return new Change(one.id(), new HashMap<>(Map.of(REASONS, one.own().bits())), now);
    }

    /// Remembers what was lifted, so that it can be put back exactly.
    public List<Change> lift(Subject subject, Collection<? extends Reasoned> some, int mask) {
        var lifted = reasons.lift(subject, ids(some), mask);
        return some.stream()
                .map(s -> new Change(
                        s.id(),
                        new HashMap<>(Map.of(REASONS, s.own().bits(), Activation.LIFTED, of(s, lifted))),
                        new HashMap<>(Map.of(REASONS, s.own().bits() & ~mask))))
                .toList();
    }

    private static List<Map<String, Object>> of(Reasoned one, List<Reason> lifted) {
        return lifted.stream()
                .filter(r -> r.subjectId() == one.id())
                .map(Reason::json)
                .toList();
    }

    /// Is what a job added still there?
    public List<Verdict> judgeUndo(Subject subject, Collection<? extends Reasoned> some, Job undone) {
        var still = reasons.standing(undone.id(), subject, ids(some));
        return some.stream()
                .map(s -> still.contains(s.id())
                        ? Verdict.allowed()
                        : Verdict.refused(Refusal.state("undo-contradicted")))
                .toList();
    }

    public List<Change> undo(Subject subject, Collection<? extends Reasoned> some, Job undone) {
        var lifted = new HashMap<Long, Integer>();
        reasons.liftOf(undone.id(), subject, ids(some))
                .forEach(r -> lifted.merge(r.subjectId(), r.code(), (a, b) -> a | b));
        return some.stream()
                .map(s -> Change.of(s.id(), REASONS, s.own().bits(), s.own().bits() & ~lifted.getOrDefault(s.id(), 0)))
                .toList();
    }

    public void restore(List<Change> done) {
        reasons.restore(done.stream()
                .flatMap(c -> Activation.remembered(c.before()).stream())
                .toList());
    }

    private static List<Long> ids(Collection<? extends Reasoned> some) {
        return some.stream().map(Reasoned::id).toList();
    }
}
