package org.wirt.engine.node;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Command;
import org.wirt.database.TestDatabase;

/// A hosting node of the tests' panel, with a PostgreSQL of its own in a folder that every user may pass through.
final class TestNode implements AutoCloseable {

    static final String PASSWORD = "panel's \"secret\"";

    final Path folder;
    final NodePostgres postgres;
    private final long id;
    NodeDatabase database;

    TestNode(long id) throws IOException, SQLException {
        this.id = id;
        Packages.install(Packages.missing(List.of("postgresql-15")));
        folder = Files.createTempDirectory(Path.of("/tmp"), "wirt-node");
        Command.of("chmod", "755", folder.toString()).run();
        postgres = new NodePostgres(folder, folder.resolve("run"));
        follow();
    }

    void follow() throws IOException, SQLException {
        database = new NodeDatabase(postgres, id);
        database.install();
        try (var panel = TestDatabase.superuser().getConnection()) {
            var side = new PanelSide(panel, id);
            side.prepare(PASSWORD);
            if (!database.follows()) PanelSide.dropOldSlot(panel, id);
        }
        database.follow(address());
        await().atMost(Duration.ofSeconds(30)).until(() -> database.isConnected() && database.isComplete());
    }

    String address() {
        var url = TestDatabase.database().url().replaceFirst("jdbc:postgresql://", "");
        var port = url.substring(url.indexOf(':') + 1, url.indexOf('/'));
        return "host=127.0.0.1 port=" + port + " dbname=wirt user=" + PanelSide.name(id) + " password='"
                + PASSWORD.replace("'", "\\'") + "'";
    }

    @Override
    public void close() throws IOException, SQLException {
        database.forget();
        try (var panel = TestDatabase.superuser().getConnection()) {
            new PanelSide(panel, id).forget();
        }
        postgres.stop();
        FileSystemUtils.deleteRecursively(folder);
    }
}
