package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Takes a customer's own certificate away: the site has the server's again.
@Verb(name = "site.uncertify", from = Level.CUSTOMER)
class RemoveCertificate implements Operation<Site, RemoveCertificate.Input> {

    record Input() {}

    private final DSLContext database;

    RemoveCertificate(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        if (!site.certified()) return Verdict.unchanged();
        return HostingRules.first(List.of(HostingRules.isManageable(site.space(), caller)));
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        database.execute("delete from wirt.certificate where site_id = any(?)", (Object)
                sites.stream().map(Site::id).toArray(Long[]::new));
        return sites.stream()
                .map(site -> Change.of(site.id(), "certificate", true, false))
                .toList();
    }
}
