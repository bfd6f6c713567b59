package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Passwords;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Gives a mailbox a new password; mail programs signed in with the old one are signed out.
@Verb(name = "mailbox.password", from = Level.CUSTOMER)
class ChangeMailboxPassword implements Operation<Mailbox, ChangeMailboxPassword.Input> {

    record Input(@Secret String password) {}

    private final DSLContext database;
    private final Passwords passwords;

    ChangeMailboxPassword(DSLContext database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    @Override
    public Verdict judge(Mailbox mailbox, Input input, Caller caller) {
        return HostingRules.first(List.of(
                HostingRules.mayManage(mailbox.space(), caller, CreateMailbox.PERMISSION),
                HostingRules.goodPassword(input.password(), mailbox.local())));
    }

    @Override
    public List<Change> apply(List<Mailbox> mailboxes, Input input, Caller caller, Job job) {
        var mailbox = mailboxes.getFirst();
        database.execute(
                "update wirt.mailbox set password_hash = ?, changed = changed + 1 where id = ?",
                passwords.serviceHash(input.password()),
                mailbox.id());
        return List.of(Change.of(mailbox.id()));
    }
}
