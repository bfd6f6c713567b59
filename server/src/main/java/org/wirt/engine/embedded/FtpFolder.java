package org.wirt.engine.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.ftpserver.filesystem.nativefs.impl.NativeFileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.User;

/// The files an FTP login sees: its folder as the root, and no link that leads out of it.
final class FtpFolder extends NativeFileSystemView {

    private final Chroot chroot;

    FtpFolder(User user) throws FtpException {
        super(made(user), false);
        this.chroot = new Chroot(((FtpAccount) user).root());
    }

    @Override
    public FtpFile getFile(String name) {
        return inside(super.getFile(name));
    }

    @Override
    public boolean changeWorkingDirectory(String name) {
        return holds(super.getFile(name)) && super.changeWorkingDirectory(name);
    }

    private FtpFile inside(FtpFile file) {
        if (!holds(file)) throw new IllegalArgumentException("outside the login's folder");
        return file;
    }

    private boolean holds(FtpFile file) {
        return chroot.holds(((File) file.getPhysicalFile()).toPath());
    }

    /// An additional login's folder may not have been made yet.
    private static User made(User user) throws FtpException {
        try {
            Files.createDirectories(Path.of(user.getHomeDirectory()));
            return user;
        } catch (IOException e) {
            throw new FtpException("the login's folder cannot be made", e);
        }
    }
}
