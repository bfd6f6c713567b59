package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// A mail client that says exactly the lines it is told.
public final class Dialogue implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final long A_MOMENT = 20_000_000;

    private Socket socket;
    private BufferedReader reader;
    private int tags;

    public Dialogue(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        use(socket);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// SMTP: the last line of the answer, which must begin with these words.
    public Dialogue smtp(String line, String answer) throws IOException {
        write(line);
        assertThat(reply()).as(line).startsWith(answer);
        return this;
    }

    /// SMTP: the last line of the answer, which must begin with this code and say this.
    public Dialogue smtpSaying(String line, String code, String words) throws IOException {
        write(line);
        assertThat(reply()).as(line).startsWith(code).contains(words);
        return this;
    }

    /// SMTP: the last line of an answer, whatever was said.
    public String reply() throws IOException {
        var line = line();
        while (line.length() > 3 && line.charAt(3) == '-') line = line();
        return line;
    }

    /// IMAP: the whole answer up to the tagged line, which must begin with these words.
    public String imap(String command, String answer) throws IOException {
        var tag = "a" + ++tags;
        write(tag + " " + command);
        var all = new StringBuilder();
        for (var line = line(); ; line = line()) {
            all.append(line).append('\n');
            if (!line.startsWith(tag + " ")) continue;
            assertThat(line).as(command).startsWith(tag + " " + answer);
            return all.toString();
        }
    }

    /// Signing in by SMTP (RFC 4616).
    public static String plain(String address, String password) {
        return "AUTH PLAIN " + words(address, password);
    }

    /// The same for every protocol.
    public static String words(String address, String password) {
        var words = "\0" + address + "\0" + password;
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    public Dialogue encrypt() throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustsEverybody()}, null);
            var encrypted =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
            encrypted.startHandshake();
            use(encrypted);
            return this;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public void write(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public String line() throws IOException {
        var line = reader.readLine();
        if (line == null) throw new EOFException();
        return line;
    }

    /// Whether the server has ended the connection; waits for it.
    public boolean ended() {
        try {
            return reader.readLine() == null;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /// Whether the server lets go of a client that writes and never reads.
    boolean isCutWithin(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < until) {
                write("n NOOP");
                LockSupport.parkNanos(A_MOMENT);
            }
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void use(Socket used) throws IOException {
        socket = used;
        reader = new BufferedReader(new InputStreamReader(used.getInputStream(), StandardCharsets.UTF_8));
    }
}
