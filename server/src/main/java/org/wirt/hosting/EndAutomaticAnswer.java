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

/// Lets a mailbox answer nobody by itself any more. What it answered is kept, for the next time. Undone by
/// [SetAutomaticAnswer].
@Verb(name = "mailbox.unanswer", from = Level.CUSTOMER)
class EndAutomaticAnswer implements Operation<Mailbox, EndAutomaticAnswer.Input>, Outward {

    record Input() {}

    private final DSLContext database;

    EndAutomaticAnswer(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Mailbox mailbox, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(mailbox.space(), caller, CreateMailbox.PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        return mailbox.answer().filter(answer -> !answer.off()).isEmpty() ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Mailbox> mailboxes, Input input, Caller caller, Job job) {
        database.execute("update wirt.mailbox set answer_off = true where id = any(?)", (Object)
                mailboxes.stream().map(Mailbox::id).toArray(Long[]::new));
        return mailboxes.stream()
                .map(m -> new Change(
                        m.id(),
                        AutomaticAnswer.logged(m.answer()),
                        AutomaticAnswer.logged(m.answer().map(AutomaticAnswer::switchedOff))))
                .toList();
    }
}
