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
        var ids = mailboxes.stream().map(Mailbox::id).toArray(Long[]::new);
        // Its other names lead nowhere without it.
        database.execute(
                "delete from wirt.forward f using wirt.mailbox m join wirt.site w on w.id = m.site_id "
                        + "where m.id = any(?) and f.alias and f.site_id = m.site_id and f.targets = array[m.local || '@' || w.host]",
                (Object) ids);
        database.execute("delete from wirt.mailbox where id = any(?)", (Object) ids);
        return mailboxes.stream()
                .map(m -> Change.of(m.id(), "mailbox", m.name(), ""))
                .toList();
    }
}
