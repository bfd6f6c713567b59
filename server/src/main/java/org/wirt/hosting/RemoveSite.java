package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// Removes a domain with its pages and mailboxes, for good. The main domain goes only with its subscription.
@Verb(name = "site.remove", from = Level.CUSTOMER)
class RemoveSite implements Operation<Site, RemoveSite.Input>, Outward {

    record Input() {}

    private final DSLContext database;
    private final Homes homes;

    RemoveSite(DSLContext database, Homes homes) {
        this.database = database;
        this.homes = homes;
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        return HostingRules.first(List.of(
                site.isMain() ? Optional.of(Refusal.state("main-domain")) : Optional.empty(),
                HostingRules.mayManage(site.space(), caller, "create_domains")));
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        var ids = sites.stream().map(Site::id).toArray(Long[]::new);
        database.execute("delete from wirt.reason where subject = 'site' and subject_id = any(?)", (Object) ids);
        database.execute("delete from wirt.site where id = any(?)", (Object) ids);
        TransactionSynchronizationManager.registerSynchronization(new Files(sites));
        return sites.stream()
                .map(s -> Change.of(s.id(), "domain", s.name(), ""))
                .toList();
    }

    /// Files cannot be rolled back, so they go when the rows are gone.
    private final class Files implements TransactionSynchronization {

        private final List<Site> sites;

        Files(List<Site> sites) {
            this.sites = sites;
        }

        @Override
        public void afterCommit() {
            for (var site : sites) {
                if (!site.docroot().equals(Homes.MAIN_DOCROOT))
                    homes.on(site.space().node()).deleteSite(site.space().home(), site.docroot());
            }
        }
    }
}
