package org.wirt.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.value.Network;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What programs sign in with, each on behalf of a login and with no more rights than that has at the moment. Shown
/// once, kept as a hash, remembered for at most a second.
@Component
public class ApiTokens {

    /// By this one is known where it should not be: in a file, a message, a repository.
    public static final String PREFIX = "wirt_";

    public static final int MOST = 50;

    /// Programs make keys for programs: one for each machine.
    private static final int MOST_KEYS = 1_000;

    public static final int LONGEST_NAME = 100;

    /// What dialects take for a key.
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    /// As its owner may see it.
    ///
    /// @param addresses from where it may be shown; none: from anywhere
    public record Known(
            UUID id,
            String name,
            TokenScopes scopes,
            List<String> addresses,
            Instant created,
            Optional<Instant> expires,
            Optional<Instant> lastUsed) {}

    /// One that is to be made.
    ///
    /// @param name what it is for; empty: its maker has not said
    /// @param addresses from where it may be shown; none: from anywhere
    public record Wanted(String name, TokenScopes scopes, List<Network> addresses, Optional<Duration> lasting) {}

    /// A program that has come in.
    public record Program(UUID token, Person person, TokenScopes scopes) {

        public Caller caller(Door door, String address, String requestId) {
            return new Caller(
                    person.scope(), person.loginId(), person.username(), "", person.rights(), door, address, requestId);
        }
    }

    /// What came of showing one.
    public sealed interface Outcome {
        record In(Program program) implements Outcome {}

        /// Unknown, expired, shown from elsewhere, or of somebody who is gone.
        record Wrong() implements Outcome {}

        /// It is right; its owner is suspended, or switched off.
        record Suspended() implements Outcome {}

        /// It is right; such a door is not part of its owner's contract.
        record NotInContract() implements Outcome {}
    }

    private final DSLContext database;
    private final People people;
    private final Clock clock;

    ApiTokens(DSLContext database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /// Whether a login may have any.
    public boolean mayHave(long loginId) {
        return database.resultQuery("select wirt.may_use_api(?)", loginId)
                .fetchOptional(0, Boolean.class)
                .orElse(false);
    }

    /// One for the caller's own login.
    ///
    /// @return what it is shown as, this once
    public String make(Caller caller, Wanted wanted) {
        var token = Token.random();
        make(caller, caller.loginId(), token, wanted);
        return PREFIX + token.text();
    }

    /// A key as the dialects have them, which is a UUID. The caller has found the login within his scope.
    public String makeKey(Caller caller, long loginId, Wanted wanted) {
        if (of(loginId).size() >= MOST_KEYS) throw new Refused(Refusal.limit("keys-many", MOST_KEYS));
        var key = UUID.randomUUID().toString();
        make(caller, loginId, new Token(key), wanted);
        return key;
    }

    private void make(Caller caller, long loginId, Token token, Wanted wanted) {
        var now = clock.instant();
        database.execute(
                "select wirt.make_token(?, ?, ?, ?, cast(? as inet[]), cast(? as timestamptz), cast(? as timestamptz), ?, ?, ?, ?, ?)",
                loginId,
                token.hash(),
                wanted.name,
                wanted.scopes.words().stream().sorted().toArray(String[]::new),
                wanted.addresses.isEmpty()
                        ? null
                        : wanted.addresses.stream().map(Network::text).toArray(String[]::new),
                now.toString(),
                wanted.lasting.map(now::plus).map(Instant::toString).orElse(null),
                caller.loginId(),
                caller.username(),
                caller.door().name(),
                caller.address(),
                caller.requestId());
    }

    /// One as those who look after it see it.
    public record Key(UUID id, long loginId, String username, String name, List<String> addresses) {

        public static Key of(Record r) {
            return new Key(
                    r.get("id", UUID.class),
                    r.get("login_id", Long.class),
                    r.get("username", String.class),
                    r.get("name", String.class),
                    List.of(r.get("addresses", String[].class)));
        }
    }

    /// @param shown the key itself, or its number
    public Optional<Key> key(String shown) {
        return database.resultQuery(
                        "select t.id, t.login_id, t.name, wirt.written(t.addresses) addresses, p.username "
                                + "from wirt.api_token t cross join lateral wirt.person(t.login_id) p "
                                + "where t.token_hash = ? or t.id = cast(? as uuid)",
                        new Token(shown).hash(),
                        KEY.matcher(shown).matches() ? shown : null)
                .fetchOptional(Key::of);
    }

    /// A login's own, the newest first.
    public List<Known> of(long loginId) {
        return database.resultQuery(
                        "select id, name, scopes, wirt.written(addresses) addresses, created_at, expires_at, last_used "
                                + "from wirt.api_token where login_id = ? order by created_at desc, id",
                        loginId)
                .fetch(r -> new Known(
                        r.get("id", UUID.class),
                        r.get("name", String.class),
                        scopes(r),
                        Optional.ofNullable(r.get("addresses", String[].class))
                                .map(List::of)
                                .orElseGet(List::of),
                        r.get("created_at", OffsetDateTime.class).toInstant(),
                        instant(r.get("expires_at", OffsetDateTime.class)),
                        instant(r.get("last_used", OffsetDateTime.class))));
    }

    private static TokenScopes scopes(Record r) {
        return new TokenScopes(Set.of(r.get("scopes", String[].class)));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    /// Takes one of the caller's own away; somebody else's stays.
    public void revoke(Caller caller, UUID id) {
        revoke(caller, caller.loginId(), id);
    }

    /// One of a login that the caller has found within his scope.
    public void revoke(Caller caller, long loginId, UUID id) {
        database.execute(
                "select wirt.revoke_token(?, ?, ?, ?, ?, ?, ?)",
                loginId,
                id,
                caller.loginId(),
                caller.username(),
                caller.door().name(),
                caller.address(),
                caller.requestId());
    }

    /// @param shown   what a program has sent
    /// @param address from where
    public Outcome enter(String shown, String address) {
        if (!shown.startsWith(PREFIX)) return new Outcome.Wrong();
        return entered(new Token(shown.substring(PREFIX.length())).hash(), address);
    }

    /// The same at the door of a dialect, where keys and tokens are one.
    public Outcome enterByKey(String shown, String address) {
        return KEY.matcher(shown).matches() ? entered(new Token(shown).hash(), address) : enter(shown, address);
    }

    private Outcome entered(byte[] hash, String address) {
        return read(hash, address, clock.instant());
    }

    private Outcome read(byte[] hash, String address, Instant now) {
        var found = database.resultQuery(
                        "select id, login_id, scopes, last_used from wirt.api_token "
                                + "where token_hash = ? and (expires_at is null or expires_at > cast(? as timestamptz)) "
                                + "and (addresses is null or cast(? as inet) <<= any(addresses))",
                        hash,
                        now.toString(),
                        address)
                .fetchOptional();
        if (found.isEmpty()) return new Outcome.Wrong();
        var row = found.get();
        var person = people.person(row.get("login_id", Long.class));
        if (person.isEmpty() || person.get().isRemoved()) return new Outcome.Wrong();
        if (!person.get().maySignIn()) return new Outcome.Suspended();
        if (!mayHave(person.get().loginId())) return new Outcome.NotInContract();
        var id = row.get("id", UUID.class);
        if (instant(row.get("last_used", OffsetDateTime.class))
                .filter(used -> used.plus(USED_EVERY).isAfter(now))
                .isEmpty())
            database.execute(
                    "update wirt.api_token set last_used = cast(? as timestamptz) where id = ?", now.toString(), id);
        return new Outcome.In(new Program(id, person.get(), scopes(row)));
    }
}
