package org.wirt.engine.embedded;

import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;
import org.wirt.hosting.ViewsUnreachable;

/// Asks before every command whether the login may still be here: no race between a login and a suspension is left.
final class LiveCheck extends DefaultFtplet {

    private final NodeViews views;

    LiveCheck(NodeViews views) {
        this.views = views;
    }

    @Override
    public FtpletResult beforeCommand(FtpSession session, FtpRequest request) {
        return !(session.getUser() instanceof FtpAccount account) || live(account)
                ? FtpletResult.DEFAULT
                : FtpletResult.DISCONNECT;
    }

    /// While the database is away, an open session goes on; the next sweep that gets an answer decides.
    private boolean live(FtpAccount account) {
        try {
            return views.valid(Service.FTP, account.ticket());
        } catch (ViewsUnreachable _) {
            return true;
        }
    }
}
