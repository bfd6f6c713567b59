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

/// Serves the mail of a domain here again, with all that was there before.
@Verb(name = "site.mail-on", from = Level.CUSTOMER)
class SwitchMailOn implements Operation<Site, SwitchMailOn.Input>, Outward {

    record Input() {}

    private final DSLContext database;

    SwitchMailOn(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        return SwitchMailOff.judge(site, false, caller);
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        return SwitchMailOff.change(database, sites, false);
    }
}
