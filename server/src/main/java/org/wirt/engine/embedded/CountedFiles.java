package org.wirt.engine.embedded;

import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.impl.FileObserver;
import org.apache.ftpserver.impl.FtpIoSession;

/// Tells the meter what FTP clients transfer and change.
final class CountedFiles implements FileObserver {

    private final Meter meter;

    CountedFiles(Meter meter) {
        this.meter = meter;
    }

    @Override
    public void notifyUpload(FtpIoSession session, FtpFile file, long size) {
        transferred(session, size);
        changed(session);
    }

    @Override
    public void notifyDownload(FtpIoSession session, FtpFile file, long size) {
        transferred(session, size);
    }

    @Override
    public void notifyDelete(FtpIoSession session, FtpFile file) {
        changed(session);
    }

    @Override
    public void notifyMkdir(FtpIoSession session, FtpFile file) {
        // A folder takes no space of its own.
    }

    @Override
    public void notifyRmdir(FtpIoSession session, FtpFile file) {
        // Only an empty one can be removed.
    }

    private void transferred(FtpIoSession session, long bytes) {
        if (session.getUser() instanceof FtpAccount account)
            meter.transferred(account.ticket().subscription(), bytes);
    }

    private void changed(FtpIoSession session) {
        if (session.getUser() instanceof FtpAccount account)
            meter.changed(account.ticket().subscription());
    }
}
