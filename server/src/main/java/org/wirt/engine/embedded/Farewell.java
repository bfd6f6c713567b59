package org.wirt.engine.embedded;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What a mail client hears; the last of it is that the server ends the session (RFC 3501, 7.1.5). After that nothing
/// is said any more.
final class Farewell extends FilterOutputStream {

    private static final byte[] BYE = "* BYE Session ended by the server\r\n".getBytes(StandardCharsets.US_ASCII);

    private boolean said;

    Farewell(OutputStream client) {
        super(client);
    }

    @Override
    public synchronized void write(int letter) throws IOException {
        refuse();
        out.write(letter);
    }

    @Override
    public synchronized void write(byte[] text, int from, int length) throws IOException {
        refuse();
        out.write(text, from, length);
    }

    /// Waits while an answer is being written.
    synchronized void say() throws IOException {
        refuse();
        said = true;
        out.write(BYE);
        out.flush();
    }

    private void refuse() throws IOException {
        if (said) throw new IOException("The session is over");
    }
}
