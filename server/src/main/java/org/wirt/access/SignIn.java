package org.wirt.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Username and password for a session. Only after the right password does anybody learn that an account is suspended,
/// or that its contract does not open the panel; every other refusal reads the same. Repeated failures make the next
/// try wait, per login and per address.
@Component
public class SignIn {

    /// What came of a try.
    public sealed interface Outcome {
        /// @param token goes into the cookie
        record In(Token token, Person person) implements Outcome {}

        record Wrong() implements Outcome {}

        /// The password was right, the account is suspended.
        record Suspended(String provider, String providerEmail) implements Outcome {}

        /// The password was right, but this additional user is switched off, which is up to the account's owner.
        record Deactivated() implements Outcome {}

        /// The password was right, but access to the panel is not part of the contract.
        record NotInContract(String provider, String providerEmail) implements Outcome {}

        record Wait(Duration time) implements Outcome {}
    }

    private static final int FREE_TRIES = 5;
    private static final int FREE_TRIES_PER_ADDRESS = 30;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final DSLContext database;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final Proofs proofs;
    private final EntryTokens entries;

    SignIn(
            DSLContext database,
            People people,
            Passwords passwords,
            Sessions sessions,
            EntryTokens entries,
            Clock clock) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.entries = entries;
        this.proofs = new Proofs(passwords, clock);
    }

    public Outcome with(String username, String password, String address, String agent, String requestId) {
        return tried(
                username,
                address,
                requestId,
                credentials -> passwords.panelMatches(
                        password, credentials.map(People.Credentials::hash).orElse(null)),
                person -> {
                    database.execute(
                            "delete from wirt.attempt where key = ?",
                            "login:" + person.username().toLowerCase(Locale.ROOT));
                    return in(person, address, agent, requestId);
                });
    }

    /// For programs that show username and password with every request: no session is opened, and nothing is noted but
    /// failures.
    public Outcome eachTime(String username, String password, String address, String requestId) {
        // Whoever has just shown the right one is not held up by strangers who try his name; and what he shows does not
        // open the way to them.
        var known = people.credentials(username.strip())
                .filter(credentials -> proofs.remembers(password, credentials))
                .flatMap(credentials -> people.person(credentials.loginId()));
        if (known.isPresent()) return entered(known.get(), address, requestId, SignIn::shown);
        return tried(username, address, requestId, credentials -> proofs.matches(password, credentials), SignIn::shown);
    }

    private static Outcome.In shown(Person person) {
        return new Outcome.In(Token.random(), person);
    }

    /// By a token that a program has asked for on somebody's behalf.
    public Outcome byEntryToken(String token, String address, String agent, String requestId) {
        var person = entries.use(token)
                .filter(waiting ->
                        waiting.address().filter(a -> !a.equals(address)).isEmpty())
                .flatMap(waiting -> people.person(waiting.loginId()));
        // Nobody guesses 128 bits: wrong ones cost nobody his way in.
        if (person.isEmpty()) return new Outcome.Wrong();
        return closed(person.get()).orElseGet(() -> in(person.get(), address, agent, requestId));
    }

    private Outcome tried(
            String username,
            String address,
            String requestId,
            Predicate<Optional<People.Credentials>> proof,
            Function<Person, Outcome.In> way) {
        var login = "login:" + username.strip().toLowerCase(Locale.ROOT);
        var from = "address:" + address;
        var wait = max(wait(login, FREE_TRIES), wait(from, FREE_TRIES_PER_ADDRESS));
        if (wait.isPositive()) return new Outcome.Wait(wait);
        var credentials = people.credentials(username.strip());
        var right = proof.test(credentials);
        var person = credentials.filter(_ -> right).flatMap(c -> people.person(c.loginId()));
        if (person.isEmpty()) {
            failed(login);
            failed(from);
            note(0, username.strip(), "login.failed", address, requestId, "REFUSED");
            return new Outcome.Wrong();
        }
        return entered(person.get(), address, requestId, way);
    }

    private Outcome entered(Person who, String address, String requestId, Function<Person, Outcome.In> way) {
        var closed = closed(who);
        if (closed.isEmpty()) return way.apply(who);
        var why = closed.get() instanceof Outcome.NotInContract ? "login.not-in-contract" : "login.suspended";
        note(who.loginId(), who.username(), why, address, requestId, "REFUSED");
        return closed.get();
    }

    /// Why somebody who has proved himself does not come in.
    static Optional<Outcome> closed(Person who) {
        if (who.maySignIn()) return Optional.empty();
        if (who.isSwitchedOff()) return Optional.of(new Outcome.Deactivated());
        return Optional.of(
                who.isSuspended()
                        ? new Outcome.Suspended(who.providerName(), who.providerEmail())
                        : new Outcome.NotInContract(who.providerName(), who.providerEmail()));
    }

    /// Signs somebody in who has proved himself otherwise, by a one-time link.
    Outcome.In in(Person person, String address, String agent, String requestId) {
        people.signedIn(person.loginId());
        note(person.loginId(), person.username(), "login", address, requestId, "DONE");
        return new Outcome.In(sessions.open(person.loginId(), address, agent), person);
    }

    /// Whether somebody who is signed in knows his password; wrong tries make the next one wait, as at the door.
    Optional<Outcome> proves(Person person, String password, String address, String requestId) {
        var login = "login:" + person.username().toLowerCase(Locale.ROOT);
        var wait = wait(login, FREE_TRIES);
        if (wait.isPositive()) return Optional.of(new Outcome.Wait(wait));
        var hash = people.credentials(person.username())
                .map(People.Credentials::hash)
                .orElse(null);
        if (passwords.panelMatches(password, hash)) return Optional.empty();
        failed(login);
        note(person.loginId(), person.username(), "login.failed", address, requestId, "REFUSED");
        return Optional.of(new Outcome.Wrong());
    }

    void changed(Person person, String address, String requestId) {
        note(person.loginId(), person.username(), "login.password", address, requestId, "DONE");
    }

    public void out(Token token, String address, String requestId) {
        var person = sessions.find(token).map(Session::person);
        sessions.end(token);
        person.ifPresent(p -> note(p.loginId(), p.username(), "logout", address, requestId, "DONE"));
    }

    private void note(long loginId, String actor, String verb, String address, String requestId, String outcome) {
        database.execute(
                "select wirt.note_access(?, left(?, 255), ?, ?, ?, ?)",
                loginId,
                actor,
                verb,
                address,
                requestId,
                outcome);
    }

    private Duration wait(String key, int free) {
        var now = clock.instant();
        return attempt(key)
                .filter(a -> a.failures >= free)
                .map(a -> Duration.between(now, a.last.plus(pause(a.failures - free))))
                .filter(Duration::isPositive)
                .map(d -> d.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                .orElse(Duration.ZERO);
    }

    /// 2, 4, 8 … seconds, at most a quarter of an hour.
    static Duration pause(int beyond) {
        return beyond >= 9 ? LONGEST : Duration.ofSeconds(2L << beyond);
    }

    private record Attempt(int failures, Instant last) {}

    private Optional<Attempt> attempt(String key) {
        return database.resultQuery("select failures, last_at from wirt.attempt where key = ?", key)
                .fetchOptional(r -> new Attempt(
                        r.get(0, Integer.class), r.get(1, OffsetDateTime.class).toInstant()));
    }

    private void failed(String key) {
        var now = clock.instant();
        database.execute(
                "insert into wirt.attempt as a (key, failures, last_at) values (left(?, 300), 1, cast(? as timestamptz)) "
                        + "on conflict (key) do update set last_at = excluded.last_at, "
                        + "failures = case when a.last_at < cast(? as timestamptz) then 1 else a.failures + 1 end",
                key,
                now.toString(),
                now.minus(FORGOTTEN).toString());
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
