package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The logins for FTP and SFTP.
@Component
public class FtpLogins extends Hosted<FtpLogin> {

    private final DSLContext database;

    FtpLogins(DSLContext database, Spaces spaces) {
        super(
                database,
                spaces,
                "ftp",
                FtpLogin.class,
                "select f.id, f.subscription_id, f.login, f.directory, f.main, f.keys from wirt.ftp_login f",
                "f");
        this.database = database;
    }

    /// Those of that name in sight, in any spelling.
    public List<FtpLogin> named(String login) {
        var ids = database.resultQuery(
                        "select id from wirt.ftp_login where lower(login) = lower(?) and not released", login)
                .fetch(r -> r.get(0, Long.class));
        return load(ids);
    }

    /// Numbers of the next so many additional ones.
    ///
    /// @param subscription whose; absent: all in sight
    public List<Long> additional(Optional<Long> subscription, long after, int most) {
        return subscription
                .map(id -> next("not f.main and f.subscription_id = ?", after, most, id))
                .orElseGet(() -> next("not f.main", after, most));
    }

    @Override
    String order() {
        return "not f.main, f.login";
    }

    @Override
    FtpLogin thing(Record r, Space space) {
        return new FtpLogin(
                r.get("id", Long.class),
                space,
                r.get("login", String.class),
                r.get("directory", String.class),
                r.get("main", Boolean.class),
                List.of(r.get("keys", String[].class)));
    }
}
