package org.wirt.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wirt.access.Level;
import org.wirt.account.Reasons.Reason;
import org.wirt.operation.Change;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.Causes;
import org.wirt.value.Refusal;

/// The rules of taking reasons away that all objects share: everybody lifts what he or somebody below him set; an
/// active one stays as it is; and what was lifted is remembered, so that it can be put back exactly.
public final class Activation {

    /// Under this name a change keeps the reasons it lifted.
    public static final String LIFTED = "lifted";

    private static final Refusal UNTOUCHED = Refusal.state("security-hold-untouched");
    private static final String REASONS = "reasons";

    private Activation() {}

    public static Verdict judge(Causes own, Level level) {
        return judge(own, level, false);
    }

    /// Whoever may lift a security hold is told how, everybody else who may.
    ///
    /// @param hold whether a security hold is lifted too
    public static Verdict judge(Causes own, Level level, boolean hold) {
        if (own.has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        if (own.isActive()) return Verdict.unchanged();
        if ((own.bits() & Reasons.liftable(level, hold)) != 0) return Verdict.allowed();
        if (own.has(Cause.SECURITY)) return Verdict.refused(held(level));
        if (own.has(Cause.ADMIN)) return Verdict.refused(Refusal.state("suspended-by-administrator"));
        return Verdict.refused(Refusal.state("reason-not-liftable"));
    }

    private static Refusal held(Level level) {
        return level == Level.ADMINISTRATOR ? UNTOUCHED : Refusal.state("security-hold");
    }

    /// Whether the only thing in the way is that somebody has not ticked the hold he may lift.
    public static boolean isUntouchedHold(Refusal why) {
        return why.equals(UNTOUCHED);
    }

    public static Change change(Account account, int mask, List<Reason> lifted) {
        return new Change(
                account.id(),
                Map.of(
                        REASONS,
                        account.own().bits(),
                        LIFTED,
                        lifted.stream().map(Reason::json).toList()),
                Map.of(REASONS, account.own().bits() & ~mask),
                StillDark.remark(account.name(), new Causes(account.own().bits() & ~mask), account.above()));
    }

    /// Accounts with their security hold lifted and without are two deeds at once.
    public static List<Reason> lift(Reasons reasons, Collection<Long> accounts, Level level, Map<Long, Boolean> holds) {
        var lifted = new ArrayList<Reason>();
        for (boolean hold : new boolean[] {true, false}) {
            var some = accounts.stream()
                    .filter(id -> hold == holds.getOrDefault(id, false))
                    .toList();
            if (!some.isEmpty())
                lifted.addAll(reasons.lift(Reasons.Subject.account, some, Reasons.liftable(level, hold)));
        }
        return lifted;
    }

    /// Taken back only while the reasons are those the activation left behind.
    public static Verdict judgeUndo(Account account, Change done) {
        return left(done) == account.own().bits()
                ? Verdict.allowed()
                : Verdict.refused(Refusal.state("undo-contradicted"));
    }

    private static int left(Change done) {
        return done.after().get(REASONS) instanceof Number bits ? bits.intValue() : -1;
    }

    public static List<Reason> remembered(Map<String, Object> before) {
        return before.get(LIFTED) instanceof List<?> list
                ? list.stream().map(r -> Reason.of((Map<?, ?>) r)).toList()
                : List.of();
    }

    public static Change reversed(Change done) {
        return new Change(done.id(), done.after(), done.before());
    }
}
