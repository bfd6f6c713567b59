package org.wirt.hosting;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.value.DomainName;
import org.wirt.value.Refusal;

/// Names that something in the recycle bin still has. They are free for the provider who has removed it, and for nobody
/// else; who then restores it is asked for others. Call within a scoped transaction.
@Component
class RemovedNames {

    // A subscription of his realm, or one of a removed customer of his.
    private static final String REMOVED =
            "not h.released and exists (select from wirt.subscription s join wirt.account c on c.id = s.customer_id "
                    + "where s.id = h.subscription_id and s.reseller_id = ? and (s.reasons | c.reasons) & 2048 <> 0)";

    /// What has a name, each kind in a name space of its own.
    enum Kind {
        SITE("wirt.site h where h.host = ?"),
        LOGIN("wirt.ftp_login h where lower(h.login) = ?");

        private final String named;

        Kind(String named) {
            this.named = named;
        }
    }

    private final DSLContext database;
    private final HostNames names;

    RemovedNames(DSLContext database, HostNames names) {
        this.database = database;
        this.names = names;
    }

    /// Why no new site of this provider may be called so.
    Optional<Refusal> refusal(DomainName domain, long provider) {
        return names.refusal(domain, names.isTaken(domain) && !has(Kind.SITE, domain.ascii(), provider));
    }

    /// @param name in small letters
    boolean has(Kind kind, String name, long provider) {
        return database.resultQuery("select 1 from " + kind.named + " and " + REMOVED, name, provider)
                .fetch()
                .isNotEmpty();
    }

    /// Gives it away.
    void release(Kind kind, String name, long provider) {
        var which = kind.named.replaceFirst(" where", " set released = true where");
        database.execute("update " + which + " and " + REMOVED, name, provider);
    }
}
