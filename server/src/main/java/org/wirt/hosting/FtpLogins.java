package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The logins for FTP and SFTP.
@Component
public class FtpLogins extends Hosted<FtpLogin> {

    FtpLogins(DSLContext database, Spaces spaces) {
        super(
                database,
                spaces,
                "ftp",
                FtpLogin.class,
                "select f.id, f.subscription_id, f.login, f.directory, f.main, f.keys from wirt.ftp_login f",
                "f");
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
