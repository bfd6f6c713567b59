package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Editing;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Several;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Lets a forward point elsewhere. Mail that is on its way to an address that is no target any more goes back. What was
/// another name of an address is a forward like others from then on.
@Verb(name = "forward.change", from = Level.CUSTOMER)
class ChangeForward implements Operation<Forward, ChangeForward.Input>, Editing<Forward>, Outward {

    record Input(@Several ForwardTargets targets, boolean keep) {}

    private final DSLContext database;
    private final Forwards forwards;

    ChangeForward(DSLContext database, Forwards forwards) {
        this.database = database;
        this.forwards = forwards;
    }

    @Override
    public Map<String, String> saved(Forward forward) {
        return forward.saved();
    }

    @Override
    public Verdict judge(Forward forward, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(forward.space(), caller, CreateMailbox.PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        if (forward.targets().equals(input.targets().list()) && forward.keep() == input.keep())
            return Verdict.unchanged();
        return HostingRules.first(List.of(
                ForwardRules.nobodysIsNoMore(forward.local(), input.keep(), false),
                ForwardRules.pointsWell(
                        forward.address(), input.targets().list(), forwards.ofCustomer(forward.accountId()))));
    }

    @Override
    public List<Change> apply(List<Forward> all, Input input, Caller caller, Job job) {
        database.execute(
                "update wirt.forward set targets = ?, keep = ?, alias = false where id = any(?)",
                input.targets().list().toArray(String[]::new),
                input.keep(),
                all.stream().map(Forward::id).toArray(Long[]::new));
        return all.stream()
                .map(f -> new Change(
                        f.id(),
                        values(f.targets(), f.keep(), f.alias()),
                        values(input.targets().list(), input.keep(), false)))
                .toList();
    }

    private static Map<String, Object> values(List<String> targets, boolean keep, boolean alias) {
        return Map.of("targets", String.join(", ", targets), "keep", keep, "alias", alias);
    }
}
