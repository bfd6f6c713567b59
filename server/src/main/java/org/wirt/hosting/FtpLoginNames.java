package org.wirt.hosting;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What FTP logins are called, and which names are free. System users share them. Call within a scoped transaction.
@Component
class FtpLoginNames {

    static final Refusal TAKEN = Refusal.invalid("login", "ftp-login-taken");

    private final DSLContext database;
    private final RemovedNames removed;

    FtpLoginNames(DSLContext database, RemovedNames removed) {
        this.database = database;
        this.removed = removed;
    }

    /// Whether anybody has it, be it in the recycle bin.
    boolean isHeld(String login) {
        return database.resultQuery("select wirt.ftp_login_taken(?)", login).fetchSingle(r -> r.get(0, Boolean.class));
    }

    /// Whether this provider may not use it: names of what he has removed himself are free.
    boolean isTaken(String login, long provider) {
        return isHeld(login) && !removed.has(RemovedNames.Kind.LOGIN, login, provider);
    }

    Optional<Refusal> taken(FtpLoginName login, long provider) {
        return isTaken(login.text(), provider) ? Optional.of(TAKEN) : Optional.empty();
    }

    /// Takes it from what the provider has removed.
    void release(String login, long provider) {
        removed.release(RemovedNames.Kind.LOGIN, login, provider);
    }

    /// Who is signed in by the old name has to come again.
    void rename(long id, FtpLoginName name) {
        try {
            database.execute(
                    "update wirt.ftp_login set login = ?, changed = changed + 1 where id = ?", name.text(), id);
        } catch (IntegrityConstraintViolationException | DataIntegrityViolationException _) {
            throw new Refused(TAKEN);
        }
    }
}
