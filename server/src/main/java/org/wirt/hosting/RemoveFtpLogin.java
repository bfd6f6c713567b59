package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Removes an additional FTP login; its files stay. The system user belongs to the subscription.
@Verb(name = "ftp.remove", from = Level.CUSTOMER)
class RemoveFtpLogin implements Operation<FtpLogin, RemoveFtpLogin.Input>, Outward {

    record Input() {}

    private final DSLContext database;

    RemoveFtpLogin(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(FtpLogin login, Input input, Caller caller) {
        return HostingRules.first(List.of(HostingRules.mayManage(login, caller)));
    }

    @Override
    public List<Change> apply(List<FtpLogin> logins, Input input, Caller caller, Job job) {
        database.execute("delete from wirt.ftp_login where id = any(?)", (Object)
                logins.stream().map(FtpLogin::id).toArray(Long[]::new));
        return logins.stream()
                .map(l -> Change.of(l.id(), "login", l.name(), ""))
                .toList();
    }
}
