package org.wirt.engine.embedded;

import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.imap.ImapRequestHandler;
import com.icegreen.greenmail.imap.ImapSessionImpl;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.user.UserManager;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.wirt.engine.OpenSession;
import org.wirt.hosting.MailUser;
import org.wirt.hosting.Ticket;

/// One visitor of the IMAP port: first at the door, then, once let in, with the library.
final class ImapConnection implements OpenSession {

    private static final int DOOR_MILLIS = (int) Duration.ofMinutes(1).toMillis();
    /// RFC 3501, 5.4: no less than half an hour.
    private static final int INSIDE_MILLIS = (int) Duration.ofMinutes(31).toMillis();
    /// How long a client that does not read may put off its end: all in all that is less than the second in which
    /// sessions are cut.
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Socket visitor;
    private final SSLContext encryption;
    private final ImapGate gate;
    private final MailStore store;
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile @Nullable MailUser user;
    private volatile @Nullable Farewell farewell;

    ImapConnection(Socket visitor, SSLContext encryption, ImapGate gate, MailStore store) {
        this.visitor = visitor;
        this.encryption = encryption;
        this.gate = gate;
        this.store = store;
    }

    boolean signedIn() {
        return user != null && !ending.get() && !visitor.isClosed();
    }

    @Override
    public Ticket ticket() {
        return Optional.ofNullable(user).orElseThrow().ticket();
    }

    /// Says so and closes the socket, which wakes the thread that reads from it, also in IDLE. Nobody waits for the
    /// client: many are ended one after the other.
    @Override
    public void end() {
        if (ending.getAndSet(true)) return;
        var speaking = Thread.ofVirtual().name("imap-farewell").start(this::sayFarewell);
        Thread.ofVirtual().name("imap-end").start(() -> {
            try {
                speaking.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                close();
            }
        });
    }

    private void sayFarewell() {
        var heard = farewell;
        if (heard == null) return;
        try {
            heard.say();
        } catch (IOException _) {
            // Then the client is gone already.
        }
    }

    private void close() {
        try {
            visitor.close();
        } catch (IOException _) {
            // Then it is closed already.
        }
    }

    void run() {
        try (visitor) {
            visitor.setSoTimeout(DOOR_MILLIS);
            var door = new ImapDoor(visitor, encryption, gate);
            var letIn = door.open();
            if (letIn.isEmpty()) return;
            user = letIn.get();
            visitor.setSoTimeout(INSIDE_MILLIS);
            inside(door, letIn.get());
        } catch (IOException | ProtocolException | IllegalStateException _) {
            // The visitor has gone, or was made to go.
        }
    }

    private void inside(ImapDoor door, MailUser letIn) throws IOException, ProtocolException {
        var mailbox = store.mailbox(letIn);
        var users = new UserManager(store.folders());
        var handler = new ImapHandler(users, store.folders(), door.socket());
        var session = new ImapSessionImpl(
                store.folders(), users, handler, visitor.getInetAddress().getHostAddress());
        session.setAuthenticated(mailbox);
        var commands = new ImapRequestHandler();
        var heard = new Farewell(door.socket().getOutputStream());
        farewell = heard;
        var out = new BufferedOutputStream(heard);
        while (!handler.isQuitting() && commands.handleRequest(door.input(), out, session)) out.flush();
    }
}
