package org.wirt.story;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// One object of every kind, with ids that nothing else has, so that any of them may stand in any path: whatever is
/// found under such an id is foreign to whoever asks.
final class Foreign {

    private static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(Given.PASSWORD);

    final List<Long> ids = new ArrayList<>();

    /// The usernames of the accounts themselves; everybody has [Given#PASSWORD].
    final List<String> owners = new ArrayList<>();

    /// Stands in every name, so that it gives away any of these objects on any page.
    final String mark;

    private final DSLContext database;
    private long next;

    /// @param first the ids are this number and those after it
    private Foreign(DSLContext database, long first, String mark) {
        this.database = database;
        this.next = first;
        this.mark = mark;
    }

    /// A reseller with a plan, a job, a letter, and a customer with all that hosting has.
    static Foreign reseller(DSLContext database, long first, String mark) {
        var foreign = new Foreign(database, first, mark);
        long reseller = foreign.account("RESELLER", 1);
        database.execute(
                "insert into wirt.reseller (account_id, reseller_id, permissions) values (?, ?, '{\"panel_access\":true}')",
                reseller,
                reseller);
        foreign.owned(reseller, reseller);
        long customer = foreign.account("CUSTOMER", reseller);
        foreign.owned(customer, reseller);
        foreign.subscription(customer, reseller);
        return foreign;
    }

    /// Only a subscription with what belongs to it, of an account that exists.
    static Foreign subscription(DSLContext database, Given.Account customer, long first, String mark) {
        var foreign = new Foreign(database, first, mark);
        foreign.subscription(customer.id(), customer.resellerId());
        return foreign;
    }

    private long account(String kind, long provider) {
        long id = id();
        long realm = kind.equals("CUSTOMER") ? provider : id;
        database.execute(
                "insert into wirt.account (id, kind, provider_id, contact_name, company, email) values (?, ?, ?, ?, ?, ?)",
                id,
                kind,
                provider,
                name(id),
                name(id),
                name(id) + "@example.org");
        for (var owner : List.of(true, false)) {
            long login = id();
            if (owner) owners.add(name(login));
            database.execute(
                    "insert into wirt.login (id, account_id, reseller_id, owner, username, contact_name, email, password_hash) "
                            + "overriding system value values (?, ?, ?, ?, ?, ?, ?, ?)",
                    login,
                    id,
                    realm,
                    owner,
                    name(login),
                    name(login),
                    name(login) + "@example.org",
                    HASH);
        }
        database.execute(
                "insert into wirt.note (account_id, reseller_id, text, author) values (?, ?, ?, 'x')",
                id,
                realm,
                name(id));
        return id;
    }

    private void owned(long account, long realm) {
        long plan = id();
        if (account == realm) {
            database.execute(
                    "insert into wirt.plan (id, kind, account_id, reseller_id, name) overriding system value "
                            + "values (?, 'HOSTING', ?, ?, ?)",
                    plan,
                    account,
                    realm,
                    name(plan));
            webHook(account, realm);
        }
        long job = id();
        database.execute(
                "insert into wirt.job (id, request_id, verb, input, caller, account_id, reseller_id, actor, state, total, "
                        + "started_at, finished_at) overriding system value "
                        + "values (?, ?, 'customer.suspend', '{}', '{}', ?, ?, ?, 'DONE', 1, now(), now())",
                job,
                name(job),
                account,
                realm,
                name(job));
        database.execute(
                "insert into wirt.job_target (job_id, target_id, account_id, reseller_id, name, outcome) "
                        + "values (?, ?, ?, ?, ?, 'REFUSED')",
                job,
                account,
                account,
                realm,
                name(job));
        long letter = id();
        database.execute(
                "insert into wirt.letter (id, account_id, reseller_id, event, recipient, locale, subject, body) "
                        + "overriding system value values (?, ?, ?, 'customer.suspend', ?, 'de', ?, ?)",
                letter,
                account,
                realm,
                name(letter) + "@example.org",
                name(letter),
                name(letter));
    }

    private void webHook(long account, long realm) {
        long hook = id();
        database.execute(
                "insert into wirt.web_hook (id, account_id, reseller_id, name, url, secret, active, off_because, place) "
                        + "overriding system value values (?, ?, ?, ?, ?, '', false, 'BY_HAND', 0)",
                hook,
                account,
                realm,
                name(hook),
                "https://" + name(hook) + ".example/");
        long delivery = id();
        database.execute(
                "insert into wirt.web_hook_delivery (id, hook_id, account_id, event_id, type, object, object_id, object_name, state, "
                        + "finished_at) overriding system value values (?, ?, ?, 1, 'plan.created', 'plan', 1, ?, 'DELIVERED', now())",
                delivery,
                hook,
                account,
                name(delivery));
    }

    private void subscription(long customer, long realm) {
        long id = id();
        database.execute(
                "insert into wirt.subscription (id, customer_id, reseller_id, name, home, permissions) "
                        + "values (?, ?, ?, ?, '/nowhere', '{\"panel_access\":true}')",
                id,
                customer,
                realm,
                name(id) + ".example");
        site(id, id, customer, realm);
        site(id(), id, customer, realm);
        for (var main : List.of(true, false)) {
            long login = id();
            database.execute(
                    "insert into wirt.ftp_login (id, subscription_id, customer_id, reseller_id, node_id, login, main) "
                            + "overriding system value values (?, ?, ?, ?, 1, ?, ?)",
                    login,
                    id,
                    customer,
                    realm,
                    name(login),
                    main);
        }
        long mailbox = id();
        database.execute(
                "insert into wirt.mailbox (id, site_id, subscription_id, customer_id, reseller_id, node_id, local) "
                        + "overriding system value values (?, ?, ?, ?, ?, 1, ?)",
                mailbox,
                id,
                id,
                customer,
                realm,
                name(mailbox));
        forward(id, customer, realm);
        long dns = id();
        database.execute(
                "insert into wirt.dns_record (id, site_id, host, subscription_id, customer_id, reseller_id, node_id, name, type, "
                        + "value, ttl) overriding system value values (?, ?, ?, ?, ?, ?, 1, ?, 'A', '192.0.2.1', 3600)",
                dns,
                id,
                name(id) + ".example",
                id,
                customer,
                realm,
                name(dns));
    }

    private void forward(long subscription, long customer, long realm) {
        long forward = id();
        database.execute(
                "insert into wirt.forward (id, site_id, subscription_id, customer_id, reseller_id, node_id, local, targets) "
                        + "overriding system value values (?, ?, ?, ?, ?, 1, ?, ?)",
                forward,
                subscription,
                subscription,
                customer,
                realm,
                name(forward),
                new String[] {name(forward) + "@elsewhere.example"});
    }

    private void site(long id, long subscription, long customer, long realm) {
        database.execute(
                "insert into wirt.site (id, subscription_id, customer_id, reseller_id, node_id, host, docroot) "
                        + "values (?, ?, ?, ?, 1, ?, 'httpdocs')",
                id,
                subscription,
                customer,
                realm,
                name(id) + ".example");
    }

    private long id() {
        ids.add(next);
        return next++;
    }

    private String name(long id) {
        return mark + id;
    }
}
