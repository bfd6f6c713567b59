package org.wirt.account;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.value.Causes;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Finds accounts by what other systems know them by, and reads all that is said of them. Nobody in the recycle bin is
/// found, nor anybody below one who is. Call within a scoped transaction.
@Component
public class AccountDirectory {

    /// What an account can be known by.
    public enum KnownBy {
        ID("a.id = cast(? as bigint)"),
        USERNAME("a.id in (select account_id from wirt.login where owner and lower(username) = lower(?))"),
        GUID("a.guid = cast(? as uuid)"),
        EXTERNAL_ID("a.external_id = ? and a.external_id <> ''");

        private final String condition;

        KnownBy(String condition) {
            this.condition = condition;
        }

        /// What cannot be one is nobody's.
        private boolean fits(String value) {
            return switch (this) {
                case ID -> value.matches("\\d{1,18}");
                case GUID -> value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
                case USERNAME, EXTERNAL_ID -> !value.isEmpty() && value.indexOf('\0') < 0;
            };
        }
    }

    private static final String THERE = InPlace.account("a");

    private static final String READ =
            "select a.*, l.username, coalesce(n.text, '') note, wirt.causes(a) causes, coalesce(wirt.causes(r), 0) above, "
                    + "p.guid provider_guid, pl.username provider_username, p.kind provider_kind, "
                    + "coalesce(k.domains, 0) domains, coalesce(k.disk_used, 0) disk_used, coalesce(k.traffic_used, 0) traffic_used "
                    + "from wirt.account a join wirt.login l on l.account_id = a.id and l.owner "
                    + "left join wirt.account r on r.id = a.reseller_id and a.kind = 'CUSTOMER' "
                    + "left join wirt.account p on p.id = a.provider_id "
                    + "left join wirt.login pl on pl.account_id = p.id and pl.owner "
                    + "left join wirt.note n on n.account_id = a.id "
                    + "left join wirt.account_counter k on k.account_id = a.id where a.id = any(?) order by a.id";

    /// Nobody is known by more; and comparing is slow with what is very long.
    private static final int LONGEST = 255;

    private final DSLContext database;

    AccountDirectory(DSLContext database) {
        this.database = database;
    }

    /// The account of that kind that is known so.
    ///
    /// @throws Refused where several are: two providers may use the same external id
    public Optional<Long> find(Collection<Level> kinds, KnownBy key, String value) {
        if (value.length() > LONGEST || !key.fits(value)) return Optional.empty();
        var found = database.resultQuery(
                        "select a.id from wirt.account a where " + key.condition + " and a.kind = any(?) and " + THERE
                                + " limit 2",
                        value,
                        kinds.stream().map(Level::name).toArray(String[]::new))
                .fetch(r -> r.get(0, Long.class));
        if (found.size() > 1) throw new Refused(Refusal.state("external-id-of-several", value));
        return found.stream().findFirst();
    }

    /// Whether somebody else of a provider's is known so already.
    public boolean hasExternalId(long provider, String externalId, long besides) {
        return database.resultQuery(
                        "select exists (select from wirt.account where provider_id = ? and external_id = ? and external_id <> '' "
                                + "and not removed and id <> ?)",
                        provider,
                        externalId,
                        besides)
                .fetchSingle(r -> r.get(0, Boolean.class));
    }

    /// The next so many of a kind, in the order of their numbers.
    ///
    /// @param provider whose; absent: of all in sight
    public List<Long> after(Level kind, Optional<Long> provider, long after, int most) {
        return database.resultQuery(
                        "select a.id from wirt.account a where a.kind = ? and a.id > ? and (cast(? as bigint) is null or a.provider_id = ?) "
                                + "and " + THERE + " order by a.id limit ?",
                        kind.name(),
                        after,
                        provider.orElse(null),
                        provider.orElse(null),
                        most)
                .fetch(r -> r.get(0, Long.class));
    }

    /// By what the next so many sign in, in the order of their numbers.
    public Map<Long, String> usernames(Level kind, long after, int most) {
        return database
                .resultQuery(
                        "select a.id, l.username from wirt.account a join wirt.login l on l.account_id = a.id and l.owner "
                                + "where a.kind = ? and a.id > ? and " + THERE + " order by a.id limit ?",
                        kind.name(),
                        after,
                        most)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        r -> r.get(0, Long.class), r -> r.get(1, String.class), (a, _) -> a, LinkedHashMap::new));
    }

    public Optional<AccountDetails> read(long id) {
        return Optional.ofNullable(read(List.of(id)).get(id));
    }

    public Map<Long, AccountDetails> read(Collection<Long> ids) {
        return database.resultQuery(READ, (Object) ids.toArray(Long[]::new)).fetch(AccountDirectory::details).stream()
                .collect(Collectors.toMap(AccountDetails::id, Function.identity()));
    }

    private static AccountDetails details(Record r) {
        var provider = Optional.ofNullable(r.get("provider_guid", UUID.class))
                .map(guid -> new AccountDetails.Provider(
                        r.get("provider_id", Long.class),
                        guid,
                        r.get("provider_username", String.class),
                        Level.valueOf(r.get("provider_kind", String.class))));
        return new AccountDetails(
                r.get("id", Long.class),
                r.get("guid", UUID.class),
                Level.valueOf(r.get("kind", String.class)),
                r.get("contact_name", String.class),
                r.get("company", String.class),
                r.get("username", String.class),
                r.get("email", String.class),
                r.get("phone", String.class),
                r.get("fax", String.class),
                r.get("address", String.class),
                r.get("city", String.class),
                r.get("state", String.class),
                r.get("postal_code", String.class),
                r.get("country", String.class),
                r.get("locale", String.class),
                r.get("external_id", String.class),
                r.get("note", String.class),
                r.get("created_at", OffsetDateTime.class).toInstant(),
                new Causes(r.get("causes", Integer.class)),
                new Causes(r.get("above", Integer.class)),
                provider,
                r.get("domains", Integer.class),
                r.get("disk_used", Long.class),
                r.get("traffic_used", Long.class));
    }
}
