package org.wirt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.sshd.client.SshClient;

/// One way from the internet to a customer: asks whether it lets somebody in, or stays inside.
enum Door {
    WEB(28_080) {
        @Override
        boolean live(long subscription) throws IOException {
            try (var line = new Line(port)) {
                line.say("GET / HTTP/1.1\r\nHost: d" + subscription + ".example\r\nConnection: close\r\n");
                return !line.hear().contains(" 503");
            }
        }
    },
    FTP(28_021) {
        @Override
        boolean in(Line line, long subscription) throws IOException {
            line.hear();
            line.say("USER u" + subscription);
            line.hear();
            line.say("PASS " + Panel.PASSWORD);
            return line.hear().startsWith("230");
        }
    },
    SFTP(28_022) {
        @Override
        boolean live(long subscription) throws IOException {
            try (var client = SshClient.setUpDefaultClient()) {
                client.setServerKeyVerifier((_, _, _) -> true);
                client.start();
                try (var session = client.connect("u" + subscription, "127.0.0.1", port)
                        .verify(5_000)
                        .getSession()) {
                    session.addPasswordIdentity(Panel.PASSWORD);
                    return session.auth().await(5_000) && session.isAuthenticated();
                }
            }
        }
    },
    MAIL(28_025) {
        @Override
        boolean live(long subscription) throws IOException {
            try (var line = new Line(port)) {
                line.hear();
                line.say("EHLO bench.example");
                line.hear();
                line.say("MAIL FROM:<friend@elsewhere.example>");
                line.hear();
                line.say("RCPT TO:<info@d" + subscription + ".example>");
                return line.hear().startsWith("250");
            }
        }
    },
    SUBMISSION(28_087) {
        @Override
        boolean in(Line line, long subscription) throws IOException {
            line.hear();
            line.say("EHLO bench.example");
            line.hear();
            var words = "\0info@d" + subscription + ".example\0" + Panel.PASSWORD;
            line.say("AUTH PLAIN " + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
            return line.hear().startsWith("235");
        }
    },
    IMAP(28_044) {
        @Override
        boolean in(Line line, long subscription) throws IOException {
            line.hear();
            line.say("a LOGIN info@d" + subscription + ".example \"" + Panel.PASSWORD + "\"");
            return line.hear().startsWith("a OK");
        }
    };

    final int port;

    Door(int port) {
        this.port = port;
    }

    /// Does it answer as for a live customer?
    boolean live(long subscription) throws IOException {
        try (var line = new Line(port)) {
            return in(line, subscription);
        }
    }

    /// Signs in over an open line; only where a session can stay open.
    boolean in(Line line, long subscription) throws IOException {
        throw new UnsupportedOperationException(name());
    }

    /// A session that stays open until somebody ends it.
    Line enter(long subscription) throws IOException {
        var line = new Line(port);
        if (!in(line, subscription)) throw new IOException(name() + " lets nobody in");
        return line;
    }

    /// A client that says lines and hears the last line of each answer.
    static final class Line implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader reader;

        Line(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        String hear() throws IOException {
            var line = reader.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-' && Character.isDigit(line.charAt(0)))
                line = reader.readLine();
            if (line == null) throw new IOException("the server ended the connection");
            return line;
        }

        /// Waits until the server ends it.
        void untilEnded() {
            try {
                while (reader.readLine() != null) Thread.onSpinWait();
            } catch (IOException e) {
                // Ended the hard way, or not at all within ten seconds: the time says which.
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
