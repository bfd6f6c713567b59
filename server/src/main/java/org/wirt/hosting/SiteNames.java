package org.wirt.hosting;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.value.DomainName;

/// Calls sites otherwise. Their files and mail stay where they are, in folders called as the site was first. Call
/// within a scoped transaction.
@Component
class SiteNames {

    private final DSLContext database;

    SiteNames(DSLContext database) {
        this.database = database;
    }

    /// A subscription is called like its main site, which has its number. Who is inside a mailbox has to come again:
    /// its address is another.
    void renameMain(long site, DomainName name) {
        rename(site, name);
        database.execute("update wirt.subscription set name = ? where id = ?", name.ascii(), site);
    }

    /// The same of a further site.
    void rename(long site, DomainName name) {
        database.execute(
                "update wirt.site set mail_folder = coalesce(mail_folder, host), host = ? where id = ?",
                name.ascii(),
                site);
        database.execute("update wirt.mailbox set changed = changed + 1 where site_id = ?", site);
    }

    /// Whether a site of this subscription that was renamed keeps its files or mail where one of this name would.
    boolean hasFolderOf(long subscription, DomainName name) {
        return database.resultQuery(
                        "select exists (select from wirt.site where subscription_id = ? and ? in (docroot, mail_folder))",
                        subscription,
                        name.ascii())
                .fetchSingle(r -> r.get(0, Boolean.class));
    }
}
