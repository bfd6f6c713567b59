package org.wirt.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.OneTimeLinks;
import org.wirt.access.Person;
import org.wirt.access.Scope;

/// *Forgot password*: whoever names a login by username and e-mail address gets a letter with a link. The answer never
/// tells whether there was one: what must be looked up is done after it, so that it also takes the same time.
@Component
public class PasswordRequests {

    private static final int PER_HOUR = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final DSLContext database;
    private final OneTimeLinks links;
    private final Letters letters;
    private final Clock clock;

    PasswordRequests(DSLContext database, OneTimeLinks links, Letters letters, Clock clock) {
        this.database = database;
        this.links = links;
        this.letters = letters;
        this.clock = clock;
    }

    /// Comes back at once; at most five an hour count, per username and per source address.
    public void ask(String username, String email, String address) {
        // Both are counted, whatever the first one says.
        boolean login = mayTry("reset:login:" + username.strip().toLowerCase(Locale.ROOT));
        boolean allowed = mayTry("reset:address:" + address) && login;
        Thread.ofVirtual().name("password-request").start(() -> {
            if (allowed) write(username, email);
        });
    }

    private void write(String username, String email) {
        links.named(username, email)
                .map(found -> addressee(found.person(), found.email()))
                .ifPresent(letters::writeReset);
    }

    private static Addressee addressee(Person person, String email) {
        return new Addressee(
                person.accountId(),
                // The texts are those of his provider; a reseller's is the administrator.
                person.level() == Level.CUSTOMER ? person.resellerId() : Scope.ADMINISTRATOR,
                person.loginId(),
                person.username(),
                person.name(),
                email,
                person.locale().orElse(person.accountLocale()));
    }

    /// Counts within a window that begins with the first request.
    private boolean mayTry(String key) {
        var now = clock.instant();
        var since = now.minus(HOUR).toString();
        return database.resultQuery(
                                "insert into wirt.attempt as a (key, failures, last_at) values (left(?, 300), 1, cast(? as timestamptz)) "
                                        + "on conflict (key) do update set "
                                        + "failures = case when a.last_at < cast(? as timestamptz) then 1 else a.failures + 1 end, "
                                        + "last_at = case when a.last_at < cast(? as timestamptz) then excluded.last_at else a.last_at end "
                                        + "returning failures",
                                key,
                                now.toString(),
                                since,
                                since)
                        .fetchSingle()
                        .get(0, Integer.class)
                <= PER_HOUR;
    }
}
