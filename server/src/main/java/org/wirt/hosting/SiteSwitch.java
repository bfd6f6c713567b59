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

/// A disabled site is answered like an unknown host, and its mail is refused. It is a provider's measure: nobody below
/// him takes it back.
abstract class SiteSwitch implements Operation<Site, SiteSwitch.Input>, Outward {

    record Input() {}

    private final DSLContext database;
    private final boolean disabled;

    SiteSwitch(DSLContext database, boolean disabled) {
        this.database = database;
        this.disabled = disabled;
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        return site.disabled() == disabled ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        database.execute(
                "update wirt.site set disabled = ? where id = any(?)",
                disabled,
                sites.stream().map(Site::id).toArray(Long[]::new));
        return sites.stream()
                .map(s -> Change.of(s.id(), "disabled", !disabled, disabled))
                .toList();
    }

    /// Makes a site unknown to the world.
    @Verb(name = "site.disable", from = Level.RESELLER)
    static class Disable extends SiteSwitch {
        Disable(DSLContext database) {
            super(database, true);
        }
    }

    /// Makes it known again.
    @Verb(name = "site.enable", from = Level.RESELLER)
    static class Enable extends SiteSwitch {
        Enable(DSLContext database) {
            super(database, false);
        }
    }
}
