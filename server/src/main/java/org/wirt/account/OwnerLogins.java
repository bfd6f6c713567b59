package org.wirt.account;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The logins of accounts themselves, without those of their users. Call within a scoped transaction.
@Component
public class OwnerLogins {

    /// @param resellerId the realm of the account
    public record OwnerLogin(long id, String username, long accountId, long resellerId) {}

    private static final String THERE =
            "select l.id, l.username, l.account_id, l.reseller_id from wirt.login l join wirt.account a on a.id = l.account_id "
                    + "where l.owner and not a.removed and ";

    private final DSLContext database;

    OwnerLogins(DSLContext database) {
        this.database = database;
    }

    public Optional<OwnerLogin> of(String username) {
        return database.resultQuery(THERE + "lower(l.username) = lower(?)", username)
                .fetchOptional(r -> new OwnerLogin(
                        r.get("id", Long.class),
                        r.get("username", String.class),
                        r.get("account_id", Long.class),
                        r.get("reseller_id", Long.class)));
    }

    public boolean isInSight(long login) {
        return database.resultQuery(THERE + "l.id = ?", login).fetch().isNotEmpty();
    }

    /// Those of these that are.
    public Set<Long> inSight(Collection<Long> some) {
        return database.resultQuery(THERE + "l.id = any(?)", (Object) some.toArray(Long[]::new))
                .fetchSet(r -> r.get("id", Long.class));
    }
}
