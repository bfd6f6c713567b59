package org.wirt.hosting;

import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Verb;
import org.wirt.value.Refusal;

/// Gives a system user or an additional FTP login a new password; sessions opened with the old one end.
@Verb(name = "ftp.password", from = Level.CUSTOMER)
class ChangeFtpPassword extends ChangingServicePassword<FtpLogin> {

    ChangeFtpPassword(DSLContext database, ServicePasswords passwords) {
        super(database, passwords, "ftp_login");
    }

    @Override
    Optional<Refusal> forbidden(FtpLogin login, Caller caller) {
        return mayNotSignInAnew(login, caller);
    }

    /// What forbids the caller to say how somebody signs in; empty: nothing.
    static Optional<Refusal> mayNotSignInAnew(FtpLogin login, Caller caller) {
        return login.main()
                ? HostingRules.isManageable(login.space(), caller)
                : HostingRules.mayManage(login.space(), caller, CreateFtpLogin.PERMISSION);
    }

    @Override
    String login(FtpLogin login) {
        return login.name();
    }
}
