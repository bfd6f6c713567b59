package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Rehearsed;
import org.wirt.operation.Singular;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.DomainName;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Calls a domain otherwise: website, mail addresses and DNS go by the new name at once, and the old one is unknown.
/// Files, mailboxes, records and forwards stay. A subscription goes by the name of its main domain.
@Verb(name = "site.rename", from = Level.CUSTOMER)
class RenameSite implements Operation<Site, RenameSite.Input>, Outward, Rehearsed, Singular {

    record Input(DomainName domain) {}

    private final HostNames names;
    private final SiteNames sites;
    private final Certificates certificates;

    RenameSite(HostNames names, SiteNames sites, Certificates certificates) {
        this.names = names;
        this.sites = sites;
        this.certificates = certificates;
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        if (site.host().equals(input.domain().ascii())) return Verdict.unchanged();
        return HostingRules.all(
                mayRename(site, caller), List.of(names.refusal(input.domain()), certificate(site, input.domain())));
    }

    /// What a subscription is called is between the provider and his books.
    static Optional<Refusal> mayRename(Site site, Caller caller) {
        return site.isMain() && !HostingRules.isProvider(caller)
                ? Optional.of(Refusal.notPermitted("main-domain-name"))
                : HostingRules.mayManage(site.space(), caller, "create_domains");
    }

    private Optional<Refusal> certificate(Site site, DomainName name) {
        return certificates.covers(site, name)
                ? Optional.empty()
                : Optional.of(Refusal.state("certificate-of-old-name", name.display()));
    }

    @Override
    public List<Change> apply(List<Site> all, Input input, Caller caller, Job job) {
        var site = all.getFirst();
        try {
            if (site.isMain()) sites.renameMain(site.id(), input.domain());
            else sites.rename(site.id(), input.domain());
        } catch (IntegrityConstraintViolationException | DataIntegrityViolationException _) {
            throw new Refused(HostNames.TAKEN);
        }
        return List.of(
                Change.of(site.id(), "domain", site.name(), input.domain().display()));
    }
}
