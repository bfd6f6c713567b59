package org.wirt.engine.node;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Command;
import org.wirt.database.Settings;
import org.wirt.engine.Given;
import org.wirt.engine.PanelWork;
import org.wirt.engine.Visitor;

/// A second hosting node of the panel, come in by a ticket, while the first one of all tests runs; and the way from one
/// to the other.
abstract class TwoNodes implements OnNode {

    static final String NAME = "second";
    static final String ADDRESS = "127.0.0.2";
    static final String NAME_SERVER = "ns2.netzwirt.example";
    static final int REFUSED = 5;
    static final int REMOVED = 2048;

    static Path folder;
    static Settings environment;
    static NodeSettings second;
    static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    static final PrintStream OUT = new PrintStream(SAID, true, StandardCharsets.UTF_8);

    @BeforeAll
    static void comesIn() throws IOException {
        RunningNode.postgres();
        folder = Files.createTempDirectory(Path.of("/tmp"), "wirt-second");
        Command.of("chmod", "755", folder.toString()).run();
        var own = RunningNode.settings(folder);
        environment = new Settings(name -> switch (name) {
            case "WIRT_PANEL_ADDRESS" -> "127.0.0.1";
            case "WIRT_NODE_FTP_PASSIVE" -> "52100-52199";
            case "WIRT_NODE_ADDRESS" -> ADDRESS;
            case "WIRT_NODE_NAME_SERVER" -> NAME_SERVER;
            default -> own.lookup().apply(name);
        });
        var ticket = folder.resolve("ticket");
        new PanelNodes(environment, OUT).add(NAME, ticket);
        Setup.take(ticket, environment);
        new Setup(environment, OUT).install();
        second = NodeSettings.from(environment);
    }

    @AfterAll
    static void goes() throws IOException {
        new Setup(environment, OUT).remove();
        new PanelNodes(environment, OUT).forget(NAME);
        FileSystemUtils.deleteRecursively(folder);
    }

    static int status(int port, String host) {
        try (var visitor = new Visitor(port)) {
            return visitor.ask("GET", host, "/").status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static int here(Given given) {
        return status(RunningNode.SETTINGS.ports().http().number(), given.host);
    }

    static int there(Given given) {
        return status(second.ports().http().number(), given.host);
    }

    /// It stays at its first copy until it is told to go: a panel of other tests may go on with it as well.
    static void relocate(Given given, long from, long to) {
        given.database.execute(
                "insert into wirt.relocation (subscription_id, from_node, to_node, unix_uid, home, not_before, author, host, port, "
                        + "from_certificate, to_certificate) "
                        + "select s.id, f.id, t.id, s.unix_uid, s.home, now() + interval '1 hour', 'test', f.address, f.move_port, f.certificate, t.certificate "
                        + "from wirt.subscription s, wirt.node f, wirt.node t where s.id = ? and f.id = ? and t.id = ?",
                given.subscription,
                from,
                to);
    }

    static boolean says(Given given, String condition) {
        return given.database.fetchCount(
                        DSL.table("wirt.relocation"),
                        DSL.condition("subscription_id = " + given.subscription + " and (" + condition + ")"))
                > 0;
    }

    static void go(Given given) {
        given.database.execute(
                "update wirt.relocation set not_before = now() where subscription_id = ?", given.subscription);
        PanelWork.advanceMoves();
    }

    static void arrives(Given given, long node) {
        go(given);
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    PanelWork.advanceMoves();
                    return given.database
                            .fetchSingle("select node_id from wirt.subscription where id = ?", given.subscription)
                            .get(0, long.class)
                            .equals(node);
                });
    }
}
