package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Lets a site that led elsewhere show its own pages again.
@Verb(name = "site.serve", from = Level.CUSTOMER)
class ServeSite implements Operation<Site, ServeSite.Input>, Outward {

    record Input() {}

    private final DSLContext database;

    ServeSite(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(site.space(), caller, RedirectSite.PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        return site.redirect().isEmpty() ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        database.execute("update wirt.site set redirect_to = null, redirect_mode = null where id = any(?)", (Object)
                sites.stream().map(Site::id).toArray(Long[]::new));
        return sites.stream()
                .map(site -> new Change(site.id(), RedirectSite.told(site), Map.of("target", "")))
                .toList();
    }
}
