package org.wirt.engine.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;

/// Shows each login its own folder as the root of a file system.
final class SftpRoot extends VirtualFileSystemFactory {

    @Override
    public Path getUserHomeDir(SessionContext session) throws IOException {
        var user = session.getAttribute(EmbeddedSftp.USER);
        if (user == null) throw new AccessDeniedException("not signed in");
        return user.root();
    }
}
