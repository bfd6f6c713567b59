package org.wirt.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirt.database.Certificate;
import org.wirt.database.Home;
import org.wirt.database.TestDatabase;
import org.wirt.engine.embedded.EmbeddedFtp;
import org.wirt.engine.embedded.EmbeddedWeb;
import org.wirt.engine.embedded.EngineSettings;
import org.wirt.hosting.Homes;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ServicePasswords;

/// All embedded servers with their agent, without Spring, once for all contracts of this JVM.
public final class Running {

    private static final Home HOME = Home.open(
            Path.of("target", "engine-" + ProcessHandle.current().pid()).toAbsolutePath());
    private static final EngineSettings SETTINGS =
            new EngineSettings("127.0.0.1", 0, 0, "0", 0, 0, 0, 0, Optional.empty());
    public static final NodeViews VIEWS = NodeViews.of(TestDatabase.database());
    public static final Homes HOMES = new Homes(HOME);
    private static final ServicePasswords PASSWORDS = new ServicePasswords();
    private static final Certificate CERTIFICATE = HOME.certificate();
    public static final EmbeddedWeb WEB = new EmbeddedWeb(SETTINGS, VIEWS, HOME.folder("web"));
    public static final EmbeddedFtp FTP = new EmbeddedFtp(SETTINGS, VIEWS, PASSWORDS, CERTIFICATE);
    public static final PanelSessions PANEL = new PanelSessions(TestDatabase.app());
    public static final Agent AGENT =
            new Agent(TestDatabase.database(), TestDatabase.app(), VIEWS, List.of(WEB, FTP, PANEL));

    static {
        WEB.start();
        FTP.start();
        AGENT.start();
        Runtime.getRuntime().addShutdownHook(new Thread(AGENT::stop));
    }

    private Running() {}

    public static Given customer() {
        return new Given(HOMES);
    }
}
