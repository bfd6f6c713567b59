package org.wirt.engine.node;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.wirt.database.StartRefused;

/// The panel's end of a node's replication: a role and a publication of its own for each node.
final class PanelSide {

    /// What the panel's database lets in from other machines (`pg_hba.conf`).
    private static final String NODES = "wirt_nodes";

    /// What a node's login may call there. With what they are given: it is part of the release.
    static final String FUNCTIONS = String.join(
            ", ",
            "wirt.node_confirmed(bigint)",
            "wirt.node_disk(bigint[], bigint[])",
            "wirt.node_ended(bigint[], timestamptz[], text[], text[], bigint[])",
            "wirt.node_fetched(bigint, integer, bigint, boolean, text)",
            "wirt.node_moves(integer, text)",
            "wirt.node_release(text)",
            "wirt.node_serves(text, text, text, jsonb)",
            "wirt.node_state(timestamptz, bigint, text[], text[], text[], bigint)",
            "wirt.node_traffic(bigint[], bigint[])");

    /// As PostgreSQL says it (appendix A of its manual): `insufficient_privilege`, `undefined_function`.
    private static final String NOT_ALLOWED = "42501";

    private static final String NOT_THERE = "42883";

    private static final String OLD_SLOT =
            "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '%s' and not active";

    private final Connection superuser;
    private final long node;

    /// @param superuser of the panel's PostgreSQL: making publications with a row filter wants the tables' owner, and
    ///     making a role that may replicate a superuser
    PanelSide(Connection superuser, long node) {
        this.superuser = superuser;
        this.node = node;
    }

    /// The name of role, publication, subscription and slot alike.
    static String name(long node) {
        return "wirt_node_" + node;
    }

    /// A row for one more node.
    ///
    /// @return its number
    static long add(Connection superuser, String name) throws SQLException {
        try (var statement = superuser.prepareStatement(
                "insert into wirt.node (id, name) select max(id) + 1, ? from wirt.node on conflict do nothing returning id")) {
            statement.setString(1, name);
            var row = statement.executeQuery();
            if (!row.next())
                throw new StartRefused("There is a node called " + name + " already; ./wirt node ticket " + name
                        + " FILE writes a new ticket for it");
            return row.getLong(1);
        }
    }

    /// @throws StartRefused when there is none
    static long number(Connection superuser, String name) throws SQLException {
        try (var statement = superuser.prepareStatement("select id from wirt.node where name = ?")) {
            statement.setString(1, name);
            var row = statement.executeQuery();
            if (!row.next()) throw new StartRefused("There is no node called " + name);
            return row.getLong(1);
        }
    }

    /// Says, as the node itself, that its servers give the services from now on, and where.
    static void serve(Connection panel, NodeSettings node) throws SQLException {
        var ports = node.ports();
        var doors = new LinkedHashMap<String, Port>();
        doors.put("web", ports.http());
        doors.put("https", ports.https());
        doors.put("ftp", ports.ftp());
        doors.put("sftp", ports.sftp());
        doors.put("smtp", ports.smtp());
        doors.put("submission", ports.submission());
        doors.put("imap", ports.imap());
        doors.put("dns", ports.dns());
        try (var statement = panel.prepareStatement("select wirt.node_serves(?, ?, ?, ?::jsonb)")) {
            statement.setString(1, node.hosting().toString());
            statement.setString(2, node.names().address());
            statement.setString(3, node.names().server());
            statement.setString(
                    4,
                    doors.entrySet().stream()
                            .map(door -> "\"" + door.getKey() + "\": "
                                    + door.getValue().number())
                            .collect(Collectors.joining(", ", "{", "}")));
            statement.execute();
        }
    }

    /// Says, as the node itself, what it is about to become.
    ///
    /// @return whether its ticket is meant for that
    static boolean isOf(Connection panel, String release) throws SQLException {
        try (var statement = panel.prepareStatement("select wirt.node_release(?)")) {
            statement.setString(1, release);
            var row = statement.executeQuery();
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            // Of before there was this question.
            if (NOT_ALLOWED.equals(e.getSQLState()) || NOT_THERE.equals(e.getSQLState())) return false;
            throw e;
        }
    }

    /// Says where other nodes fetch what leaves this one, and by what they know it.
    static void moves(Connection panel, NodeSettings node) throws SQLException, IOException {
        try (var statement = panel.prepareStatement("select wirt.node_moves(?, ?)")) {
            statement.setInt(1, node.ports().move().number());
            statement.setString(2, node.passport().text());
            statement.execute();
        }
    }

    /// What a node that lost its database has left behind, asked as the node itself: nobody reads it any more, and it
    /// would keep the panel's log.
    static void dropOldSlot(Connection panel, long node) throws SQLException {
        try (var statement = panel.createStatement()) {
            statement.execute(OLD_SLOT.formatted(name(node)));
        }
    }

    /// How many subscriptions are placed on it or on their way to it.
    long subscriptions() throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("select (select count(*) from wirt.subscription where node_id = "
                        + node + ") + (select count(*) from wirt.relocation where to_node = " + node + ")")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Forgets it for good, with what it left unread.
    void erase() throws SQLException {
        forget();
        execute(List.of(OLD_SLOT.formatted(name(node)), "delete from wirt.node where id = " + node));
    }

    /// Doing it again changes nothing but the password.
    void prepare(String password) throws SQLException {
        if (!ask("show wal_level", "logical"))
            throw new StartRefused(
                    "The panel's PostgreSQL does not write what nodes need: set wal_level = logical and restart it");
        if (!ask("select count(*)::text from wirt.node where id = " + node, "1"))
            throw new StartRefused("The panel knows no node " + node);
        var name = name(node);
        var statements = new ArrayList<String>();
        if (ask("select count(*)::text from pg_roles where rolname = '" + NODES + "'", "0"))
            statements.add("create role " + NODES + " nologin");
        if (ask("select count(*)::text from pg_roles where rolname = '" + name + "'", "0"))
            statements.add("create role " + name + " login replication");
        statements.add("grant " + NODES + " to " + name);
        statements.add(passwordOf(name, password));
        statements.add("grant usage on schema wirt to " + name);
        statements.add("grant execute on function " + FUNCTIONS + ", wirt.node_room(bigint) to " + name);
        statements.add("update wirt.node set rights = '" + NodeDatabase.RELEASE + "' where id = " + node);
        statements.add("insert into wirt.node_mark (node_id) values (" + node + ") on conflict do nothing");
        for (var one : Published.ALL) statements.addAll(one.grants(node, name));
        // Never dropped and made anew: what was committed in between could not be sent to a node that follows already.
        boolean isNew = ask("select count(*)::text from pg_publication where pubname = '" + name + "'", "0");
        statements.add(
                (isNew ? "create publication " + name + " for table " : "alter publication " + name + " set table ")
                        + Published.publications(node));
        execute(statements);
    }

    /// Takes away what [#prepare] made. The node must have let go of its slot.
    void forget() throws SQLException {
        var name = name(node);
        var statements = new ArrayList<>(List.of(
                "drop publication if exists " + name,
                "update wirt.node set agent = false, homes = null, name_server = null where id = " + node));
        if (ask("select count(*)::text from pg_roles where rolname = '" + name + "'", "1"))
            statements.addAll(List.of("drop owned by " + name, "drop role " + name));
        execute(statements);
    }

    private String passwordOf(String role, String password) throws SQLException {
        try (var statement = superuser.prepareStatement("select format('alter role %I password %L', ?, ?)")) {
            statement.setString(1, role);
            statement.setString(2, password);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private boolean ask(String question, String answer) throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() && answer.equals(row.getString(1));
        }
    }

    /// All of them or none.
    private void execute(List<String> statements) throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            for (var sql : statements) statement.execute(sql);
            superuser.commit();
        } catch (SQLException e) {
            superuser.rollback();
            throw e;
        } finally {
            superuser.setAutoCommit(true);
        }
    }
}
