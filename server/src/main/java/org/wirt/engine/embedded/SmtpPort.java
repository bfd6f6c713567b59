package org.wirt.engine.embedded;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;
import org.wirt.database.Certificate;
import org.wirt.database.StartRefused;
import org.wirt.database.TakenPort;

/// The listening side of an SMTP server. The library's server can be started once only, so each start makes a new one.
final class SmtpPort {

    private static final int CONNECTIONS = 1000;
    private static final int RECIPIENTS = 100;

    private final String bind;
    private final int wanted;
    private final String setting;
    private final Supplier<SMTPServer.Builder> builder;
    private @Nullable SMTPServer server;

    SmtpPort(String bind, int wanted, String setting, Supplier<SMTPServer.Builder> builder) {
        this.bind = bind;
        this.wanted = wanted;
        this.setting = setting;
        this.builder = builder;
    }

    /// What both SMTP servers have in common.
    static SMTPServer.Builder builder(String bind, Certificate certificate) {
        return SMTPServer.port(0)
                .bindAddress(address(bind))
                .softwareName("Wirt")
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .maxConnections(CONNECTIONS)
                .maxRecipients(RECIPIENTS)
                .maxMessageSize(Postroom.MOST_BYTES)
                .connectionTimeout(5, TimeUnit.MINUTES)
                .enableTLS()
                .startTlsSocketFactory(Encryption.with(certificate));
    }

    synchronized void start() {
        if (server != null) return;
        TakenPort.refuse(bind, wanted, setting);
        var made = builder.get().port(wanted).build();
        try {
            made.start();
        } catch (RuntimeException e) {
            throw new StartRefused("Port " + wanted + " cannot be used (" + setting + "): " + e.getMessage());
        }
        server = made;
    }

    synchronized void stop() {
        if (server == null) return;
        server.stop();
        server = null;
    }

    synchronized boolean isRunning() {
        return server != null;
    }

    synchronized int number() {
        return server == null ? wanted : server.getPortAllocated();
    }

    private static InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException _) {
            throw new StartRefused("WIRT_BIND is not an address: " + bind);
        }
    }
}
