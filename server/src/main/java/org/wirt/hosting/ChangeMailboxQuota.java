package org.wirt.hosting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Limits;

/// Lets a mailbox grow larger, or less large. Mail that lies in it already stays, also where it is more: then nothing
/// comes in until there is room again.
@Verb(name = "mailbox.quota", from = Level.CUSTOMER)
class ChangeMailboxQuota implements Operation<Mailbox, ChangeMailboxQuota.Input>, Outward {

    record Input(MailboxQuota quota) {}

    private final DSLContext database;

    ChangeMailboxQuota(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Mailbox mailbox, Input input, Caller caller) {
        return judgeAll(List.of(mailbox), input, caller).getFirst();
    }

    /// Those of one subscription share what that may hold.
    @Override
    public List<Verdict> judgeAll(List<Mailbox> mailboxes, Input input, Caller caller) {
        var held = new HashMap<Long, Long>();
        var verdicts = new ArrayList<Verdict>();
        for (var mailbox : mailboxes) {
            var space = mailbox.space();
            long others = held.getOrDefault(space.id(), space.used().mailboxBytes()) - counted(mailbox.quota());
            var verdict = judge(mailbox, input.quota(), others, caller);
            verdicts.add(verdict);
            if (verdict instanceof Verdict.Allowed)
                held.put(space.id(), Limits.sum(others, counted(input.quota().in(space))));
        }
        return verdicts;
    }

    private static Verdict judge(Mailbox mailbox, MailboxQuota quota, long others, Caller caller) {
        var space = mailbox.space();
        var forbidden = HostingRules.mayManage(space, caller, CreateMailbox.PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        long bytes = quota.in(space);
        if (bytes == mailbox.quota()) return Verdict.unchanged();
        return HostingRules.first(List.of(
                quota.tooLarge(space),
                isLess(bytes, mailbox.quota()) ? Optional.empty() : quota.tooMuch(space, others)));
    }

    /// Whoever holds too much since his contract has shrunk may go down by steps.
    private static boolean isLess(long bytes, long before) {
        return bytes != Limits.UNLIMITED && (before == Limits.UNLIMITED || bytes < before);
    }

    /// What of it counts towards the sum.
    private static long counted(long quota) {
        return Math.max(0, quota);
    }

    @Override
    public List<Change> apply(List<Mailbox> mailboxes, Input input, Caller caller, Job job) {
        database.execute(
                "update wirt.mailbox m set quota = n.quota from unnest(?::bigint[], ?::bigint[]) n (id, quota) where m.id = n.id",
                mailboxes.stream().map(Mailbox::id).toArray(Long[]::new),
                mailboxes.stream().map(m -> input.quota().in(m.space())).toArray(Long[]::new));
        return mailboxes.stream()
                .map(m -> Change.of(m.id(), "quota", m.quota(), input.quota().in(m.space())))
                .toList();
    }
}
