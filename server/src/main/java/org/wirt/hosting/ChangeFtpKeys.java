package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Several;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Says by which keys somebody signs in over SFTP. Where one is taken away, open sessions end: nobody knows which of
/// them it opened.
@Verb(name = "ftp.keys", from = Level.CUSTOMER)
class ChangeFtpKeys implements Operation<FtpLogin, ChangeFtpKeys.Input>, Outward {

    record Input(@Several SshKeys keys) {}

    private final DSLContext database;

    ChangeFtpKeys(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(FtpLogin login, Input input, Caller caller) {
        var forbidden = ChangeFtpPassword.mayNotSignInAnew(login, caller);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        return login.keys().equals(input.keys().list()) ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<FtpLogin> logins, Input input, Caller caller, Job job) {
        var keys = input.keys().list();
        for (var login : logins) {
            boolean fewer = !keys.containsAll(login.keys());
            database.execute(
                    "update wirt.ftp_login set keys = ?, changed = changed + ? where id = ?",
                    keys.toArray(String[]::new),
                    fewer ? 1 : 0,
                    login.id());
        }
        return logins.stream()
                .map(login -> new Change(login.id(), values(login.keys()), values(keys)))
                .toList();
    }

    /// As OpenSSH shows them to people (ssh-keygen -l).
    private static Map<String, Object> values(List<String> keys) {
        return Map.of("keys", keys.stream().map(SshKeys::fingerprint).collect(Collectors.joining(", ")));
    }
}
