package org.wirt.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.ApiTokens;

/// The logins of accounts themselves, without those of their users. Call within a scoped transaction.
@Component
public class OwnerLogins {

    /// @param resellerId the realm of the account
    public record OwnerLogin(long id, String username, long accountId, long resellerId) {}

    private static final String FROM =
            "from wirt.login l join wirt.account a on a.id = l.account_id where l.owner and " + InPlace.account("a");

    private static final String THERE = "select l.id, l.username, l.account_id, l.reseller_id " + FROM + " and ";

    private static final String KEYS =
            "select k.id, k.login_id, l.username, k.name, k.addresses from wirt.keys_of(array(select l.id " + FROM
                    + ")) k join wirt.login l on l.id = k.login_id order by k.created_at, k.id";

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
        return !inSight(Set.of(login)).isEmpty();
    }

    /// Those of these that are there.
    public Set<Long> inSight(Collection<Long> ids) {
        return database.resultQuery(THERE + "l.id = any(?)", (Object) ids.toArray(Long[]::new))
                .fetchSet(r -> r.get("id", Long.class));
    }

    /// What their programs sign in with, the oldest first.
    public List<ApiTokens.Key> keys() {
        return database.resultQuery(KEYS).fetch(ApiTokens.Key::of);
    }
}
