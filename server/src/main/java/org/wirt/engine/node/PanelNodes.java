package org.wirt.engine.node;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.wirt.database.DatabaseSettings;
import org.wirt.database.EncryptedKey;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.hosting.NodeRelease;
import org.wirt.hosting.ServingNode;

/// The nodes of the panel on this machine: lets one more in, and forgets one that is gone.
public final class PanelNodes {

    private static final int SECRET_BYTES = 24;
    private static final String ADDRESS = "WIRT_PANEL_ADDRESS";
    private static final int LONGEST_NAME = 60;

    private final Settings settings;
    private final PrintStream out;

    public PanelNodes(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /// Of which release nodes should be.
    public static NodeRelease release() {
        return new NodeRelease(NodeDatabase.RELEASE);
    }

    /// Writes the ticket by which another machine becomes a node.
    public void add(String name, Path file) throws IOException {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.startsWith("-"))
            throw new StartRefused("A node's name has between 1 and " + LONGEST_NAME + " characters");
        write(file, panel -> PanelSide.add(panel, name));
        out.println("Bring " + file + " to the new node and run there, as root: ./wirt node install --ticket "
                + file.getFileName() + ". It lets in whoever has it: delete it afterwards.");
    }

    /// Writes a new ticket for a node that there is: the old one lets in nobody any more. A node keeps all that it has
    /// and serves on; it follows again once it has the new one.
    public void renew(String name, Path file) throws IOException {
        write(file, panel -> {
            long node = PanelSide.number(panel, name);
            if (node == ServingNode.LOCAL)
                throw new StartRefused(name + " is the node of this machine and needs no ticket: ./wirt node install");
            return node;
        });
        out.println("Its old ticket lets in nobody any more: until " + name
                + " has the new one it serves what it knows. "
                + "Bring " + file + " there and run, as root: ./wirt node install --ticket " + file.getFileName()
                + ". Delete it afterwards.");
    }

    private void write(Path file, Place place) throws IOException {
        try (var panel = superuser(settings)) {
            requireDoor(panel);
            var certificate = Home.databaseCertificate(settings)
                    .orElseThrow(() -> new StartRefused("The panel has no certificate yet: start it once more"));
            var here = ticket(panel, place.in(panel), settings);
            new Ticket(
                            here.node(),
                            settings.text(ADDRESS)
                                    .orElse(InetAddress.getLocalHost().getCanonicalHostName()),
                            here.port(),
                            here.password(),
                            here.secret(),
                            Optional.of(certificate))
                    .write(file);
        } catch (SQLException e) {
            throw new StartRefused("The panel's database cannot be prepared: " + e.getMessage());
        }
    }

    /// Which node it is, among those of this panel.
    private interface Place {

        long in(Connection panel) throws SQLException;
    }

    private static void requireDoor(Connection panel) throws SQLException {
        try (var statement = panel.createStatement();
                var row = statement.executeQuery("show ssl")) {
            row.next();
            if (!row.getString(1).equals("on"))
                throw new StartRefused("The panel's database listens to this machine alone: start the panel with "
                        + "WIRT_NODES_FROM, the networks its nodes come from (10.0.0.0/24)");
        }
    }

    /// One that is gone for good and has no subscriptions any more.
    public void forget(String name) {
        try (var panel = superuser(settings)) {
            var side = new PanelSide(panel, PanelSide.number(panel, name));
            long left = side.subscriptions();
            if (left > 0)
                throw new StartRefused(
                        "On " + name + " there are " + left + " subscriptions: move or remove them first");
            side.erase();
        } catch (SQLException e) {
            throw new StartRefused("The panel's database cannot be changed: " + e.getMessage());
        }
        out.println("The panel knows no node " + name + " any more.");
    }

    /// Makes a new password for the login of this node, and what else it needs at the panel.
    static Ticket ticket(Connection panel, long node, Settings settings) throws SQLException {
        var password = secret();
        new PanelSide(panel, node).prepare(password);
        return Ticket.here(node, DatabaseSettings.from(settings).port(), password, certificates(settings));
    }

    /// What the panel encrypts keys of sites with.
    private static String certificates(Settings settings) {
        return Home.secret(settings, EncryptedKey.SECRET)
                .orElseThrow(() -> new StartRefused(
                        "The panel in " + Home.from(settings) + " has not run since it was updated: start it first"));
    }

    static Connection superuser(Settings settings) throws SQLException {
        var database = DatabaseSettings.from(settings);
        if (database.external().isPresent())
            throw new StartRefused("A panel with an external PostgreSQL cannot prepare a node by itself yet");
        var login = Home.superuser(settings)
                .orElseThrow(() -> new StartRefused(
                        "There is no panel in " + Home.from(settings) + ": start it first (./wirt run)"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + database.port() + "/wirt", login.user(), login.password());
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
