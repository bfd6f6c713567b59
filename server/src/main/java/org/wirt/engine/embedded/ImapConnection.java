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

    private final Socket visitor;
    private final SSLContext encryption;
    private final ImapGate gate;
    private final MailStore store;
    private volatile @Nullable MailUser user;

    ImapConnection(Socket visitor, SSLContext encryption, ImapGate gate, MailStore store) {
        this.visitor = visitor;
        this.encryption = encryption;
        this.gate = gate;
        this.store = store;
    }

    boolean signedIn() {
        return user != null && !visitor.isClosed();
    }

    @Override
    public Ticket ticket() {
        return Optional.ofNullable(user).orElseThrow().ticket();
    }

    /// Closing the socket wakes the thread that reads from it, also in IDLE.
    @Override
    public void end() {
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
        var out = new BufferedOutputStream(door.socket().getOutputStream());
        while (!handler.isQuitting() && commands.handleRequest(door.input(), out, session)) out.flush();
    }
}
