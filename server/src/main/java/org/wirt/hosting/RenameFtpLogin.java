package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Singular;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Calls an additional FTP login otherwise: whoever is signed in by the old name is signed out.
@Verb(name = "ftp.rename", from = Level.CUSTOMER)
class RenameFtpLogin implements Operation<FtpLogin, RenameFtpLogin.Input>, Outward, Singular {

    record Input(FtpLoginName login) {}

    private final DSLContext database;
    private final FtpLoginNames names;

    RenameFtpLogin(DSLContext database, FtpLoginNames names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public Verdict judge(FtpLogin login, Input input, Caller caller) {
        var forbidden = mayNotChange(login, caller);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        if (login.name().equals(input.login().text())) return Verdict.unchanged();
        return HostingRules.first(
                List.of(names.taken(input.login(), login.space().resellerId())));
    }

    /// What forbids the caller to change an additional login; empty: nothing.
    static Optional<Refusal> mayNotChange(FtpLogin login, Caller caller) {
        return login.main()
                ? Optional.of(Refusal.state("system-user"))
                : HostingRules.mayManage(login.space(), caller, CreateFtpLogin.PERMISSION);
    }

    @Override
    public List<Change> apply(List<FtpLogin> logins, Input input, Caller caller, Job job) {
        var login = logins.getFirst();
        names.release(input.login().text(), login.space().resellerId());
        try {
            database.execute(
                    "update wirt.ftp_login set login = ?, changed = changed + 1 where id = ?",
                    input.login().text(),
                    login.id());
        } catch (IntegrityConstraintViolationException | DataIntegrityViolationException _) {
            throw new Refused(FtpLoginNames.TAKEN);
        }
        return List.of(
                Change.of(login.id(), "login", login.name(), input.login().text()));
    }
}
