package org.wirt.engine.node;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.wirt.database.DatabaseSettings;
import org.wirt.database.EncryptedKey;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;

/// Makes this machine a hosting node of the panel that runs on it, and takes that away again. Each step looks first
/// whether it is done.
public final class Setup {

    private static final String POSTGRESQL = "postgresql-15";
    private static final int SECRET_BYTES = 24;
    private static final int LOOKS = 3000;
    private static final long A_MOMENT = 200_000_000;

    private final Settings settings;
    private final NodeSettings node;
    private final PrintStream out;

    public Setup(Settings settings, PrintStream out) {
        this.settings = settings;
        this.node = NodeSettings.from(settings);
        this.out = out;
    }

    /// Says what [#install] would do.
    public void check() throws IOException {
        fit();
        var steps = new ArrayList<String>();
        Packages.missing(packages()).forEach(name -> steps.add("install the package " + name));
        var postgres = node.postgres();
        if (!postgres.exists()) steps.add("make the node's database in " + node.home());
        else if (!postgres.isRunning()) steps.add("start the node's database");
        if (!postgres.isRunning() || !node.database().follows())
            steps.add("make the role and publication " + PanelSide.name(node.id()) + " at the panel and follow it");
        for (var server : node.servers())
            if (!server.isRunning()) steps.add("write the settings of the " + server.name() + " and start it");
        hindrance().ifPresent(why -> steps.add("first need this: " + why));
        if (steps.isEmpty()) out.println("Nothing to do: node " + node.id() + " follows the panel.");
        else steps.forEach(step -> out.println("Would " + step));
    }

    public void install() throws IOException {
        fit();
        hindrance().ifPresent(why -> {
            throw new StartRefused(why);
        });
        Packages.install(Packages.missing(packages()));
        node.homes().install();
        node.tls().install(certificates());
        var database = node.database();
        // While it begins anew it knows nobody: mail would be refused for good, sessions would end.
        if (database.isOutdated()) for (var server : node.servers().reversed()) server.stop();
        database.install();
        var password = secret();
        try (var panel = panel()) {
            var side = new PanelSide(panel, node.id());
            side.prepare(password);
            side.serve(node);
            int moved = new MovedHomes(panel, node, Home.from(settings).resolve("hosting")).move();
            if (moved > 0) out.println(moved + " homes of customers moved to " + node.hosting() + ".");
            if (!database.follows()) side.dropOldSlot();
        } catch (SQLException e) {
            throw new StartRefused("The panel's database cannot be prepared: " + e.getMessage());
        }
        database.follow(address(password));
        awaitCopy(database);
        var agent = node.agent();
        for (var server : node.servers()) server.install();
        PanelLink.address(agent.panel(), url(), PanelSide.name(node.id()), password);
        startServers();
        status();
    }

    /// Only with everything there is: half a copy would refuse mail for those who are missing.
    private void startServers() throws IOException {
        if (!node.database().isComplete())
            throw new StartRefused("The node still copies what the panel has; its servers start with ./wirt node start "
                    + "when that is done (./wirt node status).");
        for (var server : node.servers()) server.start();
    }

    private List<String> packages() {
        return Stream.concat(
                        Stream.of(POSTGRESQL, "acl"),
                        node.servers().stream().flatMap(server -> server.packages().stream()))
                .toList();
    }

    /// What somebody has to change before this machine can be a node.
    private Optional<String> hindrance() {
        return node.servers().stream()
                .flatMap(server -> server.hindrance().stream())
                .findFirst();
    }

    /// A small panel is copied at once, a hundred thousand sites in seconds; ten minutes are enough for anybody.
    private static void awaitCopy(NodeDatabase database) throws IOException {
        for (int i = 0; i < LOOKS && !(database.isConnected() && database.isComplete()); i++)
            LockSupport.parkNanos(A_MOMENT);
    }

    public void start() throws IOException {
        var postgres = installed();
        postgres.start();
        startServers();
        status();
    }

    public void stop() throws IOException {
        var postgres = installed();
        for (var server : node.servers().reversed()) server.stop();
        postgres.stop();
        out.println("The node is stopped. The panel keeps what it misses, up to 8 GB.");
    }

    public void status() throws IOException {
        var postgres = installed();
        if (!postgres.isRunning()) {
            out.println("Node " + node.id() + " is stopped. ./wirt node start starts it.");
            return;
        }
        var database = node.database();
        var what = database.ask(
                NodePostgres.DATABASE,
                "select (select count(*) from node.web) || ' web sites, ' || (select count(*) from node.ftp_user) || "
                        + "' FTP logins that are live, ' || (select count(*) from node.mail_user) || ' mailboxes'");
        var state = database.isConnected() ? "follows the panel" : "does not hear from the panel";
        out.println("Node " + node.id() + " " + state + (database.isComplete() ? "" : ", the first copy is under way")
                + ": " + what + ".");
        for (var server : node.servers())
            out.println("  " + server.name() + ": "
                    + (server.isRunning() ? "runs, " + server.where() : "does not run; ./wirt node start starts it"));
    }

    /// Does what the agent does, until it is ended: called by [#start] in a process of its own.
    public void agent() throws IOException {
        node.agent().run();
    }

    /// Customers' files are left alone: they are not the node's.
    public void remove() throws IOException {
        var postgres = installed();
        for (var server : node.servers().reversed()) server.erase();
        node.tls().erase();
        postgres.start();
        node.database().forget();
        try (var panel = panel()) {
            new PanelSide(panel, node.id()).forget();
        } catch (SQLException e) {
            out.println("The panel does not answer and still has " + PanelSide.name(node.id()) + ": " + e.getMessage());
        }
        postgres.erase();
        out.println(
                "This machine is no hosting node any more. Packages, waiting mail and customers' files are left as they "
                        + "are. Start the panel with WIRT_HOSTING=" + node.hosting() + " to serve them by itself.");
    }

    private static void fit() {
        Machine.unfit().ifPresent(why -> {
            throw new StartRefused(why);
        });
    }

    private NodePostgres installed() {
        fit();
        var postgres = node.postgres();
        if (!postgres.exists())
            throw new StartRefused("There is no hosting node in " + node.home() + "; ./wirt node install makes one.");
        return postgres;
    }

    private Connection panel() throws SQLException {
        var database = DatabaseSettings.from(settings);
        if (database.external().isPresent())
            throw new StartRefused("A panel with an external PostgreSQL cannot prepare a node by itself yet");
        var login = Home.superuser(settings)
                .orElseThrow(() -> new StartRefused(
                        "There is no panel in " + Home.from(settings) + ": start it first (./wirt run)"));
        return DriverManager.getConnection(url(), login.user(), login.password());
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + DatabaseSettings.from(settings).port() + "/wirt";
    }

    private String address(String password) {
        return "host=127.0.0.1 port=" + DatabaseSettings.from(settings).port() + " dbname=wirt user="
                + PanelSide.name(node.id()) + " password=" + password;
    }

    /// What the panel encrypts keys of sites with.
    private String certificates() {
        return Home.secret(settings, EncryptedKey.SECRET)
                .orElseThrow(() -> new StartRefused(
                        "The panel in " + Home.from(settings) + " has not run since it was updated: start it first"));
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
