package org.wirt.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.wirt.access.Passwords;
import org.wirt.access.Sessions;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// The panel logins of the accounts in sight, as the verbs change them. All usernames of the installation are one name
/// space, those in the recycle bin included.
@Component
class Logins {

    private final DSLContext database;
    private final Passwords passwords;
    private final Sessions sessions;

    Logins(DSLContext database, Passwords passwords, Sessions sessions) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /// @throws Refused when anybody has that name; the answer tells nothing else about him
    void rename(long loginId, String username) {
        if (isTaken(username, loginId)) throw new Refused(Refusal.invalid("username", "username-taken"));
        try {
            database.execute(
                    "update wirt.login set username = ?, changed = changed + 1 where id = ?", username, loginId);
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    /// Why somebody cannot have that name; the answer tells nothing else about who has it.
    Optional<Refusal> refusal(String username, long except) {
        return isTaken(username, except)
                ? Optional.of(Refusal.invalid("username", "username-taken"))
                : Optional.empty();
    }

    boolean isTaken(String username, long except) {
        return database.resultQuery("select wirt.username_taken(?, ?)", username, except)
                .fetchSingle()
                .get(0, Boolean.class);
    }

    static Refused taken(Exception cause) {
        return new Refused(Refusal.invalid("username", "username-taken"), cause);
    }

    /// Links that were under way for the old password are good no more.
    void password(long loginId, String password) {
        database.execute(
                "update wirt.login set password_hash = ?, changed = changed + 1 where id = ?",
                passwords.panelHash(password),
                loginId);
        database.execute("delete from wirt.one_time_link where login_id = ?", loginId);
    }

    void endSessions(Collection<Long> logins) {
        sessions.endAll(List.copyOf(logins), Optional.empty());
    }
}
