package org.wirt.story;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.wirt.access.ApiTokens;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Rights;
import org.wirt.access.Scope;
import org.wirt.access.TokenScopes;
import org.wirt.database.TestDatabase;

/// People and what they own, made straight in the tables; every name is new, so that stories share one database.
public final class Given {

    /// The panel password of everybody who is given.
    public static final String PASSWORD = "Winter.Amboss.74";

    private static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);

    private static final String PANEL = "{\"panel_access\":true}";
    private static final String HOSTING =
            "{\"panel_access\":true,\"create_domains\":true,\"manage_mail\":true,\"manage_ftp\":true}";

    /// @param name the contact name
    public record Account(long id, long resellerId, long loginId, String name, String username, String email) {}

    /// @param name the main domain
    public record Subscription(long id, long customerId, String name) {}

    public final DSLContext database = DSL.using(TestDatabase.owner(), SQLDialect.POSTGRES);

    public Account reseller(String name) {
        return account("RESELLER", 1, name);
    }

    /// One of the administrator's own.
    public Account customer(String name) {
        return account("CUSTOMER", 1, name);
    }

    public Account customer(String name, Account reseller) {
        return account("CUSTOMER", reseller.id, name);
    }

    /// A reseller may do these beside what he may already; `remote_api`: have programs.
    public void permit(Account reseller, String... permissions) {
        permit(
                "update wirt.reseller set permissions = permissions || cast(? as jsonb) where account_id = ?",
                reseller.id,
                permissions);
    }

    /// The same where a subscription grants it.
    public void permit(Subscription subscription, String... permissions) {
        permit(
                "update wirt.subscription set permissions = permissions || cast(? as jsonb) where id = ?",
                subscription.id,
                permissions);
    }

    private void permit(String sql, long id, String... permissions) {
        for (var permission : permissions) database.execute(sql, "{\"" + permission + "\":true}", id);
    }

    /// What a program of his signs in with; it may do all that he may.
    String token(ApiTokens tokens, Account account) {
        var scope = account.id == 1 ? Scope.administrator() : Scope.reseller(account.id);
        var caller = new Caller(
                scope, account.loginId, account.username, "", Rights.WHOLE, Door.PAGE, "127.0.0.1", unique());
        return tokens.make(
                caller, new ApiTokens.Wanted("Test", TokenScopes.everything(true), List.of(), Optional.empty()));
    }

    /// A Custom subscription with its main site and system user.
    public Subscription subscription(Account customer) {
        var host = unique() + ".example";
        long uid = number("select nextval('wirt.unix_uid')");
        long id = number(
                "insert into wirt.subscription (customer_id, reseller_id, name, unix_uid, home, permissions) "
                        + "values (?, ?, ?, ?, ?, cast(? as jsonb)) returning id",
                customer.id,
                customer.resellerId,
                host,
                uid,
                System.getProperty("WIRT_HOME", "") + "/hosting/" + uid,
                PANEL);
        database.execute(
                "insert into wirt.site (id, subscription_id, customer_id, reseller_id, node_id, host, docroot) "
                        + "values (?, ?, ?, ?, 1, ?, 'httpdocs')",
                id,
                id,
                customer.id,
                customer.resellerId,
                host);
        database.execute(
                "insert into wirt.ftp_login (subscription_id, customer_id, reseller_id, node_id, login, main) values (?, ?, ?, 1, ?, true)",
                id,
                customer.id,
                customer.resellerId,
                unique());
        return new Subscription(id, customer.id, host);
    }

    /// An additional user of an account; his username.
    public String user(Account account, String role) {
        var username = unique();
        number(
                "insert into wirt.login (account_id, reseller_id, owner, username, contact_name, email, role, password_hash) "
                        + "values (?, ?, false, ?, ?, ?, ?, ?) returning id",
                account.id,
                account.resellerId,
                username,
                "User " + username,
                username + "@example.org",
                role,
                HASH);
        return username;
    }

    public void reason(String subject, long id, Account account, int code) {
        database.execute(
                "insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author) values (?, ?, ?, ?, ?, 'test')",
                subject,
                id,
                account.id,
                account.resellerId,
                code);
    }

    /// Lets everybody sign in as `admin` with [#PASSWORD].
    public void administratorsPassword() {
        database.execute("update wirt.login set password_hash = ? where account_id = 1 and owner", HASH);
    }

    public long number(String sql, Object... values) {
        return database.resultQuery(sql, values).fetchSingle().get(0, long.class);
    }

    public String text(String sql, Object... values) {
        return database.resultQuery(sql, values).fetchSingle().get(0, String.class);
    }

    /// A name nobody else has, usable for usernames and host names.
    public static String unique() {
        return "t" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
    }

    private Account account(String kind, long provider, String name) {
        var username = unique();
        var email = username + "@example.org";
        long id = number(
                "insert into wirt.account (kind, provider_id, contact_name, email, locale) values (?, ?, ?, ?, 'de') returning id",
                kind,
                provider,
                name,
                email);
        long realm = kind.equals("RESELLER") ? id : provider;
        long login = number(
                "insert into wirt.login (account_id, reseller_id, owner, username, password_hash, locale) "
                        + "values (?, ?, true, ?, ?, 'de') returning id",
                id,
                realm,
                username,
                HASH);
        if (kind.equals("RESELLER")) {
            database.execute(
                    "insert into wirt.reseller (account_id, reseller_id, permissions) values (?, ?, cast(? as jsonb))",
                    id,
                    id,
                    HOSTING);
        }
        return new Account(id, realm, login, name, username, email);
    }

    /// What lies on the first node is answered for by a DNS server from now on.
    void nameServer() {
        database.execute("update wirt.node set agent = true, homes = '/srv/elsewhere', seen_at = now(), "
                + "name_server = 'ns1.netzwirt.example', address = '192.0.2.53', dns_port = 5353 where id = 1");
    }

    void noNameServer() {
        database.execute("update wirt.node set agent = false, homes = null, seen_at = null, name_server = null, "
                + "address = '127.0.0.1', dns_port = 53 where id = 1");
    }
}
