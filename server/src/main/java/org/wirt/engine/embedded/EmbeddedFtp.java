package org.wirt.engine.embedded;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.ConnectionConfig;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.Ftplet;
import org.apache.ftpserver.impl.DefaultFtpServer;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.ServerFtpStatistics;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.jspecify.annotations.Nullable;
import org.wirt.database.Certificate;
import org.wirt.database.StartRefused;
import org.wirt.database.TakenPort;
import org.wirt.engine.OpenSession;
import org.wirt.engine.OpenSessions;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;
import org.wirt.hosting.ServicePasswords;
import org.wirt.hosting.Ticket;

/// FTP, and FTPS by `AUTH TLS` (RFC 4217), for the logins of live subscriptions, each shut in its own folder.
public final class EmbeddedFtp implements EmbeddedServer, OpenSessions {

    private static final String LISTENER = "default";
    private static final int UNLIMITED = 0;
    private static final int THREADS = 32;
    private static final int IDLE_SECONDS = 300;

    private final EngineSettings settings;
    private final NodeViews views;
    private final ServicePasswords passwords;
    private final Certificate certificate;
    private final Meter meter;
    private @Nullable FtpServer server;
    private @Nullable Listener listener;

    public EmbeddedFtp(
            EngineSettings settings,
            NodeViews views,
            ServicePasswords passwords,
            Certificate certificate,
            Meter meter) {
        this.settings = settings;
        this.views = views;
        this.passwords = passwords;
        this.certificate = certificate;
        this.meter = meter;
    }

    @Override
    public synchronized void start() {
        if (server != null) return;
        TakenPort.refuse(settings.bind(), settings.ftp(), "WIRT_FTP_PORT");
        var factory = factory();
        var made = factory.createServer();
        count(made);
        try {
            made.start();
        } catch (FtpException | RuntimeException e) {
            throw new StartRefused(
                    "The FTP port " + settings.ftp() + " cannot be used (WIRT_FTP_PORT): " + e.getMessage());
        }
        listener = factory.getListener(LISTENER);
        server = made;
    }

    @Override
    public synchronized void stop() {
        if (server == null) return;
        open().forEach(OpenSession::end);
        server.stop();
        server = null;
        listener = null;
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
        return listener == null ? settings.ftp() : listener.getPort();
    }

    @Override
    public Service service() {
        return Service.FTP;
    }

    @Override
    public Collection<? extends OpenSession> open() {
        var asked = current();
        if (asked == null) return List.of();
        return asked.getActiveSessions().stream()
                .filter(session -> session.getUser() instanceof FtpAccount && !session.isClosing())
                .map(Connected::new)
                .toList();
    }

    private synchronized @Nullable Listener current() {
        return listener;
    }

    private void count(FtpServer made) {
        if (made instanceof DefaultFtpServer server
                && server.getServerContext().getFtpStatistics() instanceof ServerFtpStatistics statistics)
            statistics.setFileObserver(new CountedFiles(meter));
    }

    private FtpServerFactory factory() {
        var factory = new FtpServerFactory();
        factory.setUserManager(new FtpAccounts(views, passwords));
        factory.setFileSystem(FtpFolder::new);
        factory.setFtplets(new LinkedHashMap<String, Ftplet>(Map.of("live", new LiveCheck(views))));
        factory.setConnectionConfig(connections());
        factory.setCommandFactory(commands());
        factory.addListener(LISTENER, listenerFactory().createListener());
        return factory;
    }

    private static CommandFactory commands() {
        var factory = new CommandFactoryFactory();
        factory.addCommand("USER", FtpTransfers.atLogin());
        return factory.createCommandFactory();
    }

    private ConnectionConfig connections() {
        var factory = new ConnectionConfigFactory();
        factory.setAnonymousLoginEnabled(false);
        factory.setMaxLogins(UNLIMITED);
        factory.setMaxThreads(THREADS);
        return factory.createConnectionConfig();
    }

    private ListenerFactory listenerFactory() {
        var encryption = encryption();
        var data = new DataConnectionConfigurationFactory();
        data.setPassivePorts(settings.ftpPassive());
        data.setActiveIpCheck(true);
        data.setPassiveIpCheck(true);
        data.setSslConfiguration(encryption);
        var factory = new ListenerFactory();
        factory.setServerAddress(settings.bind());
        factory.setPort(settings.ftp());
        factory.setIdleTimeout(IDLE_SECONDS);
        factory.setSslConfiguration(encryption);
        factory.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return factory;
    }

    private SslConfiguration encryption() {
        var factory = new SslConfigurationFactory();
        factory.setKeystoreFile(certificate.file().toFile());
        factory.setKeystoreType("PKCS12");
        factory.setKeystorePassword(certificate.password());
        factory.setKeyPassword(certificate.password());
        factory.setSslProtocol("TLSv1.3", "TLSv1.2");
        return factory.createSslConfiguration();
    }

    /// @param session signed in, at least when it was looked at
    private record Connected(FtpIoSession session, Ticket ticket) implements OpenSession {

        Connected(FtpIoSession session) {
            this(session, ((FtpAccount) session.getUser()).ticket());
        }

        /// The command connection first, so that no further transfer begins.
        @Override
        public void end() {
            session.closeNow();
            if (session.getDataConnection() instanceof FtpTransfers transfers) transfers.end();
        }
    }
}
