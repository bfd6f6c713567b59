package org.wirt.engine.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What a hosting node knows: its own PostgreSQL with the tables it is sent, and on them the very views that the panel
/// has, so that *live* is defined once for all machines. Each server has a role that may read its views and no more.
final class NodeDatabase {

    private static final String TABLES = "/node/tables.sql";
    private static final String VIEWS = "/db/migration/V0011__hosting_node_views.sql";

    private static final String ROLES = """
            create role wirt_node;
            create role wirt_web login;
            """;

    /// The web server may ask whose a host is; it sees no password hash.
    private static final String RIGHTS = """
            grant usage on schema node to wirt_web;
            grant select on node.web to wirt_web;
            """;

    private final NodePostgres postgres;
    private final long node;

    NodeDatabase(NodePostgres postgres, long node) {
        this.postgres = postgres;
        this.node = node;
    }

    /// Makes what is missing. A node that follows already goes on with what it has.
    void install() throws IOException {
        postgres.create();
        postgres.start();
        if (ask("postgres", "select 1 from pg_database where datname = 'wirt_node'")
                .isEmpty()) postgres.run("postgres", "create database wirt_node");
        if (ask(NodePostgres.DATABASE, "select 1 from pg_namespace where nspname = 'node'")
                .isEmpty())
            postgres.run(
                    NodePostgres.DATABASE, "begin;\n" + script(TABLES) + ROLES + script(VIEWS) + RIGHTS + "commit;\n");
    }

    /// Begins to follow the panel: everything there is now is copied, then each change as it is committed. A node that
    /// follows already keeps its place and takes the new address.
    ///
    /// @param panel where the panel's database is, in the words of libpq
    void follow(String panel) throws IOException {
        var name = PanelSide.name(node);
        if (follows()) {
            postgres.run(NodePostgres.DATABASE, "alter subscription " + name + " connection " + quoted(panel));
            postgres.run(NodePostgres.DATABASE, "alter subscription " + name + " refresh publication");
            return;
        }
        postgres.run(
                NodePostgres.DATABASE,
                "create subscription " + name + " connection " + quoted(panel) + " publication " + name);
    }

    boolean follows() throws IOException {
        return !ask(
                        NodePostgres.DATABASE,
                        "select 1 from pg_subscription where subname = '" + PanelSide.name(node) + "'")
                .isEmpty();
    }

    /// Lets go of the panel, also when the panel cannot be reached: its slot is then the panel's to drop.
    void forget() throws IOException {
        if (!follows()) return;
        var name = PanelSide.name(node);
        try {
            postgres.run(NodePostgres.DATABASE, "drop subscription " + name);
        } catch (IOException _) {
            postgres.run(
                    NodePostgres.DATABASE,
                    "alter subscription " + name + " disable; alter subscription " + name
                            + " set (slot_name = none); drop subscription " + name);
        }
    }

    /// Whether the panel's changes arrive at the moment.
    boolean isConnected() throws IOException {
        return !ask(
                        NodePostgres.DATABASE,
                        "select 1 from pg_stat_subscription where subname = '" + PanelSide.name(node)
                                + "' and relid is null and pid is not null")
                .isEmpty();
    }

    /// Whether everything there was has been copied.
    boolean isComplete() throws IOException {
        return "0"
                .equals(ask(
                        NodePostgres.DATABASE,
                        "select count(*) from pg_subscription_rel where srsubstate not in ('r', 's')"));
    }

    String ask(String database, String question) throws IOException {
        return postgres.run(database, question);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String script(String resource) {
        try (var stream = Objects.requireNonNull(NodeDatabase.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
