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

/// Removes a forward. A mailbox of the same name gets its mail from then on.
@Verb(name = "forward.remove", from = Level.CUSTOMER)
class RemoveForward implements Operation<Forward, RemoveForward.Input>, Outward {

    record Input() {}

    private final DSLContext database;

    RemoveForward(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Forward forward, Input input, Caller caller) {
        return HostingRules.first(List.of(HostingRules.mayManage(forward.space(), caller, CreateMailbox.PERMISSION)));
    }

    @Override
    public List<Change> apply(List<Forward> forwards, Input input, Caller caller, Job job) {
        database.execute("delete from wirt.forward where id = any(?)", (Object)
                forwards.stream().map(Forward::id).toArray(Long[]::new));
        return forwards.stream()
                .map(f -> Change.of(f.id(), "forward", f.name(), ""))
                .toList();
    }
}
