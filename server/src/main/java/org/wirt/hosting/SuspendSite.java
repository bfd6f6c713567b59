package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Darkening;
import org.wirt.account.Reasons;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.ReasonText;

/// Switches the web of one site off: visitors read 503, mail and FTP go on. What a provider switched off, his customer
/// cannot switch on.
@Verb(name = "site.suspend", from = Level.CUSTOMER)
class SuspendSite implements Operation<Site, SuspendSite.Input>, Outward {

    /// @param reason kept with the suspension; never leaves the panel
    record Input(Optional<ReasonText> reason) {}

    private final Darkening darkening;

    SuspendSite(Darkening darkening) {
        this.darkening = darkening;
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        var refusal = HostingRules.isManageable(site.space(), caller);
        if (refusal.isPresent()) return Verdict.refused(refusal.get());
        return site.own().has(by(caller)) ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        var text = input.reason().map(ReasonText::text).orElse("");
        return darkening.add(Reasons.Subject.site, sites, Reasons.Why.of(by(caller), text), caller, job);
    }

    /// The owner takes the web service off; a provider suspends.
    static Cause by(Caller caller) {
        return caller.level() == Level.CUSTOMER ? Cause.WEB_OFF : Reasons.by(caller.level());
    }
}
