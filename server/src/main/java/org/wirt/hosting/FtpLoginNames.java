package org.wirt.hosting;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.value.Refusal;

/// Which names of FTP logins are free. System users share them. Call within a scoped transaction.
@Component
class FtpLoginNames {

    static final Refusal TAKEN = Refusal.invalid("login", "ftp-login-taken");

    private final DSLContext database;
    private final RemovedNames removed;

    FtpLoginNames(DSLContext database, RemovedNames removed) {
        this.database = database;
        this.removed = removed;
    }

    /// Names of what the same provider has removed are free.
    Optional<Refusal> taken(FtpLoginName login, long provider) {
        boolean held = database.resultQuery("select wirt.ftp_login_taken(?)", login.text())
                .fetchSingle()
                .into(boolean.class);
        return held && !removed.has(RemovedNames.Kind.LOGIN, login.text(), provider)
                ? Optional.of(TAKEN)
                : Optional.empty();
    }

    /// Takes it from what the provider has removed.
    void release(FtpLoginName login, long provider) {
        removed.release(RemovedNames.Kind.LOGIN, login.text(), provider);
    }
}
