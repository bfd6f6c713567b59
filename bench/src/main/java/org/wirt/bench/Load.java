package org.wirt.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Fills a fresh database with accounts, subscriptions and domains, set by set. One reseller holds a tenth of all
/// customers, the others share a fifth, the rest is the administrator's.
final class Load {

    /// How much there is to be; the numbers of the specification at one million.
    record Size(long customers, long resellers, long subscriptions) {

        static Size of(long customers) {
            return new Size(customers, Math.max(10, customers / 100), customers * 13 / 10);
        }
    }

    /// The reseller with a tenth of all customers, and one with a few.
    static final long LARGE = 2;

    static final long SMALL = 3;

    private static final int DOORS = 1_000;

    private final Connection owner;

    /// @param superuser may switch the triggers off while loading; what they keep is filled here in one go
    Load(Connection superuser) {
        this.owner = superuser;
    }

    /// @param home        where the files of the customers lie whose doors are tried
    /// @param serviceHash the hash of their FTP logins and mailboxes
    void run(Size size, String passwordHash, Path home, String serviceHash) throws SQLException {
        execute("set session_replication_role = replica");
        execute("set search_path = wirt, public");
        resellers(size);
        customers(size);
        execute("insert into wirt.login (account_id, reseller_id, owner, username, password_hash) "
                + "select id, reseller_id, true, lower(left(kind, 1)) || id, '" + passwordHash
                + "' from wirt.account where id > 1");
        subscriptions(size);
        doors(home, serviceHash);
        var dark = "id % 50 = 0 and id > " + (size.resellers + 1 + DOORS);
        execute(
                "insert into wirt.account_counter (account_id, reseller_id, subscriptions, domains, disk_granted, traffic_granted) "
                        + "select a.id, a.reseller_id, coalesce(n.n, 0), coalesce(n.n, 0), coalesce(n.n, 0) * 10737418240, "
                        + "case when n.n is null then 0 else -1 end from wirt.account a "
                        + "left join (select customer_id, count(*) n from wirt.subscription group by 1) n on n.customer_id = a.id where a.id > 1");
        execute("insert into wirt.account_search (account_id, reseller_id, kind, name, text) "
                + "select a.id, a.reseller_id, a.kind, a.sort_name, wirt.plain(concat_ws(' ', a.contact_name, a.company, a.email, l.username)) "
                + "from wirt.account a join wirt.login l on l.account_id = a.id where a.id > 1");
        execute("insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author) "
                + "select 'account', id, id, reseller_id, 16, 'admin' from wirt.account where kind = 'CUSTOMER' and "
                + dark);
        execute("update wirt.account set reasons = 16 where kind = 'CUSTOMER' and " + dark);
        execute("insert into wirt.account_dark (account_id, reseller_id, kind, name) "
                + "select id, reseller_id, kind, sort_name from wirt.account where reasons <> 0");
        execute("select setval('wirt.account_id', (select max(id) from wirt.account))");
        execute("select setval('wirt.hosting_id', (select max(id) from wirt.subscription))");
        execute("select setval('wirt.unix_uid', (select max(unix_uid) from wirt.subscription))");
        execute("set session_replication_role = origin");
        // What loading leaves to be done in the background would be measured with the first pages.
        execute("vacuum analyze");
        execute("checkpoint");
    }

    private void resellers(Size size) throws SQLException {
        execute("insert into wirt.account (id, kind, provider_id, contact_name, company, email) "
                + "select 1 + i, 'RESELLER', 1, 'Reseller ' || i, 'Netz ' || i || ' GmbH', 'r' || i || '@example.com' "
                + "from generate_series(1, " + size.resellers + ") i");
        execute(
                "insert into wirt.reseller (account_id, reseller_id, permissions) select id, id, "
                        + "'{\"panel_access\":true,\"create_clients\":true,\"create_subscriptions\":true}' from wirt.account where kind = 'RESELLER'");
    }

    private void customers(Size size) throws SQLException {
        var first = List.of("Anna", "Bernd", "Çelik", "Dörte", "Erik", "Françoise", "Günther", "Hanna", "Igor", "Jörg");
        var last = List.of(
                "Adler", "Bäcker", "Cordes", "Dürr", "Engel", "Färber", "Groß", "Huber", "Iversen", "Jäger", "Krüger",
                "Löwe");
        var names = "(array" + quoted(first) + ")[1 + (h % " + first.size() + ")] || ' ' || (array" + quoted(last)
                + ")[1 + (h / 16 % " + last.size() + ")] || ' ' || i";
        execute("insert into wirt.account (id, kind, provider_id, contact_name, company, email, created_at) "
                + "select " + (size.resellers + 1) + " + i, 'CUSTOMER', "
                + "case when i % 10 = 0 then " + LARGE + " when i % 10 in (1, 2) then " + SMALL + " + (i / 10) % "
                + (size.resellers - 1)
                + " else 1 end, " + names
                + ", case when i % 3 = 0 then 'Betrieb ' || i else '' end, 'kunde' || i || '@example.org', "
                + "now() - make_interval(mins => (h % 2000000)::int) "
                + "from (select i, abs(hashint8(i))::bigint h from generate_series(1, " + size.customers + ") i) s");
    }

    private void subscriptions(Size size) throws SQLException {
        execute(
                "insert into wirt.subscription (id, customer_id, reseller_id, name, unix_uid, home, used_at, limits, permissions) "
                        + "select i, a.id, a.reseller_id, 'd' || i || '.example', 100000 + i, '/srv/' || i, now(), "
                        + "'{\"disk_space\":10737418240,\"max_site\":10,\"max_box\":50}', '{\"panel_access\":true,\"manage_mail\":true,\"manage_ftp\":true}' "
                        + "from generate_series(1, " + size.subscriptions + ") i join wirt.account a on a.id = "
                        + (size.resellers + 2) + " + (i - 1) % " + size.customers);
        execute("insert into wirt.site (id, guid, subscription_id, customer_id, reseller_id, node_id, host, docroot) "
                + "select id, guid, id, customer_id, reseller_id, 1, name, 'httpdocs' from wirt.subscription");
        execute(
                "insert into wirt.ftp_login (subscription_id, customer_id, reseller_id, node_id, login, password_hash, main) "
                        + "select id, customer_id, reseller_id, 1, 'u' || id, null, true from wirt.subscription");
    }

    /// The first subscriptions have somebody who can sign in everywhere.
    private void doors(Path home, String hash) throws SQLException {
        execute("update wirt.subscription set home = '" + home + "' where id <= " + DOORS);
        execute("update wirt.ftp_login set password_hash = '" + hash + "' where subscription_id <= " + DOORS);
        execute(
                "insert into wirt.mailbox (site_id, subscription_id, customer_id, reseller_id, node_id, local, password_hash) "
                        + "select id, id, customer_id, reseller_id, 1, 'info', '" + hash
                        + "' from wirt.site where id <= " + DOORS);
    }

    private static String quoted(List<String> words) {
        var quoted = new ArrayList<String>();
        for (var word : words) quoted.add("'" + word + "'");
        return quoted.toString();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
