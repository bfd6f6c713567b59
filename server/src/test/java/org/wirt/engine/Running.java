package org.wirt.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.wirt.database.Certificate;
import org.wirt.database.Home;
import org.wirt.database.TestDatabase;
import org.wirt.engine.embedded.EmbeddedFtp;
import org.wirt.engine.embedded.EmbeddedImap;
import org.wirt.engine.embedded.EmbeddedServer;
import org.wirt.engine.embedded.EmbeddedSftp;
import org.wirt.engine.embedded.EmbeddedSmtp;
import org.wirt.engine.embedded.EmbeddedSubmission;
import org.wirt.engine.embedded.EmbeddedWeb;
import org.wirt.engine.embedded.EngineSettings;
import org.wirt.engine.embedded.MailStore;
import org.wirt.engine.embedded.Meter;
import org.wirt.engine.embedded.Metering;
import org.wirt.engine.embedded.SmtpProbe;
import org.wirt.engine.embedded.WebProbe;
import org.wirt.hosting.Homes;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ServicePasswords;

/// All embedded servers with their agent, without Spring, once for all contracts of this JVM.
public final class Running {

    private static final Home HOME = Home.open(
            Path.of("target", "engine-" + ProcessHandle.current().pid()).toAbsolutePath());
    private static final EngineSettings SETTINGS =
            new EngineSettings("127.0.0.1", 0, 0, "0", 0, 0, 0, 0, true, Optional.empty());
    public static final NodeViews VIEWS = NodeViews.of(TestDatabase.database());
    public static final Homes HOMES = new Homes(HOME);
    private static final ServicePasswords PASSWORDS = new ServicePasswords();
    private static final Certificate CERTIFICATE = HOME.certificate();
    private static final Meter METER = new Meter();
    public static final Metering METERING =
            new Metering(METER, new Consumption(TestDatabase.app()), Clock.systemUTC(), true);
    public static final EmbeddedWeb WEB = new EmbeddedWeb(SETTINGS, VIEWS, METER, HOME.folder("web"));
    public static final EmbeddedFtp FTP = new EmbeddedFtp(SETTINGS, VIEWS, PASSWORDS, CERTIFICATE, METER);
    public static final EmbeddedSftp SFTP =
            new EmbeddedSftp(SETTINGS, VIEWS, PASSWORDS, HOME.folder("ssh").resolve("host-key"), METER);
    private static final MailStore MAIL = new MailStore(Clock.systemUTC());
    public static final EmbeddedSmtp SMTP = new EmbeddedSmtp(SETTINGS, VIEWS, MAIL, CERTIFICATE);
    public static final EmbeddedSubmission SUBMISSION =
            new EmbeddedSubmission(SETTINGS, VIEWS, PASSWORDS, MAIL, CERTIFICATE);
    public static final EmbeddedImap IMAP = new EmbeddedImap(SETTINGS, VIEWS, PASSWORDS, MAIL, CERTIFICATE);
    public static final PanelSessions PANEL = new PanelSessions(TestDatabase.app());
    public static final Agent AGENT = new Agent(
            TestDatabase.database(),
            TestDatabase.app(),
            VIEWS,
            List.of(WEB, FTP, SFTP, SUBMISSION, IMAP, PANEL),
            List.of(new WebProbe(_ -> door(WEB)), new SmtpProbe(_ -> door(SMTP))));

    static {
        List.of(WEB, FTP, SFTP, SMTP, SUBMISSION, IMAP).forEach(EmbeddedServer::start);
        AGENT.start();
        Runtime.getRuntime().addShutdownHook(new Thread(AGENT::stop));
    }

    private Running() {}

    private static InetSocketAddress door(EmbeddedServer server) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    }

    public static Given customer() {
        return new Given(HOMES);
    }
}
