package org.wirt.hosting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wirt.database.Database;

/// Asks the views of schema `node`, where *live* is defined, once per request or login: one prepared statement, one
/// round trip, nothing remembered. Connections of its own that may read these views and nothing else.
public final class NodeViews implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final String WWW = "www.";
    private static final int PATIENCE_MILLIS = 3000;

    /// Of the panel's own node alone: others have servers of their own.
    private static final String WEB = """
            select host, state, home, docroot, sub_id, site_id, redirect_to, redirect_mode from node.web where host = ? and node_id = 1""";
    private static final String FTP_USER = """
            select userid, passwd, home, directory, ftp_id, changed, sub_id, keys from node.ftp_user where login_key = lower(?) and node_id = 1""";
    private static final String MAIL_USER = """
            select address, password, live, mail, quota_bytes, mailbox_id, changed, sub_id
            from node.mail_user where local = ? and domain = ? and node_id = 1""";
    private static final String FORWARD = """
            select target, here, mail, sub_id from node.mail_alias where local = ? and domain = ? and node_id = 1""";
    /// Its own, or else, where nobody has the name, that for all such names.
    private static final String TAKEN = """
            select target, here, mail, sub_id from node.mail_alias
            where domain = ? and node_id = 1 and local = case
                when exists (select from node.mail_alias where local = ? and domain = ? and node_id = 1)
                  or exists (select from node.mail_user where local = ? and domain = ? and node_id = 1) then ? else '*' end""";

    private static final String ANSWER = """
            select names, subject, text, html from node.mail_answer where mailbox_id = ? and node_id = 1""";

    private static final String SERVING = """
            select id, name, homes, address, web_port, ftp_port, sftp_port, smtp_port, submission_port, imap_port,
                   coalesce(seen_at, to_timestamp(0)) as heard, accepts, free_bytes
            from wirt.node where agent order by id""";
    private static final String MAIL_DOMAIN =
            "select domain, live from node.mail_domain where domain = ? and node_id = 1";
    /// Of a domain whose own node has none nobody knows the address.
    private static final String NAME_SERVERS = """
            select n.name_server, n.address, n.dns_port
            from wirt.node o join wirt.node n on n.agent and n.name_server is not null
            where o.id = ? and o.agent and o.name_server is not null order by n.id <> o.id, n.id""";
    private static final String DERIVED = """
            select domain_id, name, type, ttl,
                   case type when 'MX' then prio || ' ' || content else btrim(content, '"') end as content
            from pdns.records where domain_id = any(?) and id is null""";

    private final HikariDataSource connections;

    private NodeViews(HikariDataSource connections) {
        this.connections = connections;
    }

    public static NodeViews of(Database database) {
        var config = new HikariConfig();
        config.setPoolName("node");
        config.setJdbcUrl(database.url());
        config.setUsername(database.app().user());
        config.setPassword(database.app().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        // Planning the joins anew would cost six times the look-up (engines.md 4.2).
        config.setConnectionInitSql("set role wirt_node; set plan_cache_mode = force_generic_plan");
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("ApplicationName", "wirt-node");
        return new NodeViews(new HikariDataSource(config));
    }

    /// Where nobody has the name with `www.` before it, it is the site without.
    ///
    /// @param host lower case, without port
    public Optional<WebSite> web(String host) {
        var exactly = one(WEB, NodeViews::site, host);
        if (exactly.isPresent() || !host.startsWith(WWW)) return exactly;
        return one(WEB, NodeViews::site, host.substring(WWW.length()));
    }

    public Optional<FtpUser> ftpUser(String login) {
        return one(FTP_USER, NodeViews::ftpUser, login);
    }

    public Optional<MailDomain> mailDomain(String domain) {
        return one(
                MAIL_DOMAIN,
                row -> new MailDomain(row.getString("domain"), row.getBoolean("live")),
                domain.toLowerCase(Locale.ROOT));
    }

    /// @param address as a sender or client wrote it; upper and lower case are the same mailbox
    public Optional<MailUser> mailUser(String address) {
        var at = address.lastIndexOf('@');
        if (at < 1) return Optional.empty();
        var plain = address.toLowerCase(Locale.ROOT);
        return one(MAIL_USER, NodeViews::mailUser, plain.substring(0, at), plain.substring(at + 1));
    }

    /// What a mailbox answers by itself at this moment.
    public Optional<MailAnswer> answer(MailUser user) {
        return ask(ANSWER, statement -> {
            statement.setLong(1, user.ticket().object());
            return list(statement, NodeViews::answer).stream().findFirst();
        });
    }

    private static MailAnswer answer(ResultSet row) throws SQLException {
        return new MailAnswer(
                List.of((String[]) row.getArray("names").getArray()),
                Optional.ofNullable(row.getString("subject")),
                row.getString("text"),
                row.getBoolean("html"));
    }

    /// The forward of that very address.
    ///
    /// @param address as [#mailUser] takes it
    public Optional<MailForward> forward(String address) {
        return forward(FORWARD, address, 0, 1);
    }

    /// By which mail to an address goes on: its own forward, or where nobody has it, the one for all such names.
    public Optional<MailForward> goingOn(String address) {
        return forward(TAKEN, address, 1, 0, 1, 0, 1, 0);
    }

    /// @param places of the name, 0, and of the domain, 1
    private Optional<MailForward> forward(String query, String address, int... places) {
        var at = address.lastIndexOf('@');
        if (at < 1) return Optional.empty();
        var plain = address.toLowerCase(Locale.ROOT);
        var parts = List.of(plain.substring(0, at), plain.substring(at + 1));
        var keys = IntStream.of(places).mapToObj(parts::get).toArray(String[]::new);
        return rows(query, row -> forward(plain, row), keys).stream()
                .reduce((one, other) -> new MailForward(
                        plain,
                        Stream.concat(one.targets().stream(), other.targets().stream())
                                .toList(),
                        one.leaves() || other.leaves(),
                        one.incoming(),
                        one.subscription()));
    }

    private static MailForward forward(String address, ResultSet row) throws SQLException {
        return new MailForward(
                address,
                List.of(row.getString("target")),
                !row.getBoolean("here"),
                IncomingMail.valueOf(row.getString("mail").toUpperCase(Locale.ROOT)),
                row.getLong("sub_id"));
    }

    /// The nodes whose own servers serve customers.
    public List<ServingNode> serving() {
        return ask(SERVING, statement -> list(statement, NodeViews::servingNode));
    }

    /// One of them; empty where the panel serves what is placed there.
    public Optional<ServingNode> serving(long node) {
        return serving().stream().filter(one -> one.id() == node).findFirst();
    }

    /// The DNS servers that answer for what lies on a node: its own first, then those of all others.
    public List<NameServer> nameServers(long node) {
        return ask(NAME_SERVERS, statement -> {
            statement.setLong(1, node);
            return list(
                    statement,
                    row -> new NameServer(
                            row.getString("name_server"), row.getString("address"), row.getInt("dns_port")));
        });
    }

    /// What it says of domains by itself.
    List<DerivedRecord> derived(Collection<Long> sites) {
        return ask(DERIVED, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", sites.toArray()));
            return list(
                    statement,
                    row -> new DerivedRecord(
                            row.getLong("domain_id"),
                            row.getString("name"),
                            row.getString("type"),
                            row.getString("content"),
                            row.getInt("ttl")));
        });
    }

    private static ServingNode servingNode(ResultSet row) throws SQLException {
        var ports = new ServicePorts(
                row.getInt("web_port"),
                row.getInt("ftp_port"),
                row.getInt("sftp_port"),
                row.getInt("smtp_port"),
                row.getInt("submission_port"),
                row.getInt("imap_port"));
        return new ServingNode(
                row.getLong("id"),
                row.getString("name"),
                Path.of(row.getString("homes")),
                row.getString("address"),
                ports,
                row.getTimestamp("heard").toInstant(),
                row.getBoolean("accepts"),
                Optional.ofNullable(row.getObject("free_bytes", Long.class)));
    }

    /// Whether one open session may stay.
    public boolean valid(Service service, Ticket ticket) {
        return outdated(service, List.of(ticket)).isEmpty();
    }

    /// Those of the open sessions that may not stay, in one query for all of them.
    public List<Ticket> outdated(Service service, Collection<Ticket> tickets) {
        var held = List.copyOf(tickets);
        if (held.isEmpty()) return List.of();
        return ask(SessionsLeft.query(service), statement -> {
            statement.setArray(
                    1,
                    array(statement, "bigint", held.stream().map(Ticket::object).toArray()));
            statement.setArray(
                    2,
                    array(
                            statement,
                            "integer",
                            held.stream().map(Ticket::changed).toArray()));
            return list(statement, row -> held.get(row.getInt(1) - 1));
        });
    }

    @Override
    public void close() {
        connections.close();
    }

    private static WebSite site(ResultSet row) throws SQLException {
        var state = WebSite.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        var ticket = new Ticket(row.getLong("site_id"), 0, row.getLong("sub_id"), row.getString("host"));
        var redirect = Redirect.of(row.getString("redirect_to"), row.getString("redirect_mode"));
        return new WebSite(state, Path.of(row.getString("home")), row.getString("docroot"), redirect, ticket);
    }

    private static FtpUser ftpUser(ResultSet row) throws SQLException {
        var login = row.getString("userid");
        var root = Path.of(row.getString("home"), row.getString("directory"));
        var ticket = new Ticket(row.getLong("ftp_id"), row.getInt("changed"), row.getLong("sub_id"), login);
        var keys = List.of((String[]) row.getArray("keys").getArray());
        return new FtpUser(login, row.getString("passwd"), keys, root, ticket);
    }

    private static MailUser mailUser(ResultSet row) throws SQLException {
        var address = row.getString("address");
        var ticket = new Ticket(row.getLong("mailbox_id"), row.getInt("changed"), row.getLong("sub_id"), address);
        var hash = Optional.ofNullable(row.getString("password"));
        var incoming = IncomingMail.valueOf(row.getString("mail").toUpperCase(Locale.ROOT));
        return new MailUser(address, hash, row.getBoolean("live"), incoming, row.getLong("quota_bytes"), ticket);
    }

    private <T> Optional<T> one(String query, Row<T> read, String... keys) {
        return rows(query, read, keys).stream().findFirst();
    }

    private <T> List<T> rows(String query, Row<T> read, String... keys) {
        return ask(query, statement -> {
            for (int i = 0; i < keys.length; i++) statement.setString(i + 1, keys[i]);
            return list(statement, read);
        });
    }

    private <T> T ask(String query, Question<T> question) {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(query)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new ViewsUnreachable(e);
        }
    }

    private static <T> List<T> list(PreparedStatement statement, Row<T> read) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) list.add(read.of(rows));
            return list;
        }
    }

    private static Array array(PreparedStatement statement, String type, Object[] values) throws SQLException {
        return statement.getConnection().createArrayOf(type, values);
    }

    private interface Question<T> {
        T put(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
