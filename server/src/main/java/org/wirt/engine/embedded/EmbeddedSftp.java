package org.wirt.engine.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.wirt.database.StartRefused;
import org.wirt.database.TakenPort;
import org.wirt.engine.OpenSession;
import org.wirt.engine.OpenSessions;
import org.wirt.hosting.FtpUser;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;
import org.wirt.hosting.ServicePasswords;
import org.wirt.hosting.Ticket;
import org.wirt.hosting.ViewsUnreachable;

/// File transfer over SSH for the same logins as FTP. Nothing else of SSH: no shell, no commands, no forwarding.
public final class EmbeddedSftp implements EmbeddedServer, OpenSessions {

    /// Whose session it is.
    static final AttributeKey<FtpUser> USER = new AttributeKey<>();

    /// Whose it will be once he has proven it: a key is offered first, and shown to be his own afterwards.
    private static final AttributeKey<FtpUser> ASKING = new AttributeKey<>();

    private final EngineSettings settings;
    private final NodeViews views;
    private final ServicePasswords passwords;
    private final Path hostKey;
    private final Meter meter;
    private @Nullable SshServer server;

    /// @param hostKey file of the key by which clients know this server again; made at the first start
    public EmbeddedSftp(
            EngineSettings settings, NodeViews views, ServicePasswords passwords, Path hostKey, Meter meter) {
        this.settings = settings;
        this.views = views;
        this.passwords = passwords;
        this.hostKey = hostKey;
        this.meter = meter;
    }

    @Override
    public synchronized void start() {
        if (server != null) return;
        TakenPort.refuse(settings.bind(), settings.sftp(), "WIRT_SFTP_PORT");
        var made = made();
        try {
            made.start();
        } catch (IOException e) {
            throw new StartRefused(
                    "The SFTP port " + settings.sftp() + " cannot be used (WIRT_SFTP_PORT): " + e.getMessage());
        }
        server = made;
    }

    @Override
    public synchronized void stop() {
        if (server == null) return;
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    @Override
    public EngineSettings settings() {
        return settings;
    }

    @Override
    public synchronized int port() {
        return server == null ? settings.sftp() : server.getPort();
    }

    @Override
    public Service service() {
        return Service.SFTP;
    }

    @Override
    public Collection<? extends OpenSession> open() {
        return sessions().stream()
                .flatMap(session -> Connected.of(session).stream())
                .toList();
    }

    private synchronized List<AbstractSession> sessions() {
        return server == null ? List.of() : server.getActiveSessions();
    }

    private SshServer made() {
        var made = SshServer.setUpDefaultServer();
        // Its channels cannot linger for no time; what they still send when they are closed is this.
        CoreModuleProperties.SOCKET_SNDBUF.set(made, Wire.SEND_BUFFER);
        made.setHost(settings.bind());
        made.setPort(settings.sftp());
        made.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(hostKey));
        made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        made.addSessionListener(new Entered());
        made.setPublickeyAuthenticator(this::knows);
        made.setPasswordAuthenticator(this::authenticate);
        made.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
        made.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        made.setFileSystemFactory(new SftpRoot());
        var files = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new SftpFolder(views))
                .build();
        files.addSftpEventListener(new CountedChannels(meter));
        made.setSubsystemFactories(List.of(files));
        return made;
    }

    private boolean authenticate(String login, String password, ServerSession session) {
        try {
            var user = views.ftpUser(login);
            if (!passwords.matches(password, user.map(FtpUser::passwordHash))) return false;
            user.ifPresent(let -> session.setAttribute(ASKING, let));
            return true;
        } catch (ViewsUnreachable _) {
            return false;
        }
    }

    /// Asked before the client proves that the key is his, too.
    private boolean knows(String login, PublicKey key, ServerSession session) {
        try {
            var user = views.ftpUser(login).filter(one -> one.knows(key));
            user.ifPresent(let -> session.setAttribute(ASKING, let));
            return user.isPresent();
        } catch (ViewsUnreachable _) {
            return false;
        }
    }

    private static final class Entered implements SessionListener {

        @Override
        public void sessionEvent(Session session, Event event) {
            if (event != Event.Authenticated) return;
            Optional.ofNullable(session.getAttribute(ASKING))
                    .ifPresent(user -> session.setAttribute(USER, withFolder(user)));
        }

        private static FtpUser withFolder(FtpUser user) {
            try {
                Files.createDirectories(user.root());
                return user;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Connected(AbstractSession session, Ticket ticket) implements OpenSession {

        static Optional<Connected> of(AbstractSession session) {
            return Optional.ofNullable(session.getAttribute(USER))
                    .filter(_ -> session.isOpen())
                    .map(user -> new Connected(session, user.ticket()));
        }

        @Override
        public void end() {
            session.close(true);
        }
    }
}
