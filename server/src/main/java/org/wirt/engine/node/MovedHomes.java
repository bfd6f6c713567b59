package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.wirt.database.Command;

/// Homes that the panel made before this machine was a node: they move to where the node's servers get to. One after
/// the other, each with its row, so that what is cut short goes on at the next time.
final class MovedHomes {

    private static final String OF_THE_PANEL =
            "select id, home, unix_uid from wirt.subscription where node_id = ? and home like ? || '/%' order by id";
    private static final String MOVED = "update wirt.subscription set home = ? where id = ?";

    private final Connection superuser;
    private final NodeSettings node;
    private final Path panels;

    /// @param panels the folder where the panel makes homes by itself
    MovedHomes(Connection superuser, NodeSettings node, Path panels) {
        this.superuser = superuser;
        this.node = node;
        this.panels = panels;
    }

    /// @return how many have moved
    int move() throws SQLException, IOException {
        int moved = 0;
        try (var question = superuser.prepareStatement(OF_THE_PANEL);
                var statement = superuser.prepareStatement(MOVED)) {
            question.setLong(1, node.id());
            question.setString(2, panels.toString());
            var rows = question.executeQuery();
            while (rows.next()) {
                var home = node.hosting().resolve(Integer.toString(rows.getInt(3)));
                move(Path.of(rows.getString(2)), home);
                statement.setString(1, home.toString());
                statement.setLong(2, rows.getLong(1));
                statement.executeUpdate();
                moved++;
            }
        }
        return moved;
    }

    private static void move(Path from, Path home) throws IOException {
        if (Files.notExists(from, LinkOption.NOFOLLOW_LINKS) || Files.exists(home, LinkOption.NOFOLLOW_LINKS)) return;
        try {
            Files.move(from, home, StandardCopyOption.ATOMIC_MOVE);
            return;
        } catch (AtomicMoveNotSupportedException _) {
            // It comes from another file system, and goes under its name when it is whole.
        }
        var draft = home.resolveSibling("." + home.getFileName() + ".moving");
        Command.of("rm", "-rf", "--", draft.toString()).run();
        Command.of("cp", "-a", "--reflink=auto", "-T", from.toString(), draft.toString())
                .run();
        Files.move(draft, home);
        Command.of("rm", "-rf", "--one-file-system", "--", from.toString()).run();
    }
}
