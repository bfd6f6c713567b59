package org.wirt.engine.embedded;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.ftplet.Authority;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.TransferRatePermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.wirt.hosting.FtpUser;
import org.wirt.hosting.Ticket;

/// An FTP login that has been let in.
final class FtpAccount extends BaseUser {

    private static final List<Authority> MAY =
            List.of(new WritePermission(), new ConcurrentLoginPermission(0, 0), new TransferRatePermission(0, 0));

    private final Ticket ticket;
    private final Path root;

    FtpAccount(FtpUser user) {
        this.ticket = user.ticket();
        this.root = user.root();
        setName(user.login());
        setHomeDirectory(user.root().toString());
        setAuthorities(MAY);
        setEnabled(true);
    }

    Ticket ticket() {
        return ticket;
    }

    Path root() {
        return root;
    }
}
