package org.wirt.engine.node;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;

/// Makes this machine a hosting node, of the panel that runs on it or of the one that a ticket leads to, and takes that
/// away again. Each step looks first whether it is done.
public final class Setup {

    private static final String POSTGRESQL = "postgresql-15";
    private static final int LOOKS = 3000;
    private static final long A_MOMENT = 200_000_000;

    private final Settings settings;
    private final NodeSettings node;
    private final PrintStream out;

    public Setup(Settings given, PrintStream out) throws IOException {
        this.settings = kept(given).beneath(given);
        this.node = NodeSettings.from(settings);
        this.out = out;
    }

    private static KeptSettings kept(Settings settings) {
        return new KeptSettings(NodeSettings.home(settings).resolve("settings"));
    }

    /// Takes the ticket that [PanelNodes#add] has made at the panel, before everything else.
    public static void take(Path ticket, Settings settings) throws IOException {
        fit();
        var read = Ticket.read(ticket);
        var home = NodeSettings.home(settings);
        var there = NodeSettings.ticket(home);
        if (Files.exists(there) && Ticket.read(there).node() != read.node())
            throw new StartRefused("This machine is a hosting node already; ./wirt node remove first");
        Files.createDirectories(home);
        read.write(there);
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
            steps.add("follow the panel as " + PanelSide.name(node.id()));
        for (var server : node.servers())
            if (!server.isRunning()) steps.add("write the settings of the " + server.name() + " and start it");
        hindrance().ifPresent(why -> steps.add("first need this: " + why));
        if (steps.isEmpty()) out.println("Nothing to do: node " + node.id() + " follows the panel.");
        else steps.forEach(step -> out.println("Would " + step));
    }

    public void install() throws IOException {
        fit();
        // Nothing is left behind where there was no node; where there is one, its keeper starts servers meanwhile.
        if (!node.postgres().exists()) requireRoom();
        try (var _ = node.intent().alone()) {
            installAlone();
        }
        status();
    }

    private void requireRoom() {
        hindrance().ifPresent(why -> {
            throw new StartRefused(why);
        });
    }

    private void installAlone() throws IOException {
        requireRoom();
        Packages.install(packages());
        node.homes().install(node.id());
        var ticket = ticket();
        ticket.write(node.ticket());
        ticket.certificate().ifPresent(this::know);
        requireRelease(ticket);
        node.tls().install(ticket.secret());
        node.passport().install();
        if (Systemd.runs()) Systemd.write(node);
        var database = node.database();
        // While it begins anew it knows nobody: mail would be refused for good, sessions would end.
        if (database.isOutdated()) stopServers();
        database.install();
        try (var panel = ticket.connect(node.root())) {
            if (!database.follows()) PanelSide.dropOldSlot(panel, node.id());
        } catch (SQLException e) {
            throw notLetIn(ticket, e);
        }
        database.follow(ticket.libpq(node.root()));
        awaitCopy(database);
        for (var server : node.servers()) server.install();
        if (ticket.isOfThisMachine()) moveHomes();
        // One of an older release.
        node.keeper().stop();
        startServers();
        serve(ticket);
        // Those that the panel made meanwhile.
        if (ticket.isOfThisMachine()) moveHomes();
        kept(settings).keep(settings, node.settings());
    }

    /// One that was brought, or on the panel's own machine one that is made at once.
    private Ticket ticket() throws IOException {
        if (Files.exists(node.ticket())) {
            var held = Ticket.read(node.ticket());
            if (!held.isOfThisMachine()) return held;
        }
        try (var panel = PanelNodes.superuser(settings)) {
            return PanelNodes.ticket(panel, node.id(), settings);
        } catch (SQLException e) {
            throw new StartRefused("The panel's database cannot be prepared: " + e.getMessage());
        }
    }

    /// Before anything of a node that serves is touched.
    private void requireRelease(Ticket ticket) throws IOException {
        try (var panel = ticket.connect(node.root())) {
            if (PanelSide.isOf(panel, NodeDatabase.RELEASE)) return;
        } catch (SQLException e) {
            throw notLetIn(ticket, e);
        }
        throw new StartRefused("This node's ticket is of another release of Wirt than what is being set up. Bring "
                + "the panel's release here, write a new ticket there (./wirt node ticket NAME FILE), and run "
                + "./wirt node install --ticket FILE.");
    }

    private static StartRefused notLetIn(Ticket ticket, SQLException cause) {
        if (cause.getCause() instanceof UnknownHostException)
            return new StartRefused("The panel's machine calls itself " + ticket.host() + ", and this machine does not "
                    + "know that name: it has to stand in the DNS or in /etc/hosts.");
        return new StartRefused("The panel's database at " + ticket.host() + ":" + ticket.port()
                + " does not let this node in: " + cause.getMessage());
    }

    private void know(String certificate) {
        try {
            Daemon.write(node.root(), certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on the panel leaves customers to this node.
    private void serve(Ticket ticket) throws IOException {
        try (var panel = ticket.connect(node.root())) {
            PanelSide.serve(panel, node);
            PanelSide.moves(panel, node);
        } catch (SQLException e) {
            throw new StartRefused("The panel does not hear that this node serves: " + e.getMessage());
        }
    }

    /// Of the panel's own machine, to where the node's servers get to.
    private void moveHomes() throws IOException {
        try (var panel = PanelNodes.superuser(settings)) {
            int moved = new MovedHomes(panel, node, Home.from(settings).resolve("hosting")).move();
            if (moved > 0) out.println(moved + " homes of customers moved to " + node.hosting() + ".");
        } catch (SQLException e) {
            throw new StartRefused("The panel's database cannot be prepared: " + e.getMessage());
        }
    }

    /// Only with everything there is: half a copy would refuse mail for those who are missing.
    private void startServers() throws IOException {
        if (!node.database().isComplete())
            throw new StartRefused("The node still copies what the panel has; its servers start with ./wirt node start "
                    + "when that is done (./wirt node status).");
        var failed = new ArrayList<String>();
        for (var server : node.servers()) {
            try {
                server.start();
            } catch (IOException | StartRefused e) {
                // The others serve all the same, and it is tried again.
                failed.add(String.valueOf(e.getMessage()));
            }
        }
        node.intent().run();
        node.keeper().start();
        if (Systemd.runs()) Systemd.enable(node.home());
        if (!failed.isEmpty()) throw new StartRefused(String.join("\n", failed));
    }

    private void stopServers() throws IOException {
        node.intent().rest();
        if (Systemd.runs()) Systemd.disable(node.home());
        node.keeper().stop();
        for (var server : node.servers().reversed()) server.stop();
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
        try (var _ = node.intent().alone()) {
            if (Systemd.runs()) Systemd.write(node);
            postgres.start();
            startServers();
        }
        status();
    }

    public void stop() throws IOException {
        var postgres = installed();
        // The keeper looks at that before each thing it does.
        node.intent().rest();
        try (var _ = node.intent().alone()) {
            stopServers();
            postgres.stop();
            if (Systemd.runs()) Systemd.stopTarget(node.home());
        }
        out.println("The node is stopped. The panel keeps what it misses, up to 8 GB.");
    }

    /// @return whether everything runs that should
    public boolean status() throws IOException {
        var postgres = installed();
        boolean meant = node.intent().isToRun();
        if (!postgres.isRunning()) {
            out.println("Node " + node.id() + (meant ? "'s database does not run." : " is stopped.")
                    + " ./wirt node start starts it.");
            return !meant;
        }
        tell(node.database());
        var all = true;
        for (var server : node.servers()) all &= tell(server, server.where());
        all &= tell(node.keeper(), node.keeper().where());
        for (var folder : Disk.nearlyFull(node)) out.println("  " + folder + ": " + Disk.NEARLY_FULL);
        return all || !meant;
    }

    private void tell(NodeDatabase database) throws IOException {
        var what = database.ask(
                NodePostgres.DATABASE,
                "select (select count(*) from node.web) || ' web sites, ' || (select count(*) from node.ftp_user) || "
                        + "' FTP logins that are live, ' || (select count(*) from node.mail_user) || ' mailboxes'");
        var state = database.isConnected() ? "follows the panel" : "does not hear from the panel";
        out.println("Node " + node.id() + " " + state + (database.isComplete() ? "" : ", the first copy is under way")
                + ": " + what + ".");
    }

    private boolean tell(Kept one, String where) {
        boolean runs = one.isRunning();
        out.println("  " + one.name() + ": " + (runs ? "runs, " + where : "does not run; ./wirt node start starts it"));
        return runs;
    }

    /// Does what the agent does, until it is ended: called by [#start] in a process of its own.
    public void agent() throws IOException {
        node.agent().run();
    }

    /// Starts again what has ended, until the node is stopped: called by [#start] in a process of its own.
    public void keep() throws IOException {
        node.keeper().run(node.kept(), Clock.systemUTC());
    }

    /// Makes the folders that do not outlive the machine's run: called by systemd before everything else.
    public void folders() throws IOException {
        installed().makeFolders();
        for (var server : node.servers()) server.makeFolders();
    }

    /// Customers' files are left alone: they are not the node's.
    public void remove() throws IOException {
        var postgres = installed();
        var ticket = Ticket.read(node.ticket());
        node.intent().rest();
        try (var _ = node.intent().alone()) {
            removeAlone(postgres, ticket);
        }
        for (var folder : List.of(node.intent().folder(), node.home().resolve("folders"), node.sockets()))
            FileSystemUtils.deleteRecursively(folder);
        out.println(
                "This machine is no hosting node any more. Packages, waiting mail and customers' files are left as they "
                        + "are. "
                        + (ticket.isOfThisMachine()
                                ? "Start the panel with WIRT_HOSTING=" + node.hosting() + " to serve them by itself."
                                : "The panel knows it until ./wirt node forget NAME there."));
    }

    private void removeAlone(NodePostgres postgres, Ticket ticket) throws IOException {
        if (Systemd.runs()) Systemd.disable(node.home());
        node.keeper().erase();
        for (var server : node.servers().reversed()) server.erase();
        node.tls().erase();
        node.passport().erase();
        node.homes().leave();
        postgres.start();
        node.database().forget();
        if (ticket.isOfThisMachine()) leave();
        postgres.erase();
        for (var file : List.of(node.ticket(), node.root(), kept(settings).file())) Files.deleteIfExists(file);
        if (Systemd.runs()) Systemd.erase(node.home());
    }

    private void leave() {
        try (var panel = PanelNodes.superuser(settings)) {
            new PanelSide(panel, node.id()).forget();
        } catch (SQLException | StartRefused e) {
            // It may be gone for good: that must not keep this machine from being tidied.
            out.println("The panel does not answer and still has " + PanelSide.name(node.id()) + ": " + e.getMessage());
        }
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
}
