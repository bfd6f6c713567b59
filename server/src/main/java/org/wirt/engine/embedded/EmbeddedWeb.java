package org.wirt.engine.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.wirt.database.StartRefused;
import org.wirt.database.TakenPort;
import org.wirt.engine.OpenSession;
import org.wirt.engine.OpenSessions;
import org.wirt.engine.PlainErrors;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;

/// Serves the static files of all web sites by their Host header. A Tomcat of its own beside the panel's, with one
/// servlet: so no address of the panel exists on this port, and no site on the panel's.
public final class EmbeddedWeb implements EmbeddedServer, OpenSessions {

    private static final String SERVLET = "sites";

    private final EngineSettings settings;
    private final Downloads downloads;
    private final SiteServlet servlet;
    private final Path folder;
    private @Nullable Tomcat tomcat;

    /// @param folder Tomcat's working folder; stays empty
    public EmbeddedWeb(EngineSettings settings, NodeViews views, Meter meter, Path folder) {
        this.settings = settings;
        this.downloads = new Downloads(meter);
        this.servlet = new SiteServlet(views, downloads);
        this.folder = folder;
    }

    @Override
    public synchronized void start() {
        if (tomcat != null) return;
        TakenPort.refuse(settings.bind(), settings.web(), "WIRT_WEB_PORT");
        var server = server();
        try {
            server.start();
        } catch (LifecycleException e) {
            throw new StartRefused(
                    "The web port " + settings.web() + " cannot be used (WIRT_WEB_PORT): " + e.getMessage());
        }
        tomcat = server;
    }

    @Override
    public synchronized void stop() {
        if (tomcat == null) return;
        downloads.open().forEach(OpenSession::end);
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        } finally {
            tomcat = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return tomcat != null;
    }

    @Override
    public EngineSettings settings() {
        return settings;
    }

    @Override
    public synchronized int port() {
        return tomcat == null ? settings.web() : tomcat.getConnector().getLocalPort();
    }

    @Override
    public Service service() {
        return Service.WEB;
    }

    /// Running downloads; a request that is answered at once is over before anybody could end it.
    @Override
    public Collection<? extends OpenSession> open() {
        return downloads.open();
    }

    private Tomcat server() {
        var server = new Tomcat();
        server.setSilent(true);
        server.setBaseDir(folder.toString());
        server.setConnector(connector());
        server.getEngine().setName("sites");
        if (server.getHost() instanceof StandardHost host) host.setErrorReportValveClass(PlainErrors.class.getName());
        var context = server.addContext("", emptyFolder().toString());
        context.setParentClassLoader(getClass().getClassLoader());
        Tomcat.addServlet(context, SERVLET, servlet);
        context.addServletMappingDecoded("/", SERVLET);
        return server;
    }

    private Connector connector() {
        var protocol = new Wire.Protocol();
        protocol.setExecutor(new VirtualThreadExecutor("web-"));
        var connector = new Connector(protocol);
        connector.setPort(settings.web());
        connector.setProperty("address", settings.bind());
        connector.setProperty("socket.txBufSize", String.valueOf(Wire.SEND_BUFFER));
        connector.setThrowOnFailure(true);
        return connector;
    }

    private Path emptyFolder() {
        try {
            return Files.createDirectories(folder.resolve("empty"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
