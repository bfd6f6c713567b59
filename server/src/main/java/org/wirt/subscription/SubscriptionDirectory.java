package org.wirt.subscription;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;
import org.wirt.value.Causes;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;

/// Finds subscriptions by what other systems know them by, and reads all that is said of them. None of what is in the
/// recycle bin is found. Call within a scoped transaction.
@Component
public class SubscriptionDirectory {

    private static final String READ =
            "select s.id, s.guid, s.name, s.customer_id, s.plan_id, s.sync, s.limits, s.permissions, wirt.within_realm(s.permissions, s.reseller_id) within_realm, s.apps, s.overuse, s.expires_at, "
                    + "s.created_at, s.node_id, s.home, s.disk_used, s.traffic_used, c.kind owner_kind, l.username owner_username, v.guid provider_guid, p.guid plan_guid, p.name plan_name, "
                    + "s.reasons | case when s.expires_at <= now() then 256 else 0 end own, "
                    + "coalesce(wirt.causes(c), 0) | coalesce(wirt.causes(r), 0) above, "
                    + "array(select concat_ws(' ', a.id, a.guid, a.name) from wirt.subscription_add_on b join wirt.add_on a on a.id = b.add_on_id "
                    + "where b.subscription_id = s.id order by lower(a.name), a.id) add_ons, "
                    + "(select f.login from wirt.ftp_login f where f.subscription_id = s.id and f.main) system_user_name, "
                    + "(select count(*) from wirt.site w where w.subscription_id = s.id) sites, "
                    + "(select count(*) from wirt.mailbox m where m.subscription_id = s.id) mailboxes, "
                    + "(select count(*) from wirt.mailbox m where m.subscription_id = s.id and "
                    + CountedMail.answers("m")
                    + ") answers, "
                    + "(select count(*) from wirt.forward f where f.subscription_id = s.id and "
                    + CountedMail.forwards("f") + ") forwards, "
                    + "(select count(*) from wirt.ftp_login f where f.subscription_id = s.id and not f.main) ftp_logins, "
                    + "(select coalesce(sum(m.quota), 0)::bigint from wirt.mailbox m where m.subscription_id = s.id and m.quota > 0) box_bytes "
                    + "from wirt.subscription s join wirt.account c on c.id = s.customer_id "
                    + "join wirt.login l on l.account_id = c.id and l.owner "
                    + "left join wirt.account v on v.id = c.provider_id left join wirt.plan p on p.id = s.plan_id "
                    + "left join wirt.account r on r.id = s.reseller_id and r.id <> c.id where s.id = any(?)";

    private final DSLContext database;

    SubscriptionDirectory(DSLContext database) {
        this.database = database;
    }

    public Optional<Long> byId(long id) {
        return one("s.id = ?", id);
    }

    public Optional<Long> byGuid(UUID guid) {
        return one("s.guid = ?", guid);
    }

    /// @param name the main domain in any spelling
    public Optional<Long> byName(String name) {
        try {
            return one("s.name = ?", new DomainName(name).ascii());
        } catch (InvalidValue _) {
            return Optional.empty();
        }
    }

    private Optional<Long> one(String condition, Object value) {
        return database.resultQuery(
                        "select s.id from wirt.subscription_in_place s where " + condition + " order by s.id limit 1",
                        value)
                .fetchOptional(r -> r.get(0, Long.class));
    }

    /// The next so many in the order of their numbers.
    ///
    /// @param owner whose; absent: of all in sight
    public List<Long> after(Optional<Long> owner, long after, int most) {
        return database.resultQuery(
                        "select s.id from wirt.subscription_in_place s where s.id > ? "
                                + "and (cast(? as bigint) is null or s.customer_id = ?) order by s.id limit ?",
                        after,
                        owner.orElse(null),
                        owner.orElse(null),
                        most)
                .fetch(r -> r.get(0, Long.class));
    }

    /// What the next so many are called, in the order of their numbers.
    public Map<Long, String> names(long after, int most) {
        return database
                .resultQuery(
                        "select s.id, s.name from wirt.subscription_in_place s where s.id > ? order by s.id limit ?",
                        after,
                        most)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        r -> r.get(0, Long.class), r -> r.get(1, String.class), (a, _) -> a, LinkedHashMap::new));
    }

    public Optional<SubscriptionDetails> read(long id) {
        return Optional.ofNullable(read(List.of(id)).get(id));
    }

    public Map<Long, SubscriptionDetails> read(Collection<Long> ids) {
        return database
                .resultQuery(READ, (Object) ids.toArray(Long[]::new))
                .fetch(SubscriptionDirectory::details)
                .stream()
                .collect(Collectors.toMap(SubscriptionDetails::id, Function.identity()));
    }

    /// What holds: a reseller's off forces off below him. What the catalogue does not know is what was said.
    private static Permissions permissions(Record r) {
        var held = Permissions.of(r.get("within_realm", JSONB.class).data());
        return Permissions.of(r.get("permissions", JSONB.class).data())
                .within(key -> held.allow(key) || !Catalogue.knowsPermission(key));
    }

    private static BoundPlan addOn(String read) {
        var parts = read.split(" ", 3);
        return new BoundPlan(Long.parseLong(parts[0]), UUID.fromString(parts[1]), parts[2]);
    }

    private static SubscriptionDetails details(Record r) {
        var plan = Optional.ofNullable(r.get("plan_guid", UUID.class))
                .map(guid -> new BoundPlan(r.get("plan_id", Long.class), guid, r.get("plan_name", String.class)));
        return new SubscriptionDetails(
                r.get("id", Long.class),
                r.get("guid", UUID.class),
                r.get("name", String.class),
                new SubscriptionDetails.Owner(
                        r.get("customer_id", Long.class),
                        r.get("owner_username", String.class),
                        Level.valueOf(r.get("owner_kind", String.class))),
                Optional.ofNullable(r.get("provider_guid", UUID.class)),
                plan,
                Arrays.stream(r.get("add_ons", String[].class))
                        .map(SubscriptionDirectory::addOn)
                        .toList(),
                Subscription.Sync.valueOf(r.get("sync", String.class)),
                new Allowance(
                        Limits.of(r.get("limits", JSONB.class).data()),
                        permissions(r),
                        Apps.of(r.get("apps", String[].class)),
                        Overuse.valueOf(r.get("overuse", String.class)),
                        Optional.ofNullable(r.get("expires_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                new Causes(r.get("own", Integer.class)),
                new Causes(r.get("above", Integer.class)),
                r.get("created_at", OffsetDateTime.class).toInstant(),
                r.get("node_id", Long.class),
                r.get("home", String.class),
                r.get("disk_used", Long.class),
                r.get("traffic_used", Long.class),
                Optional.ofNullable(r.get("system_user_name", String.class)).orElse(""),
                new SubscriptionDetails.Figures(
                        r.get("sites", Long.class),
                        r.get("mailboxes", Long.class),
                        r.get("answers", Long.class),
                        r.get("forwards", Long.class),
                        r.get("ftp_logins", Long.class),
                        r.get("box_bytes", Long.class)));
    }
}
