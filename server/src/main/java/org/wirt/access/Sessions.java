package org.wirt.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.value.Briefly;

/// Panel sessions. They live in the database, so that any instance can end them; each instance remembers an answer for
/// at most [#REMEMBERED], and forgets it at once when the database tells of a change.
@Component
public class Sessions {

    static final Duration REMEMBERED = Duration.ofSeconds(1);
    public static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final DSLContext database;
    private final People people;
    private final Clock clock;
    private final Briefly<String, Optional<Session>> memory;

    Sessions(DSLContext database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
        this.memory = new Briefly<>(REMEMBERED, clock);
    }

    Token open(long loginId, String address, String agent) {
        var token = Token.random();
        var now = clock.instant();
        database.execute(
                "insert into wirt.session (token_hash, login_id, address, agent, created_at, last_seen) values (?, ?, ?, left(?, 200), "
                        + "cast(? as timestamptz), cast(? as timestamptz))",
                token.hash(),
                loginId,
                address,
                agent,
                now.toString(),
                now.toString());
        return token;
    }

    /// The live session of a token: not idle for too long, its person still allowed in.
    public Optional<Session> find(Token token) {
        var hash = token.hash();
        return memory.get(HexFormat.of().formatHex(hash), () -> read(hash, clock.instant()));
    }

    private Optional<Session> read(byte[] hash, Instant now) {
        return database.resultQuery(
                        "select id, login_id, acting_for, last_seen from wirt.session where token_hash = ?", hash)
                .fetchOptional(r -> {
                    var seen =
                            r.get("last_seen", java.time.OffsetDateTime.class).toInstant();
                    if (seen.plus(IDLE).isBefore(now)) return Optional.<Session>empty();
                    if (seen.plus(SEEN_EVERY).isBefore(now)) touch(hash, now);
                    var actingFor = r.get("acting_for", Long.class);
                    var person = people.person(r.get("login_id", Long.class)).filter(Person::maySignIn);
                    var account = Optional.ofNullable(actingFor).flatMap(people::account);
                    return person.map(p -> session(r.get("id", UUID.class), p, account, seen));
                })
                .flatMap(session -> session);
    }

    /// When the account he works in goes away under his hands, somebody is himself again, and signed in.
    private static Session session(UUID id, Person person, Optional<People.AccountFacts> account, Instant seen) {
        var actingFor = account.filter(a -> mayActFor(person, a));
        var ended = account.filter(_ -> actingFor.isEmpty()).map(People.AccountFacts::name);
        return new Session(id, person, actingFor, ended, seen);
    }

    private void touch(byte[] hash, Instant now) {
        database.execute(
                "update wirt.session set last_seen = cast(? as timestamptz) where token_hash = ?",
                now.toString(),
                hash);
    }

    /// Downwards only: the administrator for everybody, a reseller for the customers of his realm. A suspended account
    /// is closed to its own people, not to those who look after it; one in the recycle bin is closed to all.
    static boolean mayActFor(Person person, People.AccountFacts account) {
        if ((account.reasons() & 2048) != 0 || account.level() == Level.ADMINISTRATOR) return false;
        return switch (person.scope().level()) {
            case ADMINISTRATOR -> true;
            case RESELLER -> account.level() == Level.CUSTOMER && account.resellerId() == person.accountId();
            case CUSTOMER -> false;
        };
    }

    /// From now on this session works inside a lower account; absent: as the person himself again.
    public boolean actFor(Token token, Optional<Long> accountId) {
        var session = find(token).orElse(null);
        if (session == null) return false;
        if (accountId.isPresent()) {
            var account = people.account(accountId.get());
            if (account.isEmpty() || !mayActFor(session.person(), account.get())) return false;
        }
        database.execute(
                "update wirt.session set acting_for = ? where token_hash = ?", accountId.orElse(null), token.hash());
        forget();
        return true;
    }

    public void end(Token token) {
        database.execute("delete from wirt.session where token_hash = ?", token.hash());
        forget();
    }

    /// Ends every session of these logins but one, e.g. after a change of password.
    public void endAll(List<Long> logins, Optional<UUID> but) {
        database.execute(
                "delete from wirt.session where login_id = any(?) and id is distinct from ?",
                logins.toArray(Long[]::new),
                but.orElse(null));
        forget();
    }

    /// One of a login's open sessions, as its owner may see it.
    public record Open(UUID id, String address, String agent, Instant created, Instant lastSeen) {}

    /// A login's sessions that are still good, the last used first.
    public List<Open> of(long loginId) {
        return database.resultQuery(
                        "select id, address, agent, created_at, last_seen from wirt.session where login_id = ? "
                                + "and last_seen > cast(? as timestamptz) order by last_seen desc, id",
                        loginId,
                        clock.instant().minus(IDLE).toString())
                .fetch(r -> new Open(
                        r.get("id", UUID.class),
                        r.get("address", String.class),
                        r.get("agent", String.class),
                        r.get("created_at", java.time.OffsetDateTime.class).toInstant(),
                        r.get("last_seen", java.time.OffsetDateTime.class).toInstant()));
    }

    /// Ends one session of a login; somebody else's is not found.
    public void endOne(long loginId, UUID id) {
        database.execute("delete from wirt.session where login_id = ? and id = ?", loginId, id);
        forget();
    }

    /// The next question of each session goes to the database.
    void forget() {
        memory.forget();
    }
}
