package org.wirt.engine.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What a hosting node knows: its own PostgreSQL with the tables it is sent, and on them the very views that the panel
/// has, so that *live* is defined once for all machines. Each server has a role that may read its views and no more.
final class NodeDatabase {

    private static final List<String> SCRIPTS = List.of(
            "/node/roles.sql",
            "/node/tables.sql",
            "/db/migration/V0011__hosting_node_views.sql",
            "/db/migration/V0035__hosting_forward_view.sql",
            "/db/migration/V0038__hosting_zone_views.sql",
            "/db/migration/V0043__hosting_ftp_key_view.sql",
            "/db/migration/V0063__hosting_mail_folder_view.sql",
            "/db/migration/V0091__hosting_automatic_answer_view.sql",
            "/db/migration/V0092__hosting_mailbox_folder_view.sql",
            "/db/migration/V0093__hosting_redirect_view.sql",
            "/db/migration/V0095__hosting_mail_off_view.sql",
            "/db/migration/V0097__hosting_mailbox_off_view.sql",
            "/node/dns.sql",
            "/node/agent.sql",
            "/node/rights.sql");

    /// What this release makes of a node, and what such a one asks of its panel.
    static final String RELEASE = hash(script() + PanelSide.FUNCTIONS + Published.publications(0));

    private final NodePostgres postgres;
    private final long node;

    NodeDatabase(NodePostgres postgres, long node) {
        this.postgres = postgres;
        this.node = node;
    }

    /// Whether its tables are those of another release. Everything in it is a copy, so it begins anew then, while no
    /// server asks.
    boolean isOutdated() throws IOException {
        return postgres.isRunning() && exists() && !tables().equals(held());
    }

    private String held() throws IOException {
        return ask(NodePostgres.DATABASE, "select obj_description('node'::regnamespace)");
    }

    private static String script() {
        return SCRIPTS.stream().map(NodeDatabase::script).collect(Collectors.joining());
    }

    private static String tables() {
        return hash(script());
    }

    private static String hash(String text) {
        return "wirt " + Integer.toHexString(text.hashCode());
    }

    /// Makes what is missing. What is still to be deleted is taken along from the tables of another release.
    void install() throws IOException {
        postgres.create();
        postgres.start();
        var leftovers = "";
        if (exists()) {
            if (tables().equals(held())) return;
            leftovers = leftovers();
            forget();
            postgres.run("postgres", "drop database wirt_node with (force)");
        }
        postgres.run("postgres", "create database wirt_node");
        postgres.run(
                NodePostgres.DATABASE,
                "begin;\n" + script() + "comment on schema node is '" + tables() + "';\n" + leftovers + "\ncommit;\n");
    }

    private String leftovers() throws IOException {
        try {
            return ask(
                    NodePostgres.DATABASE,
                    "select format('insert into wirt.leftover (home, path) values (%L, %L);', home, path) from wirt.leftover");
        } catch (IOException _) {
            // A release that knew of none.
            return "";
        }
    }

    private boolean exists() throws IOException {
        if (ask("postgres", "select 1 from pg_database where datname = 'wirt_node'")
                .isEmpty()) return false;
        if (!ask(NodePostgres.DATABASE, "select 1 from pg_namespace where nspname = 'node'")
                .isEmpty()) return true;
        // A start that was cut short.
        postgres.run("postgres", "drop database wirt_node");
        return false;
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

    /// Whether the panel's changes arrive at the moment. Who only knocks at a panel that does not answer does not hear
    /// it.
    boolean isConnected() throws IOException {
        return !ask(
                        NodePostgres.DATABASE,
                        "select 1 from pg_stat_subscription s join pg_stat_activity a using (pid) where s.subname = '"
                                + PanelSide.name(node)
                                + "' and s.relid is null and a.wait_event is distinct from 'LibPQWalReceiverConnect'")
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
