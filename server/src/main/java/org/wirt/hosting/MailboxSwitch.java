package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// A disabled mailbox is answered like an address that is not there: nobody signs in, and mail to it is refused, unless
/// a forward of its name sends it on. Its mail, its password and its other names stay, and it counts as before.
abstract class MailboxSwitch implements Operation<Mailbox, MailboxSwitch.Input>, Outward {

    record Input() {}

    private final DSLContext database;
    private final boolean off;

    MailboxSwitch(DSLContext database, boolean off) {
        this.database = database;
        this.off = off;
    }

    @Override
    public Verdict judge(Mailbox mailbox, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(mailbox.space(), caller, CreateMailbox.PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        return mailbox.off() == off ? Verdict.unchanged() : Verdict.allowed();
    }

    /// Who was in stays out, also where it comes back before anybody has looked.
    @Override
    public List<Change> apply(List<Mailbox> mailboxes, Input input, Caller caller, Job job) {
        database.execute(
                "update wirt.mailbox set off = ?, changed = changed + 1 where id = any(?)",
                off,
                mailboxes.stream().map(Mailbox::id).toArray(Long[]::new));
        return mailboxes.stream()
                .map(m -> Change.of(m.id(), "disabled", !off, off))
                .toList();
    }

    /// Signs everybody out of a mailbox and lets mail to it be refused.
    @Verb(name = "mailbox.disable", from = Level.CUSTOMER)
    static class Disable extends MailboxSwitch {
        Disable(DSLContext database) {
            super(database, true);
        }
    }

    /// Lets a mailbox be there again, with all that was in it.
    @Verb(name = "mailbox.enable", from = Level.CUSTOMER)
    static class Enable extends MailboxSwitch {
        Enable(DSLContext database) {
            super(database, false);
        }
    }
}
