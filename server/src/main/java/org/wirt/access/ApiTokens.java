package org.wirt.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.value.Briefly;

/// What programs sign in with, each on behalf of a login and with no more rights than that has at the moment. Shown
/// once, kept as a hash, remembered for at most a second.
@Component
public class ApiTokens {

    /// By this one is known where it should not be: in a file, a message, a repository.
    public static final String PREFIX = "wirt_";

    public static final int MOST = 50;
    public static final int LONGEST_NAME = 100;

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    /// As its owner may see it.
    ///
    /// @param writes whether it may change anything
    public record Known(
            UUID id,
            String name,
            boolean writes,
            Instant created,
            Optional<Instant> expires,
            Optional<Instant> lastUsed) {}

    /// A program that has come in.
    public record Program(UUID token, Person person, boolean writes) {

        public Caller caller(Door door, String address, String requestId) {
            return new Caller(
                    person.scope(), person.loginId(), person.username(), "", person.rights(), door, address, requestId);
        }
    }

    /// What came of showing one.
    public sealed interface Outcome {
        record In(Program program) implements Outcome {}

        /// Unknown, expired, or of somebody who has no such door.
        record Wrong() implements Outcome {}

        /// It is right; its owner is suspended, or switched off.
        record Suspended() implements Outcome {}
    }

    private final DSLContext database;
    private final People people;
    private final Clock clock;
    private final Briefly<String, Outcome> memory;

    ApiTokens(DSLContext database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
        this.memory = new Briefly<>(REMEMBERED, clock);
    }

    /// Whether a login may have any.
    public boolean mayHave(long loginId) {
        return database.resultQuery("select wirt.may_use_api(?)", loginId)
                .fetchOptional(0, Boolean.class)
                .orElse(false);
    }

    /// @return what it is shown as, this once
    public String make(long loginId, String name, boolean writes, Optional<Duration> lasting) {
        var token = Token.random();
        var now = clock.instant();
        database.execute(
                "insert into wirt.api_token (token_hash, login_id, name, writes, created_at, expires_at) "
                        + "values (?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz))",
                token.hash(),
                loginId,
                name,
                writes,
                now.toString(),
                lasting.map(now::plus).map(Instant::toString).orElse(null));
        return PREFIX + token.text();
    }

    /// A login's own, the newest first.
    public List<Known> of(long loginId) {
        return database.resultQuery(
                        "select id, name, writes, created_at, expires_at, last_used from wirt.api_token where login_id = ? "
                                + "order by created_at desc, id",
                        loginId)
                .fetch(r -> new Known(
                        r.get("id", UUID.class),
                        r.get("name", String.class),
                        r.get("writes", Boolean.class),
                        r.get("created_at", OffsetDateTime.class).toInstant(),
                        instant(r.get("expires_at", OffsetDateTime.class)),
                        instant(r.get("last_used", OffsetDateTime.class))));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    /// Takes one of a login's away; somebody else's is not found.
    public void revoke(long loginId, UUID id) {
        database.execute("delete from wirt.api_token where login_id = ? and id = ?", loginId, id);
        memory.forget();
    }

    /// @param shown what a program has sent
    public Outcome enter(String shown) {
        if (!shown.startsWith(PREFIX)) return new Outcome.Wrong();
        var hash = new Token(shown.substring(PREFIX.length())).hash();
        return memory.get(HexFormat.of().formatHex(hash), () -> read(hash, clock.instant()));
    }

    private Outcome read(byte[] hash, Instant now) {
        var found = database.resultQuery(
                        "select id, login_id, writes, last_used from wirt.api_token "
                                + "where token_hash = ? and (expires_at is null or expires_at > cast(? as timestamptz))",
                        hash,
                        now.toString())
                .fetchOptional();
        if (found.isEmpty()) return new Outcome.Wrong();
        var row = found.get();
        var person = people.person(row.get("login_id", Long.class));
        if (person.isEmpty() || !mayHave(person.get().loginId())) return new Outcome.Wrong();
        if (!person.get().maySignIn()) return new Outcome.Suspended();
        var id = row.get("id", UUID.class);
        if (instant(row.get("last_used", OffsetDateTime.class))
                .filter(used -> used.plus(USED_EVERY).isAfter(now))
                .isEmpty())
            database.execute(
                    "update wirt.api_token set last_used = cast(? as timestamptz) where id = ?", now.toString(), id);
        return new Outcome.In(new Program(id, person.get(), row.get("writes", Boolean.class)));
    }
}
