package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
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

/// Calls an FTP login otherwise, also the system user of a subscription: whoever is signed in by the old name is signed
/// out. Files go by the number of the system user, and keep whom they belong to.
@Verb(name = "ftp.rename", from = Level.CUSTOMER)
class RenameFtpLogin implements Operation<FtpLogin, RenameFtpLogin.Input>, Outward, Singular {

    record Input(FtpLoginName login) {}

    private final FtpLoginNames names;

    RenameFtpLogin(FtpLoginNames names) {
        this.names = names;
    }

    @Override
    public Verdict judge(FtpLogin login, Input input, Caller caller) {
        var forbidden = mayRename(login, caller);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        if (login.name().equals(input.login().text())) return Verdict.unchanged();
        return HostingRules.first(
                List.of(names.taken(input.login(), login.space().resellerId())));
    }

    /// What the system user is called is between the provider and his books.
    static Optional<Refusal> mayRename(FtpLogin login, Caller caller) {
        return login.main() && !HostingRules.isProvider(caller)
                ? Optional.of(Refusal.notPermitted("system-user-name"))
                : HostingRules.mayManage(login.space(), caller, CreateFtpLogin.PERMISSION);
    }

    @Override
    public List<Change> apply(List<FtpLogin> logins, Input input, Caller caller, Job job) {
        var login = logins.getFirst();
        names.release(input.login().text(), login.space().resellerId());
        names.rename(login.id(), input.login());
        return List.of(
                Change.of(login.id(), "login", login.name(), input.login().text()));
    }
}
