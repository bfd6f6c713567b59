package org.wirt.hosting;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.subscription.CountedMail;
import org.wirt.value.Causes;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;

/// Finds sites by what other systems know them by, and reads all that is said of them. None of what is in the recycle
/// bin is found. Call within a scoped transaction.
@Component
public class SiteDirectory {

    private static final String FROM =
            " from wirt.site w join wirt.subscription_in_place s on s.id = w.subscription_id where not w.released";

    private static final String READ =
            "select w.id, w.guid, w.host, w.docroot, w.disabled, w.redirect_to, w.redirect_mode, w.mail_off, w.reasons | s.reasons | case when s.expires_at <= now() then 256 else 0 end own, "
                    + "w.created_at, s.home, s.id subscription_id, s.guid subscription_guid, s.name, s.customer_id, "
                    + "coalesce(wirt.causes(c), 0) | coalesce(wirt.causes(r), 0) above, "
                    + "(select count(*) from wirt.mailbox m where m.site_id = w.id) mailboxes, "
                    + "(select count(*) from wirt.mailbox m where m.site_id = w.id and " + CountedMail.answers("m")
                    + ") answers, "
                    + "(select count(*) from wirt.forward f where f.site_id = w.id and " + CountedMail.forwards("f")
                    + ") forwards, "
                    + "coalesce((select f.targets from wirt.forward f where f.site_id = w.id and f.local = '*'), array[]::text[]) nobodys "
                    + "from wirt.site w join wirt.subscription_in_place s on s.id = w.subscription_id "
                    + "left join wirt.account c on c.id = s.customer_id left join wirt.account r on r.id = s.reseller_id and r.id <> c.id "
                    + "where not w.released and w.";

    private final DSLContext database;

    SiteDirectory(DSLContext database) {
        this.database = database;
    }

    public Optional<Long> byId(long id) {
        return one(" and w.id = ?", id);
    }

    public Optional<Long> byGuid(UUID guid) {
        return one(" and w.guid = ?", guid);
    }

    /// @param name in any spelling
    public Optional<Long> byName(String name) {
        try {
            return one(" and w.host = ?", new DomainName(name).ascii());
        } catch (InvalidValue _) {
            return Optional.empty();
        }
    }

    private Optional<Long> one(String condition, Object value) {
        return database.resultQuery("select w.id" + FROM + condition, value).fetchOptional(r -> r.get(0, Long.class));
    }

    /// The next so many in the order of their numbers.
    ///
    /// @param subscription whose; absent: of all in sight
    /// @param additional   without main domains
    public List<Long> after(Optional<Long> subscription, boolean additional, long after, int most) {
        return database.resultQuery(
                        "select w.id" + FROM
                                + " and w.id > ? and (cast(? as bigint) is null or w.subscription_id = ?) and (not ? or w.id <> s.id) "
                                + "order by w.id limit ?",
                        after,
                        subscription.orElse(null),
                        subscription.orElse(null),
                        additional,
                        most)
                .fetch(r -> r.get(0, Long.class));
    }

    public Optional<SiteDetails> read(long id) {
        return Optional.ofNullable(read(List.of(id)).get(id));
    }

    public Map<Long, SiteDetails> read(Collection<Long> ids) {
        return fetch("id = any(?)", ids).stream().collect(Collectors.toMap(SiteDetails::id, Function.identity()));
    }

    /// The sites of these customers, main domains first.
    public List<SiteDetails> ofOwners(Collection<Long> owners) {
        return fetch(
                "customer_id = any(?) order by w.customer_id, w.subscription_id, w.id <> w.subscription_id, w.id",
                owners);
    }

    private List<SiteDetails> fetch(String condition, Collection<Long> ids) {
        return database.resultQuery(READ + condition, (Object) ids.toArray(Long[]::new))
                .fetch(SiteDirectory::details);
    }

    private static SiteDetails details(Record r) {
        return new SiteDetails(
                r.get("id", Long.class),
                r.get("guid", UUID.class),
                r.get("host", String.class),
                r.get("docroot", String.class),
                r.get("home", String.class),
                r.get("subscription_id", Long.class),
                r.get("subscription_guid", UUID.class),
                r.get("name", String.class),
                r.get("customer_id", Long.class),
                r.get("created_at", OffsetDateTime.class).toInstant(),
                r.get("disabled", Boolean.class),
                Redirect.of(r),
                r.get("mail_off", Boolean.class),
                new Causes(r.get("own", Integer.class)),
                new Causes(r.get("above", Integer.class)),
                r.get("mailboxes", Long.class),
                r.get("forwards", Long.class),
                r.get("answers", Long.class),
                List.of(r.get("nobodys", String[].class)));
    }
}
