package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.net.ftp.FTPClient;

/// Somebody who tries to come in by FTP.
final class FtpGuest implements AutoCloseable {

    private final FTPClient ftp = new FTPClient();
    final boolean signedIn;

    FtpGuest(int port, String name, String password) throws IOException {
        ftp.connect("127.0.0.1", port);
        signedIn = ftp.login(name, password);
        ftp.enterLocalPassiveMode();
    }

    void put(String name) throws IOException {
        assertThat(ftp.storeFile(name, new ByteArrayInputStream(new byte[] {1})))
                .isTrue();
    }

    String[] names() throws IOException {
        return ftp.listNames();
    }

    boolean isThere() {
        try {
            return ftp.sendNoOp();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        ftp.disconnect();
    }
}
