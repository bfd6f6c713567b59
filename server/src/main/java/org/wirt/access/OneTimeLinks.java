package org.wirt.access;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Links for setting a password: good once and for 24 hours, kept as a hash. Using one ends all sessions and other
/// links of that login.
@Component
public class OneTimeLinks {

    public static final Duration VALID = Duration.ofHours(24);

    private final DSLContext database;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Clock clock;

    OneTimeLinks(
            DSLContext database, People people, Passwords passwords, Sessions sessions, SignIn signIn, Clock clock) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
        this.clock = clock;
    }

    /// Joins the transaction it is called in, if there is one.
    public Token make(long loginId) {
        return Objects.requireNonNull(make(Set.of(loginId)).get(loginId));
    }

    /// One for each login.
    public Map<Long, Token> make(Set<Long> logins) {
        var now = clock.instant();
        var ids = List.copyOf(logins);
        var tokens = ids.stream().map(_ -> Token.random()).toList();
        database.execute(
                "insert into wirt.one_time_link (token_hash, login_id, created_at, expires_at) "
                        + "select decode(v.hash, 'hex'), v.login, cast(? as timestamptz), cast(? as timestamptz) "
                        + "from unnest(cast(? as text[]), cast(? as bigint[])) v (hash, login)",
                now.toString(),
                now.plus(VALID).toString(),
                tokens.stream().map(t -> HexFormat.of().formatHex(t.hash())).toArray(String[]::new),
                ids.toArray(Long[]::new));
        var made = new HashMap<Long, Token>();
        for (int i = 0; i < ids.size(); i++) made.put(ids.get(i), tokens.get(i));
        return made;
    }

    /// Whose link it is, while it is good.
    public Optional<Person> owner(Token token) {
        return database.resultQuery(
                        "select login_id from wirt.one_time_link where token_hash = ? and expires_at > cast(? as timestamptz)",
                        token.hash(),
                        clock.instant().toString())
                .fetchOptional(r -> r.get(0, Long.class))
                .flatMap(people::person);
    }

    /// Sets the password and signs in; empty when the link is used up or too old. The password of somebody to whom the
    /// panel is closed is set, but he does not get in.
    public Optional<SignIn.Outcome> use(Token token, String password, String address, String agent, String requestId) {
        var hash = passwords.panelHash(password);
        var login = database.resultQuery(
                        "delete from wirt.one_time_link where token_hash = ? and expires_at > cast(? as timestamptz) returning login_id",
                        token.hash(),
                        clock.instant().toString())
                .fetchOptional(r -> r.get(0, Long.class));
        if (login.isEmpty()) return Optional.empty();
        people.setPassword(login.get(), hash);
        database.execute("delete from wirt.one_time_link where login_id = ?", login.get());
        sessions.endAll(List.of(login.get()), Optional.empty());
        return people.person(login.get())
                .map(p -> SignIn.closed(p).orElseGet(() -> signIn.in(p, address, agent, requestId)));
    }

    /// The login that a username and its e-mail address name together, where both are right.
    public Optional<Named> named(String username, String email) {
        return people.credentials(username.strip())
                .filter(c -> !c.email().isEmpty() && c.email().equalsIgnoreCase(email.strip()))
                .flatMap(c -> people.person(c.loginId()).map(person -> new Named(person, c.email())));
    }

    /// @param email as it is kept, not as it was typed
    public record Named(Person person, String email) {}
}
