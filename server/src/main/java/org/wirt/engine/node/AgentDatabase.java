package org.wirt.engine.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.wirt.hosting.Homes;
import org.wirt.hosting.Relocating;

/// What the agent asks and keeps in the node's database, over its socket and as a role of its own.
final class AgentDatabase implements AutoCloseable {

    /// An end of a session that the panel has not been told.
    record Ended(long id, Timestamp at, String service, String who, long subscription) {}

    /// A subscription whose files and processes are made. Its sites come as `host docroot`, its folders as they are.
    record Prepared(long id, int uid, String home, String name, List<String> docroots, List<String> folders) {}

    /// Whose files lie where.
    record Owner(long subscription, int uid, String home) {}

    /// Files of what is no more.
    ///
    /// @param path relative to the home; empty: the home itself
    /// @param needed whether it is there again
    record Leftover(long id, String home, String path, boolean needed) {}

    private static final int TOLD_AT_ONCE = 500;
    private static final String USED = """
            delete from wirt.traffic where subscription_id in
                (select subscription_id from wirt.traffic order by subscription_id limit ? for update)
            returning subscription_id, bytes""";

    /// Each asked for by itself (`limit`): the planner would join the whole view first, which takes half a second for a
    /// few hundred mailboxes.
    private static final String FTP_OUTDATED = """
            select t.i from unnest(?::text[], ?::timestamptz[]) with ordinality t (who, since, i)
            left join lateral (select (select f.renewed from wirt.ftp_login f where f.id = v.ftp_id) as renewed
                               from node.ftp_user v where v.login_key = lower(t.who) limit 1) v on true
            where v.renewed is null or v.renewed > t.since""";
    private static final String MAIL_OUTDATED = """
            select t.i from unnest(?::text[], ?::timestamptz[]) with ordinality t (who, since, i)
            left join lateral (select (select m.renewed from wirt.mailbox m where m.id = v.mailbox_id) as renewed
                               from node.mail_user v
                               where v.local = split_part(lower(t.who), '@', 1) and v.domain = split_part(lower(t.who), '@', 2)
                                 and v.live limit 1) v on true
            where v.renewed is null or v.renewed > t.since""";
    private static final String FTP_ENDED = """
            insert into wirt.ended (service, who, subscription_id)
            select t.service, t.who, f.subscription_id from unnest(?::text[], ?::text[]) t (service, who)
            cross join lateral (select subscription_id from wirt.ftp_login where lower(login) = lower(t.who)
                                order by released, id desc limit 1) f""";
    private static final String MAIL_ENDED = """
            insert into wirt.ended (service, who, subscription_id)
            select t.service, t.who, m.subscription_id from unnest(?::text[], ?::text[]) t (service, who)
            cross join lateral (select m.subscription_id from wirt.mailbox m join wirt.site w on w.id = m.site_id
                                where m.local = split_part(lower(t.who), '@', 1) and w.host = split_part(lower(t.who), '@', 2)
                                order by w.released, m.id desc limit 1) m""";
    /// Numbers that belong to nobody here are somebody else's on this machine.
    private static final String DARK_UIDS = """
            select s.unix_uid, s.id from wirt.subscription s
            where s.unix_uid = any(?::integer[]) and not exists (select from node.sub v where v.id = s.id and v.live)""";
    private static final String UNTOLD =
            "select id, at, service, who, subscription_id from wirt.ended order by id limit 1000";
    private static final String TOLD = "delete from wirt.ended where id = any(?::bigint[])";
    private static final String WORK = """
            select subscription_id, max(id) as last
            from (select * from wirt.work where not_before <= now() order by id desc limit 500) w
            group by subscription_id order by last desc""";
    private static final String TO_PREPARE = """
            select s.id, s.unix_uid, s.home, s.name,
                   array(select w.docroot from wirt.site w where w.subscription_id = s.id and w.docroot <> '%s'),
                   array(select f.directory from wirt.ftp_login f where f.subscription_id = s.id and f.directory <> '')
            from wirt.subscription s where s.id = any(?::bigint[]) order by s.id desc""".formatted(Homes.MAIN_DOCROOT);
    private static final String WORKED = """
            delete from wirt.work w using unnest(?::bigint[], ?::bigint[]) d (id, last)
            where w.subscription_id = d.id and w.id <= d.last""";
    private static final String LATER =
            "update wirt.work set not_before = now() + interval '1 minute' where subscription_id = ?";
    /// Not what somebody has made again meanwhile.
    private static final String LEFTOVERS = """
            select l.id, l.home, l.path,
                   exists (select from wirt.subscription s where s.home = l.home and (l.path = '' or exists (
                       select from wirt.site w where w.subscription_id = s.id
                           and l.path in (w.docroot, 'mail/' || coalesce(w.mail_folder, w.host))) or exists (
                       select from wirt.site w join wirt.mailbox m on m.site_id = w.id where w.subscription_id = s.id
                           and l.path = 'mail/' || coalesce(w.mail_folder, w.host) || '/' || coalesce(m.folder, m.local)))) as needed
            from wirt.leftover l where l.not_before <= now() order by l.id limit 100""";
    private static final String ERASED_LATER =
            "update wirt.leftover set not_before = now() + interval '1 minute' where id = ?";
    private static final String ERASED = "delete from wirt.leftover where id = ?";
    private static final String RELOCATIONS = """
            select subscription_id, from_node, to_node, unix_uid, home, step, attempt, host, port, from_certificate, to_certificate
            from wirt.relocation order by subscription_id""";
    private static final String UNCERTIFIED = """
            with next as (delete from wirt.uncertified where site_id in (select site_id from wirt.uncertified limit 50)
                          returning site_id)
            select w.id, w.host from next join wirt.site w on w.id = next.site_id""";
    private static final String CERTIFIED = """
            insert into wirt.made_certificate (site_id, host, chain, key) select w.id, ?, ?, ? from wirt.site w where w.id = ?
            on conflict (site_id) do update set host = excluded.host, chain = excluded.chain, key = excluded.key""";
    private static final String COUNTED = """
            insert into wirt.disk (subscription_id, counted, brought)
            select s.id, c.bytes, -c.before from unnest(?::bigint[], ?::bigint[], ?::bigint[]) c (id, bytes, before)
            join wirt.subscription s on s.id = c.id
            on conflict (subscription_id) do update
            set counted = excluded.counted, brought = disk.brought + excluded.brought""";
    /// The next moment at which something expires by itself, in seconds.
    private static final String NEXT_TERM = """
            select extract(epoch from min(t) - now())::double precision from (
                select min(expires_at) from wirt.subscription where expires_at > now()
                union all select min(expires_at) from wirt.account where expires_at > now()) e (t)""";

    private final HikariDataSource connections;
    private final DSLContext database;
    private final Path sockets;

    AgentDatabase(Path sockets) {
        this.sockets = sockets;
        var config = new HikariConfig();
        config.setPoolName("node");
        config.setJdbcUrl(url());
        config.setDataSourceProperties(properties());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(3000);
        config.setInitializationFailTimeout(-1);
        this.connections = new HikariDataSource(config);
        this.database = DSL.using(connections, SQLDialect.POSTGRES);
    }

    private static String url() {
        return "jdbc:postgresql://localhost/" + NodePostgres.DATABASE;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", "wirt_agent");
        properties.setProperty("ApplicationName", "wirt-agent");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("socketFactory", "org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg");
        properties.setProperty("socketFactoryArg", NodePostgres.socket(sockets).toString());
        return properties;
    }

    /// A connection to hear of changes on.
    Connection open() throws SQLException {
        return DriverManager.getConnection(url(), properties());
    }

    /// What the panel has marked last: whatever it wrote before that is here.
    long mark() {
        return database.resultQuery("select coalesce(max(mark), 0) from wirt.node_mark")
                .fetchSingle()
                .get(0, long.class);
    }

    /// Those who may not stay, by their place in the list.
    Set<Integer> outdated(Guests.Kind kind, List<Guest> guests) {
        var question = switch (kind) {
            case FTP -> FTP_OUTDATED;
            case MAIL -> MAIL_OUTDATED;
        };
        var who = guests.stream().map(Guest::who).toArray(String[]::new);
        var since = guests.stream().map(guest -> guest.since().toString()).toArray(String[]::new);
        return Set.copyOf(database.resultQuery(question, who, since).fetch(row -> row.get(0, int.class) - 1));
    }

    void record(Guests.Kind kind, List<Guest> ended) {
        var statement = switch (kind) {
            case FTP -> FTP_ENDED;
            case MAIL -> MAIL_ENDED;
        };
        database.execute(
                statement,
                ended.stream().map(guest -> guest.service().name()).toArray(String[]::new),
                ended.stream().map(Guest::who).toArray(String[]::new));
    }

    /// Those Unix numbers of subscriptions that are not live, with the subscription.
    Map<Integer, Long> dark(Collection<Integer> uids) {
        return database.resultQuery(DARK_UIDS, (Object) uids.toArray(Integer[]::new)).stream()
                .collect(Collectors.toMap(row -> row.get(0, Integer.class), row -> row.get(1, Long.class)));
    }

    List<Ended> untold() {
        return database.fetch(UNTOLD)
                .map(row -> new Ended(
                        row.get(0, long.class),
                        row.get(1, Timestamp.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, long.class)));
    }

    void told(List<Ended> ended) {
        database.execute(TOLD, (Object) ended.stream().map(Ended::id).toArray(Long[]::new));
    }

    /// Subscriptions that are to be looked at, also those that are no more, each with the last of its entries. The
    /// newest come first: a new customer does not wait for all others of a node that was just set up.
    Map<Long, Long> work() {
        var work = new LinkedHashMap<Long, Long>();
        database.fetch(WORK).forEach(row -> work.put(row.get(0, Long.class), row.get(1, Long.class)));
        return work;
    }

    List<Prepared> prepared(Collection<Long> subscriptions) {
        return database.resultQuery(TO_PREPARE, (Object) subscriptions.toArray(Long[]::new))
                .fetch(row -> new Prepared(
                        row.get(0, long.class),
                        row.get(1, int.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        List.of(row.get(4, String[].class)),
                        List.of(row.get(5, String[].class))));
    }

    /// What came for them since is still to be done.
    void worked(Map<Long, Long> work) {
        database.execute(
                WORKED, work.keySet().toArray(Long[]::new), work.values().toArray(Long[]::new));
    }

    /// Tried again in a minute.
    void later(long subscription) {
        database.execute(LATER, subscription);
    }

    List<Leftover> leftovers() {
        return database.fetch(LEFTOVERS)
                .map(row -> new Leftover(
                        row.get(0, long.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, boolean.class)));
    }

    /// Tried again in a minute.
    void later(Leftover leftover) {
        database.execute(ERASED_LATER, leftover.id());
    }

    void erased(Leftover leftover) {
        database.execute(ERASED, leftover.id());
    }

    /// Makes certificates for sites that have none, some at a time. One that is renamed meanwhile comes again.
    ///
    /// @return whether there may be more
    boolean certify(Making making) {
        return database.transactionResult(transaction -> {
            var next = transaction.dsl().fetch(UNCERTIFIED);
            for (var site : next) {
                var made = making.of(site.get(1, String.class));
                transaction
                        .dsl()
                        .execute(
                                CERTIFIED,
                                site.get(1, String.class),
                                made.chain(),
                                made.key(),
                                site.get(0, Long.class));
            }
            return !next.isEmpty();
        });
    }

    /// @param key encrypted
    record Made(String chain, String key) {}

    interface Making {
        Made of(String host);
    }

    /// What went out since it was asked last, by subscription. It is forgotten when it has been told.
    ///
    /// @param telling whoever throws leaves it to be told again
    /// @return whether there is more. Few are told at once: the web server, which counts on, waits for them
    boolean traffic(Telling telling) {
        return database.transactionResult(transaction -> {
            var counted = transaction
                    .dsl()
                    .resultQuery(USED, TOLD_AT_ONCE)
                    .fetchMap(row -> row.get(0, Long.class), row -> row.get(1, Long.class));
            if (!counted.isEmpty()) telling.tell(counted);
            return counted.size() >= TOLD_AT_ONCE;
        });
    }

    interface Telling {
        void tell(Map<Long, Long> bytes) throws SQLException;
    }

    List<Owner> owners(Collection<Long> subscriptions) {
        return database.resultQuery(
                        "select id, unix_uid, home from wirt.subscription where id = any(?::bigint[])",
                        (Object) subscriptions.toArray(Long[]::new))
                .fetch(row -> new Owner(row.get(0, long.class), row.get(1, int.class), row.get(2, String.class)));
    }

    /// What leaves this node and what comes to it.
    List<Relocation> relocations() {
        return database.fetch(RELOCATIONS)
                .map(row -> new Relocation(
                        row.get(0, long.class),
                        row.get(1, long.class),
                        row.get(2, long.class),
                        row.get(3, int.class),
                        row.get(4, String.class),
                        Relocating.Step.valueOf(row.get(5, String.class)),
                        row.get(6, int.class),
                        row.get(7, String.class),
                        row.get(8, int.class),
                        row.get(9, String.class),
                        row.get(10, String.class)));
    }

    /// Whether a home is still to be deleted.
    boolean isToBeErased(String home) {
        return database.resultQuery("select from wirt.leftover where home = ? and path = '' limit 1", home)
                .fetchOptional()
                .isPresent();
    }

    /// Where the files of each subscription lie, in steps: those after one.
    Map<Long, Path> homes(long after) {
        var homes = new LinkedHashMap<Long, Path>();
        database.resultQuery("select id, home from wirt.subscription where id > ? order by id limit 200", after)
                .forEach(row -> homes.put(row.get(0, Long.class), Path.of(row.get(1, String.class))));
        return homes;
    }

    /// What FTP has brought since the last count, of those that are about to be counted.
    Map<Long, Long> brought(Collection<Long> subscriptions) {
        return database.resultQuery(
                        "select subscription_id, brought from wirt.disk where subscription_id = any(?::bigint[])",
                        (Object) subscriptions.toArray(Long[]::new))
                .fetchMap(row -> row.get(0, Long.class), row -> row.get(1, Long.class));
    }

    /// What comes while they are counted may count twice until the next time.
    ///
    /// @param bytes  of all files
    /// @param before what [#brought] said before: that is among them
    void counted(Map<Long, Long> bytes, Map<Long, Long> before) {
        var subscriptions = List.copyOf(bytes.keySet());
        database.execute(
                COUNTED,
                subscriptions.toArray(Long[]::new),
                subscriptions.stream().map(bytes::get).toArray(Long[]::new),
                subscriptions.stream().map(one -> before.getOrDefault(one, 0L)).toArray(Long[]::new));
    }

    /// Whether somebody has come back since it was asked last.
    boolean lifted() {
        return database.execute("delete from wirt.lifted") > 0;
    }

    /// In how many seconds the next subscription or reseller expires; infinity: none does.
    double nextTerm() {
        var seconds = database.fetchSingle(NEXT_TERM).get(0, Double.class);
        return seconds == null ? Double.POSITIVE_INFINITY : seconds;
    }

    @Override
    public void close() {
        connections.close();
    }
}
