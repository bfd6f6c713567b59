package org.wirt.engine.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.wirt.hosting.FtpUser;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;
import org.wirt.hosting.ViewsUnreachable;

/// Every path a client names: only of a login that is still live, and only inside its folder. Links are not made for
/// clients, because the web server and other logins would have to trust them.
final class SftpFolder implements SftpFileSystemAccessor {

    private final NodeViews views;

    SftpFolder(NodeViews views) {
        this.views = views;
    }

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy client, Path root, String remote) throws IOException {
        var session = client.getServerSession();
        var user = session.getAttribute(EmbeddedSftp.USER);
        if (user == null || !live(user)) {
            session.close(true);
            throw new AccessDeniedException(remote);
        }
        var path = SftpFileSystemAccessor.super.resolveLocalFilePath(client, root, remote);
        if (!new Chroot(user.root()).holds(onDisk(user.root(), path))) throw new AccessDeniedException(remote);
        return path;
    }

    @Override
    public void createLink(SftpSubsystemProxy client, Path link, Path existing, boolean symbolic) throws IOException {
        throw new AccessDeniedException(link.toString());
    }

    /// While the database is away, an open session goes on; the next sweep that gets an answer decides.
    private boolean live(FtpUser user) {
        try {
            return views.valid(Service.SFTP, user.ticket());
        } catch (ViewsUnreachable _) {
            return true;
        }
    }

    private static Path onDisk(Path root, Path path) {
        var inside = path.toAbsolutePath().normalize().toString().substring(1);
        return root.resolve(inside);
    }
}
