package org.wirt.engine.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.wirt.database.Certificate;
import org.wirt.database.StartRefused;
import org.wirt.database.TakenPort;
import org.wirt.engine.OpenSession;
import org.wirt.engine.OpenSessions;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;
import org.wirt.hosting.ServicePasswords;

/// Lets customers read their mail (RFC 3501). Signing in and encryption are Wirt's own; the library speaks with those
/// who have been let in.
public final class EmbeddedImap implements EmbeddedServer, OpenSessions {

    private static final int CONNECTIONS = 2000;
    private static final int BACKLOG = 100;

    private final EngineSettings settings;
    private final ImapGate gate;
    private final MailStore store;
    private final SSLContext encryption;
    private final Set<ImapConnection> connections = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(CONNECTIONS);
    private @Nullable ServerSocket listening;

    public EmbeddedImap(
            EngineSettings settings,
            NodeViews views,
            ServicePasswords passwords,
            MailStore store,
            Certificate certificate) {
        this.settings = settings;
        this.gate = new ImapGate(views, passwords);
        this.store = store;
        this.encryption = Encryption.with(certificate);
    }

    @Override
    public synchronized void start() {
        if (listening != null) return;
        TakenPort.refuse(settings.bind(), settings.imap(), "WIRT_IMAP_PORT");
        try {
            var socket = new ServerSocket(settings.imap(), BACKLOG, InetAddress.getByName(settings.bind()));
            listening = socket;
            Thread.ofVirtual().name("imap").start(() -> accept(socket));
        } catch (IOException e) {
            throw new StartRefused(
                    "The IMAP port " + settings.imap() + " cannot be used (WIRT_IMAP_PORT): " + e.getMessage());
        }
    }

    @Override
    public synchronized void stop() {
        if (listening == null) return;
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            listening = null;
            connections.forEach(ImapConnection::end);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listening != null;
    }

    @Override
    public EngineSettings settings() {
        return settings;
    }

    @Override
    public synchronized int port() {
        return listening == null ? settings.imap() : listening.getLocalPort();
    }

    @Override
    public Service service() {
        return Service.IMAP;
    }

    @Override
    public Collection<? extends OpenSession> open() {
        return connections.stream().filter(ImapConnection::signedIn).toList();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                serve(socket.accept());
            } catch (IOException _) {
                // The port is closed, or this visitor has gone before he was let in.
            }
        }
    }

    private void serve(Socket visitor) throws IOException {
        if (!places.tryAcquire()) {
            visitor.close();
            return;
        }
        var connection = new ImapConnection(visitor, encryption, gate, store);
        connections.add(connection);
        Thread.ofVirtual().name("imap-visitor").start(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
                places.release();
            }
        });
    }
}
