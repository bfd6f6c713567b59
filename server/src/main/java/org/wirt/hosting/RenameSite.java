package org.wirt.hosting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Calls a domain otherwise: website, mail addresses and DNS go by the new name at once, and the old one is unknown.
/// Files, mailboxes, records and forwards stay. A subscription goes by the name of its main domain, and what was made
/// as a subdomain goes along with the domain above it, all of them or none.
@Verb(name = "site.rename", from = Level.CUSTOMER)
class RenameSite implements Operation<Site, RenameSite.Input>, Outward, Rehearsed, Singular {

    private static final String SUBDOMAINS = "subdomains";

    record Input(DomainName domain) {}

    private final HostNames names;
    private final SiteNames sites;
    private final Renamings renamings;
    private final Certificates certificates;

    RenameSite(HostNames names, SiteNames sites, Renamings renamings, Certificates certificates) {
        this.names = names;
        this.sites = sites;
        this.renamings = renamings;
        this.certificates = certificates;
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        if (site.host().equals(input.domain().ascii())) return Verdict.unchanged();
        return HostingRules.all(mayRename(site, caller), refusals(site, input.domain()));
    }

    private List<Optional<Refusal>> refusals(Site site, DomainName name) {
        try {
            return renamings.of(site, name).stream()
                    .flatMap(one -> Stream.of(
                            one.site().id() == site.id() ? names.refusal(name) : ofSubdomain(one.name()),
                            certificate(one.site(), one.name()),
                            circle(one.site(), one.name())))
                    .toList();
        } catch (InvalidValue e) {
            return List.of(Optional.of(e.in("domain")));
        }
    }

    /// Nobody has typed its name, so it is said.
    private Optional<Refusal> ofSubdomain(DomainName name) {
        return names.refusal(name)
                .map(why -> why.equals(HostNames.TAKEN)
                        ? Refusal.invalid("domain", "subdomain-taken", name.display())
                        : why);
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

    private static Optional<Refusal> circle(Site site, DomainName name) {
        return site.redirect()
                .filter(redirect -> redirect.leadsTo(name))
                .map(_ -> Refusal.invalid("domain", "redirect-to-itself", name.display()));
    }

    @Override
    public List<Change> apply(List<Site> all, Input input, Caller caller, Job job) {
        var site = all.getFirst();
        var renamed = renamings.of(site, input.domain());
        try {
            renamed.forEach(this::rename);
        } catch (IntegrityConstraintViolationException | DataIntegrityViolationException _) {
            throw new Refused(HostNames.TAKEN);
        }
        return List.of(change(site, renamed));
    }

    private void rename(Renamings.Renaming one) {
        if (one.site().isMain()) sites.renameMain(one.site().id(), one.name());
        else sites.rename(one.site().id(), one.name());
    }

    private static Change change(Site site, List<Renamings.Renaming> renamed) {
        var before = new HashMap<String, Object>(Map.of("domain", site.name()));
        var after = new HashMap<String, Object>(
                Map.of("domain", renamed.getFirst().name().display()));
        var below = renamed.subList(1, renamed.size());
        if (!below.isEmpty()) {
            before.put(SUBDOMAINS, below.stream().map(one -> one.site().name()).collect(Collectors.joining(", ")));
            after.put(
                    SUBDOMAINS, below.stream().map(one -> one.name().display()).collect(Collectors.joining(", ")));
        }
        return new Change(site.id(), before, after);
    }
}
