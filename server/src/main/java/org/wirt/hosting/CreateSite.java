package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Singular;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Catalogue;
import org.wirt.value.DomainName;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Adds a domain with a web site of its own to a subscription: a folder named like it, with a first page.
@Verb(name = "site.create", from = Level.CUSTOMER)
class CreateSite implements Operation<Space, CreateSite.Input>, Outward, Singular {

    /// @param domain unique among all sites of this server, and below nobody else's ([HostNames])
    /// @param disabled it has no website yet and is unknown to the world, until its provider enables it
    record Input(DomainName domain, boolean disabled) {}

    private final DSLContext database;
    private final RemovedNames removed;
    private final SiteNames sites;
    private final Homes homes;

    CreateSite(DSLContext database, RemovedNames removed, SiteNames sites, Homes homes) {
        this.database = database;
        this.removed = removed;
        this.sites = sites;
        this.homes = homes;
    }

    @Override
    public Verdict judge(Space space, Input input, Caller caller) {
        return HostingRules.all(
                HostingRules.mayManage(space, caller, "create_domains"),
                List.of(
                        HostingRules.hasRoom(
                                space, Catalogue.DOMAINS, space.used().sites()),
                        removed.refusal(input.domain(), space.resellerId()),
                        folder(space, input.domain())));
    }

    private Optional<Refusal> folder(Space space, DomainName domain) {
        return sites.hasFolderOf(space.id(), domain)
                ? Optional.of(Refusal.invalid("domain", "folder-of-renamed"))
                : Optional.empty();
    }

    @Override
    public List<Change> apply(List<Space> spaces, Input input, Caller caller, Job job) {
        var space = spaces.getFirst();
        var host = input.domain().ascii();
        long made;
        removed.release(RemovedNames.Kind.SITE, host, space.resellerId());
        try {
            made = database.resultQuery(
                            "insert into wirt.site (subscription_id, customer_id, reseller_id, node_id, host, docroot, disabled) "
                                    + "select id, customer_id, reseller_id, node_id, ?, ?, ? from wirt.subscription where id = ? "
                                    + "returning id",
                            host,
                            homes.docrootFor(host),
                            input.disabled(),
                            space.id())
                    .fetchSingle(r -> r.get(0, Long.class));
        } catch (IntegrityConstraintViolationException | DataIntegrityViolationException _) {
            throw new Refused(HostNames.TAKEN);
        }
        homes.on(space.node()).createSite(space.home(), host);
        return List.of(change(space, input).making(made, input.domain().display()));
    }

    private static Change change(Space space, Input input) {
        var name = input.domain().display();
        return input.disabled()
                ? new Change(space.id(), Map.of("domain", ""), Map.of("domain", name, "disabled", true))
                : Change.of(space.id(), "domain", "", name);
    }
}
