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

/// Removes a mailbox with its mail.
@Verb(name = "mailbox.remove", from = Level.CUSTOMER)
class RemoveMailbox implements Operation<Mailbox, RemoveMailbox.Input>, Outward {

    record Input() {}

    private final DSLContext database;

    RemoveMailbox(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Mailbox mailbox, Input input, Caller caller) {
        return HostingRules.first(List.of(HostingRules.mayManage(mailbox.space(), caller, CreateMailbox.PERMISSION)));
    }

    @Override
    public List<Change> apply(List<Mailbox> mailboxes, Input input, Caller caller, Job job) {
        database.execute("delete from wirt.mailbox where id = any(?)", (Object)
                mailboxes.stream().map(Mailbox::id).toArray(Long[]::new));
        return mailboxes.stream()
                .map(m -> Change.of(m.id(), "mailbox", m.name(), ""))
                .toList();
    }
}
