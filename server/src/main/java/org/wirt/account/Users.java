package org.wirt.account;

import static org.wirt.listing.PageRequest.first;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.UserRole;
import org.wirt.listing.Matches;
import org.wirt.operation.Targets;

/// The additional users in sight, for pages and for verbs `user.…`. Call within a scoped transaction.
@Component
public class Users implements Targets<User> {

    private static final String SELECT =
            "select l.id, l.contact_name, l.account_id, l.reseller_id, l.username, l.email, l.role, l.subscription_id, s.name subscription, "
                    + "l.active, l.last_sign_in from wirt.login l left join wirt.subscription s on s.id = l.subscription_id "
                    + "and s.customer_id = l.account_id "
                    + "join wirt.account a on a.id = l.account_id and not a.removed where not l.owner ";

    private final DSLContext database;

    Users(DSLContext database) {
        this.database = database;
    }

    /// At most so many of an account, by name.
    public List<User> of(long accountId, int most) {
        return database.resultQuery(
                        SELECT + "and l.account_id = ? order by lower(l.contact_name), l.id limit ?", accountId, most)
                .fetch(Users::user);
    }

    /// The one of that username.
    public Optional<User> named(String username) {
        return database.resultQuery(SELECT + "and lower(l.username) = lower(?)", username)
                .fetchOptional(Users::user);
    }

    /// Those who have access to one of these subscriptions alone, and to nothing else.
    List<User> limitedTo(Collection<Long> subscriptions) {
        return database.resultQuery(SELECT + "and l.subscription_id = any(?) order by l.id", (Object)
                        subscriptions.toArray(Long[]::new))
                .fetch(Users::user);
    }

    @Override
    public String object() {
        return "user";
    }

    @Override
    public Class<User> type() {
        return User.class;
    }

    @Override
    public List<User> load(Collection<Long> ids) {
        return database.resultQuery(SELECT + "and l.id = any(?) order by l.id", (Object) ids.toArray(Long[]::new))
                .fetch(Users::user);
    }

    @Override
    public List<User> lock(Collection<Long> ids) {
        return database.resultQuery(SELECT + "and l.id = any(?) order by l.id for no key update of l", (Object)
                        ids.toArray(Long[]::new))
                .fetch(Users::user);
    }

    /// All of one account: its list has no other filter.
    @Override
    public Matches matching(Map<String, List<String>> filter) {
        return Matches.of(database.resultQuery(
                        "select id from wirt.login where not owner and account_id::text = ? order by id",
                        first(filter, "account"))
                .fetch(0, Long.class));
    }

    private static User user(Record r) {
        return new User(
                r.get("id", Long.class),
                r.get("contact_name", String.class),
                r.get("account_id", Long.class),
                r.get("reseller_id", Long.class),
                r.get("username", String.class),
                r.get("email", String.class),
                UserRole.valueOf(r.get("role", String.class)),
                Optional.ofNullable(r.get("subscription_id", Long.class)),
                Optional.ofNullable(r.get("subscription", String.class)),
                r.get("active", Boolean.class),
                Optional.ofNullable(r.get("last_sign_in", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
