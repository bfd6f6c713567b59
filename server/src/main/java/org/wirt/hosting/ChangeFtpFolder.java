package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.DirectoryName;
import org.wirt.value.Refusal;

/// Gives an additional FTP login another folder: open sessions, which see the old one, end.
@Verb(name = "ftp.folder", from = Level.CUSTOMER)
class ChangeFtpFolder implements Operation<FtpLogin, ChangeFtpFolder.Input>, Outward {

    /// @param directory from the home of the subscription, which is a dot itself: who says nothing is not shown
    ///     everything. Made where it is missing
    record Input(@Needed Optional<DirectoryName> directory) {}

    private final DSLContext database;
    private final Homes homes;

    ChangeFtpFolder(DSLContext database, Homes homes) {
        this.database = database;
        this.homes = homes;
    }

    @Override
    public Verdict judge(FtpLogin login, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(login, caller);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        if (input.directory().isEmpty()) return Verdict.refused(Refusal.invalid("directory", "missing"));
        return login.directory().equals(input.directory().get().path()) ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<FtpLogin> logins, Input input, Caller caller, Job job) {
        var directory = input.directory().orElseThrow();
        database.execute(
                "update wirt.ftp_login set directory = ?, changed = changed + 1 where id = any(?)",
                directory.path(),
                logins.stream().map(FtpLogin::id).toArray(Long[]::new));
        for (var login : logins)
            homes.on(login.space().node()).createFolder(login.space().home(), directory);
        return logins.stream()
                .map(login -> Change.of(login.id(), "directory", login.directory(), directory.path()))
                .toList();
    }
}
