package org.wirt.hosting;

import java.util.List;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Reasons;
import org.wirt.account.StillDark;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Causes;
import org.wirt.value.Refusal;

/// Switches the web of a site on again, as far as the caller may: what a higher level switched off stays off.
@Verb(name = "site.activate", from = Level.CUSTOMER)
class ActivateSite implements Operation<Site, ActivateSite.Input>, Outward {

    record Input() {}

    private final Reasons reasons;

    ActivateSite(Reasons reasons) {
        this.reasons = reasons;
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        var refusal = HostingRules.isManageable(site.space(), caller);
        if (refusal.isPresent()) return Verdict.refused(refusal.get());
        if (site.own().isActive()) return Verdict.unchanged();
        boolean some = (site.own().bits() & Reasons.liftable(caller.level())) != 0;
        return some ? Verdict.allowed() : Verdict.refused(Refusal.notPermitted("site-suspended-above"));
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        int mask = Reasons.liftable(caller.level());
        var ids = sites.stream().map(Site::id).toList();
        reasons.lift(Reasons.Subject.site, ids, mask);
        return sites.stream()
                .map(s -> change(s, new Causes(s.own().bits() & ~mask)))
                .toList();
    }

    private static Change change(Site site, Causes left) {
        var above = site.space().causes().and(site.space().above());
        return Change.of(site.id(), "reasons", site.own().bits(), left.bits())
                .saying(StillDark.remark(site.name(), left, above));
    }
}
