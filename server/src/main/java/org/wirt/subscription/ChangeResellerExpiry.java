package org.wirt.subscription;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// Sets when resellers end, or that they never do. Whoever has ended is dark with all his customers, and back from the
/// commit on.
@Verb(name = "reseller.expiry", from = Level.ADMINISTRATOR)
class ChangeResellerExpiry implements Operation<Account, ChangeResellerExpiry.Input>, Outward {

    /// @param expires absent: never
    /// @param past whether that may lie behind us: then he is expired at once
    record Input(Optional<Instant> expires, boolean past) {}

    private static final String EXPIRES = "expires";

    private final ResellerTerms terms;
    private final ResellerRooms rooms;

    ChangeResellerExpiry(ResellerTerms terms, ResellerRooms rooms) {
        this.terms = terms;
        this.rooms = rooms;
    }

    @Override
    public Verdict judge(Account reseller, Input input, Caller caller) {
        if (reseller.own().has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        if (!input.past() && terms.isPast(input.expires()))
            return Verdict.refused(Refusal.invalid(EXPIRES, "date-past"));
        return Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Account> resellers, Input input, Caller caller, Job job) {
        var before = new HashMap<Long, Optional<Instant>>();
        resellers.forEach(r -> before.put(r.id(), rooms.held(r.id()).expiry()));
        var ends = new HashMap<Long, Optional<Instant>>();
        resellers.forEach(r -> ends.put(r.id(), input.expires()));
        terms.set(ends);
        return resellers.stream()
                .map(r -> new Change(
                        r.id(),
                        Map.of(EXPIRES, text(before.getOrDefault(r.id(), Optional.empty()))),
                        Map.of(EXPIRES, text(input.expires()))))
                .toList();
    }

    private static String text(Optional<Instant> end) {
        return end.map(Instant::toString).orElse("");
    }
}
