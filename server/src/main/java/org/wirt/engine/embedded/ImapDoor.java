package org.wirt.engine.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.wirt.hosting.MailUser;

/// What is said before somebody is let in (RFC 3501, 6.1 and 6.2): capabilities, encryption, the password.
final class ImapDoor {

    private static final int TRIES = 5;

    private final SSLContext encryption;
    private final ImapGate gate;
    private Socket socket;
    private InputStream input;

    ImapDoor(Socket visitor, SSLContext encryption, ImapGate gate) throws IOException {
        this.encryption = encryption;
        this.gate = gate;
        this.socket = visitor;
        this.input = new BufferedInputStream(visitor.getInputStream());
    }

    /// Encrypted or not, as the visitor wished.
    Socket socket() {
        return socket;
    }

    InputStream input() {
        return input;
    }

    /// Speaks with the visitor until he is let in, or goes.
    Optional<MailUser> open() throws IOException {
        say("* OK [CAPABILITY " + capabilities() + "] Wirt ready");
        for (int tries = 0; tries < TRIES; ) {
            var command = ImapCommand.read(input, () -> say("+ Ready"));
            if (command == null) return Optional.empty();
            switch (command.name()) {
                case "CAPABILITY" -> {
                    say("* CAPABILITY " + capabilities());
                    say(command.tag() + " OK CAPABILITY completed");
                }
                case "NOOP" -> say(command.tag() + " OK NOOP completed");
                case "LOGOUT" -> {
                    say("* BYE Goodbye");
                    say(command.tag() + " OK LOGOUT completed");
                    return Optional.empty();
                }
                case "STARTTLS" -> encrypt(command.tag());
                case "LOGIN", "AUTHENTICATE" -> {
                    tries++;
                    var user = signIn(command);
                    if (user.isPresent()) return user;
                }
                default -> say(command.tag() + " BAD Sign in first");
            }
        }
        say("* BYE Too many attempts");
        return Optional.empty();
    }

    private Optional<MailUser> signIn(ImapCommand command) throws IOException {
        if (!safe()) return no(command, "[PRIVACYREQUIRED] Use STARTTLS first");
        var words = command.name().equals("LOGIN") ? command.arguments() : plain(command);
        if (words.size() != 2) {
            say(command.tag() + " BAD Name and password expected");
            return Optional.empty();
        }
        return switch (gate.ask(words.get(0), words.get(1))) {
            case ImapGate.Answer.No(var why) -> no(command, why);
            case ImapGate.Answer.Welcome(var user) -> {
                say(command.tag() + " OK Signed in");
                yield Optional.of(user);
            }
        };
    }

    /// `AUTHENTICATE PLAIN`, with the answer in the same line (RFC 4959) or asked for.
    private List<String> plain(ImapCommand command) throws IOException {
        var arguments = command.arguments();
        if (arguments.isEmpty() || !arguments.getFirst().equalsIgnoreCase("PLAIN")) return List.of();
        if (arguments.size() == 1) say("+ ");
        var text = arguments.size() > 1 ? arguments.get(1) : ImapCommand.line(input);
        try {
            var parts = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split("\0", 4);
            return parts.length == 3 ? List.of(parts[1], parts[2]) : List.of();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    /// What was sent unencrypted after the command is thrown away with the old buffer: it may be somebody else's.
    private void encrypt(String tag) throws IOException {
        if (socket instanceof SSLSocket) {
            say(tag + " BAD Already encrypted");
            return;
        }
        say(tag + " OK Begin TLS");
        var encrypted = (SSLSocket) encryption.getSocketFactory().createSocket(socket, (InputStream) null, true);
        encrypted.startHandshake();
        socket = encrypted;
        input = new BufferedInputStream(encrypted.getInputStream());
    }

    private boolean safe() {
        return socket instanceof SSLSocket || socket.getInetAddress().isLoopbackAddress();
    }

    private String capabilities() {
        return "IMAP4rev1 LITERAL+ SASL-IR"
                + (socket instanceof SSLSocket ? "" : " STARTTLS")
                + (safe() ? " AUTH=PLAIN" : " LOGINDISABLED");
    }

    private Optional<MailUser> no(ImapCommand command, String why) throws IOException {
        say(command.tag() + " NO " + why);
        return Optional.empty();
    }

    private void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
