package org.wirt.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.wirt.database.TestDatabase;
import org.wirt.hosting.Homes;
import org.wirt.hosting.ServicePasswords;
import org.wirt.value.MailPolicy;

/// A customer of a reseller with one of everything, made straight in the tables; every name is new, so that tests
/// share one database.
public final class Given {

    public static final String PASSWORD = "Winter.Mühle.7";

    private static final String HASH = new ServicePasswords().hash(PASSWORD);

    public final DSLContext database;
    public final String name =
            "t" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
    public final String host = name + ".example";
    public final String login = name;
    public final String address = "info@" + host;
    public final long reseller;
    public final long customer;
    public final long subscription;
    public final long site;
    public final long panelLogin;
    public final Path home;

    public Given(Homes homes) {
        this(homes, () -> {});
    }

    /// @param settled waits until a server that follows from afar knows what was just written
    public Given(Homes homes, Runnable settled) {
        database = DSL.using(new DefaultConfiguration()
                .set(TestDatabase.owner())
                .set(SQLDialect.POSTGRES)
                .set(ExecuteListener.onEnd(written -> settled.run())));
        reseller = account("RESELLER", 1);
        customer = account("CUSTOMER", reseller);
        var uid = number("select nextval('wirt.unix_uid')");
        home = Path.of(homes.homeFor((int) uid));
        subscription = number(
                "insert into wirt.subscription (customer_id, reseller_id, name, unix_uid, home, permissions) "
                        + "values (?, ?, ?, ?, ?, '{\"panel_access\":true}') returning id",
                customer,
                reseller,
                host,
                uid,
                home.toString());
        site = site(host, "httpdocs");
        homes.create(home.toString(), host);
        database.execute(
                "insert into wirt.ftp_login (subscription_id, customer_id, reseller_id, node_id, login, password_hash, main) "
                        + "values (?, ?, ?, 1, ?, ?, true)",
                subscription,
                customer,
                reseller,
                login,
                HASH);
        mailbox("info");
        panelLogin = number(
                "insert into wirt.login (account_id, reseller_id, owner, username) values (?, ?, true, ?) returning id",
                customer,
                reseller,
                name);
    }

    public long site(String host, String docroot) {
        return number(
                "insert into wirt.site (subscription_id, customer_id, reseller_id, node_id, host, docroot) "
                        + "values (?, ?, ?, 1, ?, ?) returning id",
                subscription,
                customer,
                reseller,
                host,
                docroot);
    }

    /// @param mode `PERMANENT`, `TEMPORARY` or `FRAME`
    public void redirect(String target, String mode) {
        database.execute("update wirt.site set redirect_to = ?, redirect_mode = ? where id = ?", target, mode, site);
    }

    /// Whether mail of the domain is served here.
    public void mail(boolean on) {
        database.execute("update wirt.site set mail_off = ? where id = ?", !on, site);
    }

    public void mailbox(String local) {
        database.execute(
                "insert into wirt.mailbox (site_id, subscription_id, customer_id, reseller_id, node_id, local, password_hash) "
                        + "values (?, ?, ?, ?, 1, ?, ?)",
                site,
                subscription,
                customer,
                reseller,
                local,
                HASH);
    }

    public void rename(String local, String other) {
        database.execute(
                "update wirt.mailbox set local = ?, changed = changed + 1 where site_id = ? and local = ?",
                other,
                site,
                local);
    }

    /// Where a node keeps the mail of a mailbox.
    public Path mail(String local) {
        var folder = database.fetchValue(
                "select coalesce(w.mail_folder, w.host) || '/' || coalesce(m.folder, m.local) from wirt.mailbox m "
                        + "join wirt.site w on w.id = m.site_id where m.site_id = ? and m.local = ?",
                site,
                local);
        return home.resolve("mail/" + folder);
    }

    public void forward(String local, boolean keep, String... targets) {
        database.execute(
                "insert into wirt.forward (site_id, subscription_id, customer_id, reseller_id, node_id, local, targets, keep) "
                        + "values (?, ?, ?, ?, 1, ?, ?, ?)",
                site,
                subscription,
                customer,
                reseller,
                local,
                targets,
                keep);
    }

    /// Another name of the mailbox.
    public void alias(String local) {
        forward(local, false, address);
        database.execute("update wirt.forward set alias = true where site_id = ? and local = ?", site, local);
    }

    /// Disables the mailbox, or enables it again.
    public void off(boolean off) {
        database.execute(
                "update wirt.mailbox set off = ?, changed = changed + 1 where site_id = ? and local = 'info'",
                off,
                site);
    }

    /// What the mailbox answers by itself.
    public void answer(@Nullable String subject, String text, boolean html) {
        database.execute(
                "update wirt.mailbox set answer_subject = ?, answer_text = ?, answer_html = ? where site_id = ? and local = 'info'",
                subject,
                text,
                html,
                site);
    }

    public void ftpLogin(String login, String directory) {
        database.execute(
                "insert into wirt.ftp_login (subscription_id, customer_id, reseller_id, node_id, login, password_hash, directory) "
                        + "values (?, ?, ?, 1, ?, ?, ?)",
                subscription,
                customer,
                reseller,
                login,
                HASH,
                directory);
    }

    /// By which this login signs in over SFTP.
    public void sshKeys(KeyPair... keys) {
        database.execute(
                "update wirt.ftp_login set keys = ? where subscription_id = ?",
                Stream.of(keys)
                        .map(key -> PublicKeyEntry.toString(key.getPublic()) + " test")
                        .toArray(String[]::new),
                subscription);
    }

    /// Somebody else's file beside the home, and ways to it: a link to the file and one to its folder.
    ///
    /// @return that folder
    public Path waysOutside() throws IOException {
        var outside = Files.createDirectories(home.resolveSibling(name + ".folder"));
        Files.writeString(outside.resolve("outside"), "secret");
        Files.writeString(home.resolveSibling("outside"), "secret");
        link("link", outside.resolve("outside"));
        link("folder", outside);
        return outside;
    }

    /// A link as the customer would lay it: it belongs to whom the home belongs to.
    public void link(String name, Path target) throws IOException {
        var link = Files.createSymbolicLink(home.resolve(name), target);
        Files.setAttribute(link, "unix:uid", Files.getAttribute(home, "unix:uid"), LinkOption.NOFOLLOW_LINKS);
    }

    public void suspend(Cause cause) {
        cause.set(this);
    }

    public void activate(Cause cause) {
        cause.lift(this);
    }

    public void reason(String subject, long id, int code) {
        reason(subject, id, code, MailPolicy.DEFER);
    }

    public void reason(String subject, long id, int code, MailPolicy mail) {
        database.execute(
                "insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author, mail) values (?, ?, ?, ?, ?, 'test', ?)",
                subject,
                id,
                id == reseller ? reseller : customer,
                reseller,
                code,
                mail.code());
    }

    public void noReason(String subject, long id) {
        database.execute("delete from wirt.reason where subject = ? and subject_id = ?", subject, id);
    }

    public int ended(String service) {
        return (int) number(
                "select count(*) from wirt.session_end where customer_id = ? and service = ?", customer, service);
    }

    public long number(String sql, Object... values) {
        return database.resultQuery(sql, values).fetchSingle().get(0, long.class);
    }

    private long account(String kind, long provider) {
        return number(
                "insert into wirt.account (kind, provider_id, contact_name) values (?, ?, ?) returning id",
                kind,
                provider,
                name);
    }

    /// Every way in which a customer's services go dark.
    public enum Cause {
        CUSTOMER {
            @Override
            void set(Given given) {
                given.reason("account", given.customer, 16);
            }

            @Override
            void lift(Given given) {
                given.noReason("account", given.customer);
            }
        },
        RESELLER {
            @Override
            void set(Given given) {
                given.reason("account", given.reseller, 16);
            }

            @Override
            void lift(Given given) {
                given.noReason("account", given.reseller);
            }
        },
        SUBSCRIPTION {
            @Override
            void set(Given given) {
                given.reason("subscription", given.subscription, 32);
            }

            @Override
            void lift(Given given) {
                given.noReason("subscription", given.subscription);
            }
        },
        EXPIRY {
            @Override
            void set(Given given) {
                given.database.execute(
                        "update wirt.subscription set expires_at = now() - interval '1 second' where id = ?",
                        given.subscription);
            }

            @Override
            void lift(Given given) {
                given.database.execute(
                        "update wirt.subscription set expires_at = null where id = ?", given.subscription);
            }
        };

        abstract void set(Given given);

        abstract void lift(Given given);
    }
}
