package org.wirt.engine.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.wirt.database.StartRefused;

/// The panel's end of a node's replication: a role and a publication of its own for each node.
final class PanelSide {

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

    /// Doing it again changes nothing but the password.
    void prepare(String password) throws SQLException {
        if (!ask("show wal_level", "logical"))
            throw new StartRefused(
                    "The panel's PostgreSQL does not write what nodes need: set wal_level = logical and restart it");
        if (!ask("select count(*)::text from wirt.node where id = " + node, "1"))
            throw new StartRefused("The panel knows no node " + node);
        var name = name(node);
        var statements = new ArrayList<String>();
        if (ask("select count(*)::text from pg_roles where rolname = '" + name + "'", "0"))
            statements.add("create role " + name + " login replication");
        statements.add(passwordOf(name, password));
        statements.add("grant usage on schema wirt to " + name);
        statements.add(
                "grant execute on function wirt.node_ended, wirt.node_confirmed, wirt.node_traffic, wirt.node_disk to "
                        + name);
        statements.add("insert into wirt.node_mark (node_id) values (" + node + ") on conflict do nothing");
        for (var one : Published.ALL) statements.addAll(one.grants(node, name));
        // Never dropped and made anew: what was committed in between could not be sent to a node that follows already.
        boolean isNew = ask("select count(*)::text from pg_publication where pubname = '" + name + "'", "0");
        statements.add(
                (isNew ? "create publication " + name + " for table " : "alter publication " + name + " set table ")
                        + Published.publications(node));
        execute(statements);
    }

    /// Says that this node's servers give the services from now on, and where.
    void serve(NodeSettings settings) throws SQLException {
        var ports = settings.ports();
        try (var statement = superuser.prepareStatement(
                "update wirt.node set agent = true, homes = ?, web_port = ?, https_port = ?, ftp_port = ?, sftp_port = ?, "
                        + "smtp_port = ?, submission_port = ?, imap_port = ? where id = ?")) {
            statement.setString(1, settings.hosting().toString());
            var doors = List.of(
                    ports.http(),
                    ports.https(),
                    ports.ftp(),
                    ports.sftp(),
                    ports.smtp(),
                    ports.submission(),
                    ports.imap());
            for (int i = 0; i < doors.size(); i++)
                statement.setInt(i + 2, doors.get(i).number());
            statement.setLong(doors.size() + 2, node);
            statement.executeUpdate();
        }
    }

    /// What a node that lost its database has left behind: nobody reads it any more, and it would keep the panel's log.
    void dropOldSlot() throws SQLException {
        execute(List.of("select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '"
                + name(node) + "' and not active"));
    }

    /// Takes away what [#prepare] made. The node must have let go of its slot.
    void forget() throws SQLException {
        var name = name(node);
        var statements = new ArrayList<>(List.of(
                "drop publication if exists " + name,
                "update wirt.node set agent = false, homes = null where id = " + node));
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
