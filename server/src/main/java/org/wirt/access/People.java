package org.wirt.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.value.Briefly;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Logins as sign-in may know them, through the database's security-definer functions: before a scope is known, the
/// application sees nothing else.
@Component
public class People {

    /// What a username stands for at the sign-in page.
    record Credentials(long loginId, @Nullable String hash, String email) {}

    /// An account as *log in as* needs it.
    public record AccountFacts(
            long accountId, long resellerId, long providerId, Level level, int reasons, String name, String email) {

        Scope scope() {
            return level == Level.RESELLER
                    ? Scope.reseller(accountId)
                    : Scope.customer(accountId, resellerId, OptionalLong.empty())
                            .withHidden();
        }
    }

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final DSLContext database;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Briefly<Long, Map<String, String>> lists;

    People(DSLContext database, Clock clock) {
        this.database = database;
        this.lists = new Briefly<>(REMEMBERED, clock);
    }

    Optional<Credentials> credentials(String username) {
        return database.resultQuery("select * from wirt.credentials(?)", username)
                .fetchOptional(
                        r -> new Credentials(r.get("login_id", Long.class), hash(r), r.get("email", String.class)));
    }

    private static @Nullable String hash(Record row) {
        return row.get("password_hash", String.class);
    }

    public Optional<Person> person(long loginId) {
        return database.resultQuery("select * from wirt.person(?)", loginId).fetchOptional(People::person);
    }

    public Optional<AccountFacts> account(long accountId) {
        return database.resultQuery("select * from wirt.account_facts(?)", accountId)
                .fetchOptional(r -> new AccountFacts(
                        r.get("account_id", Long.class),
                        r.get("reseller_id", Long.class),
                        r.get("provider_id", Long.class),
                        Level.valueOf(r.get("kind", String.class)),
                        r.get("reasons", Integer.class),
                        r.get("contact_name", String.class),
                        r.get("email", String.class)));
    }

    void signedIn(long loginId) {
        database.execute("select wirt.signed_in(?, null)", loginId);
    }

    void setPassword(long loginId, String hash) {
        database.execute("select wirt.set_password(?, ?)", loginId, hash);
    }

    /// Language and look; null leaves a choice as it is.
    public void prefer(long loginId, @Nullable String locale, @Nullable String theme) {
        database.execute("select wirt.set_preference(?, ?, ?, null)", loginId, locale, theme);
    }

    /// How somebody likes his lists, by list and kind of choice.
    public Map<String, String> listPreferences(long loginId) {
        return lists.get(
                loginId,
                () -> database.resultQuery("select wirt.list_preferences(?)", loginId)
                        .fetchOptional(r -> json.readValue(
                                r.get(0, JSONB.class).data(), new TypeReference<Map<String, String>>() {}))
                        .orElseGet(Map::of));
    }

    public void preferLists(long loginId, Map<String, String> choices) {
        database.execute(
                "select wirt.set_preference(?, null, null, cast(? as jsonb))",
                loginId,
                json.writeValueAsString(choices));
        lists.forget(loginId);
    }

    private static Person person(Record r) {
        var subscription = r.get("subscription_id", Long.class);
        return new Person(
                r.get("login_id", Long.class),
                r.get("account_id", Long.class),
                r.get("reseller_id", Long.class),
                Level.valueOf(r.get("kind", String.class)),
                r.get("owner", Boolean.class),
                UserRole.valueOf(r.get("role", String.class)),
                r.get("username", String.class),
                r.get("contact_name", String.class),
                subscription == null ? OptionalLong.empty() : OptionalLong.of(subscription),
                r.get("active", Boolean.class),
                r.get("reasons", Integer.class),
                r.get("contract", Boolean.class),
                Optional.ofNullable(r.get("locale", String.class)),
                r.get("account_locale", String.class),
                r.get("theme", String.class),
                r.get("provider_name", String.class),
                r.get("provider_email", String.class));
    }
}
