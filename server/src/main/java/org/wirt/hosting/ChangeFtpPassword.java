package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Passwords;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Gives a system user or an additional FTP login a new password; sessions opened with the old one end.
@Verb(name = "ftp.password", from = Level.CUSTOMER)
class ChangeFtpPassword implements Operation<FtpLogin, ChangeFtpPassword.Input> {

    record Input(@Secret String password) {}

    private final DSLContext database;
    private final Passwords passwords;

    ChangeFtpPassword(DSLContext database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    @Override
    public Verdict judge(FtpLogin login, Input input, Caller caller) {
        return HostingRules.first(List.of(
                login.main()
                        ? HostingRules.isManageable(login.space(), caller)
                        : HostingRules.mayManage(login.space(), caller, CreateFtpLogin.PERMISSION),
                HostingRules.goodPassword(input.password(), login.name())));
    }

    @Override
    public List<Change> apply(List<FtpLogin> logins, Input input, Caller caller, Job job) {
        var login = logins.getFirst();
        database.execute(
                "update wirt.ftp_login set password_hash = ?, changed = changed + 1 where id = ?",
                passwords.serviceHash(input.password()),
                login.id());
        return List.of(Change.of(login.id()));
    }
}
