package org.wirt.engine.embedded;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;
import org.wirt.hosting.FtpUser;

/// Tells the meter what SFTP clients transfer and change.
final class CountedChannels implements SftpEventListener {

    private final Meter meter;

    CountedChannels(Meter meter) {
        this.meter = meter;
    }

    @Override
    public void read(
            ServerSession session,
            String remote,
            FileHandle file,
            long offset,
            byte[] data,
            int from,
            int wanted,
            int length,
            @Nullable Throwable failure) {
        of(session, user -> meter.transferred(user.ticket().subscription(), length));
    }

    @Override
    public void written(
            ServerSession session,
            String remote,
            FileHandle file,
            long offset,
            byte[] data,
            int from,
            int length,
            @Nullable Throwable failure) {
        of(session, user -> {
            meter.transferred(user.ticket().subscription(), length);
            meter.changed(user.ticket().subscription());
        });
    }

    @Override
    public void removed(ServerSession session, Path file, boolean folder, @Nullable Throwable failure) {
        of(session, user -> meter.changed(user.ticket().subscription()));
    }

    private static void of(ServerSession session, Consumer<FtpUser> then) {
        var user = session.getAttribute(EmbeddedSftp.USER);
        if (user != null) then.accept(user);
    }
}
