package org.wirt.hosting;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.hosting.RemovedNames.Kind;
import org.wirt.subscription.SubscriptionStep;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;
import org.wirt.value.SystemUserName;

/// What makes a new subscription reachable: its home with a first page, its main site, the FTP and SFTP login of its
/// system user.
@Component
class FirstSite implements SubscriptionStep {

    private final DSLContext database;
    private final HostNames names;
    private final RemovedNames removed;
    private final FtpLoginNames logins;
    private final SiteNames sites;
    private final Homes homes;
    private final ServicePasswords passwords;
    private final NodeViews views;
    private final Clock clock;

    FirstSite(
            DSLContext database,
            HostNames names,
            RemovedNames removed,
            FtpLoginNames logins,
            SiteNames sites,
            Homes homes,
            ServicePasswords passwords,
            NodeViews views,
            Clock clock) {
        this.database = database;
        this.names = names;
        this.removed = removed;
        this.logins = logins;
        this.sites = sites;
        this.homes = homes;
        this.passwords = passwords;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public Place placeFor(int unixUid) {
        long node = Placement.of(views.serving(), clock.instant())
                .map(ServingNode::id)
                .orElse(ServingNode.LOCAL);
        return new Place(node, homes.on(node).homeFor(unixUid));
    }

    @Override
    public Optional<Refusal> refusal(DomainName domain, long providerId) {
        return removed.refusal(domain, providerId);
    }

    @Override
    public boolean isTaken(SystemUserName name, long providerId) {
        return logins.isTaken(name.text(), providerId);
    }

    @Override
    public List<Given> namesGiven(Collection<Long> subscriptions) {
        var ids = subscriptions.toArray(Long[]::new);
        return database.resultQuery(
                        "select 'DOMAIN' what, id, subscription_id, host name from wirt.site where subscription_id = any(?) "
                                + "and released and wirt.host_taken(host) union all select 'LOGIN', id, subscription_id, login from wirt.ftp_login "
                                + "where subscription_id = any(?) and released and wirt.ftp_login_taken(login) order by what, id",
                        ids,
                        ids)
                .fetch(r -> new Given(
                        Named.valueOf(r.get(0, String.class)),
                        r.get(1, Long.class),
                        r.get(2, Long.class),
                        r.get(3, String.class)));
    }

    @Override
    public Optional<Refusal> refusal(Given given, String wanted) {
        try {
            return switch (given.what()) {
                case DOMAIN -> names.refusal(new DomainName(wanted)).map(r -> Refusal.state(r.code()));
                case LOGIN ->
                    logins.isHeld(new FtpLoginName(wanted).text())
                            ? Optional.of(FtpLoginNames.TAKEN)
                            : Optional.empty();
            };
        } catch (InvalidValue e) {
            return Optional.of(e.in("name"));
        }
    }

    @Override
    public void takeNamesBack(Collection<Long> subscriptions, Map<Given, String> instead) {
        instead.forEach(this::rename);
        for (var table : List.of("site", "ftp_login")) {
            database.execute(
                    "update wirt." + table + " set released = false where released and subscription_id = any(?)",
                    (Object) subscriptions.toArray(Long[]::new));
        }
    }

    private void rename(Given given, String name) {
        if (given.what() == Named.LOGIN) {
            logins.rename(given.id(), new FtpLoginName(name));
            return;
        }
        // The main site has the number of its subscription.
        if (given.id() == given.subscription()) sites.renameMain(given.id(), new DomainName(name));
        else sites.rename(given.id(), new DomainName(name));
    }

    @Override
    public void erased(long subscription) {
        database.resultQuery("select node_id, home from wirt.subscription where id = ?", subscription)
                .forEach(row -> homes.on(row.get(0, Long.class)).delete(row.get(1, String.class)));
    }

    @Override
    public void made(Made made, String password, long providerId) {
        removed.release(Kind.SITE, made.domain().ascii(), providerId);
        logins.release(made.systemUser().text(), providerId);
        database.execute(
                "insert into wirt.site (id, guid, subscription_id, customer_id, reseller_id, node_id, host, docroot) "
                        + "select id, guid, id, customer_id, reseller_id, node_id, ?, ? from wirt.subscription where id = ?",
                made.domain().ascii(),
                Homes.MAIN_DOCROOT,
                made.id());
        database.execute(
                "insert into wirt.ftp_login (subscription_id, customer_id, reseller_id, node_id, login, password_hash, main) "
                        + "select id, customer_id, reseller_id, node_id, ?, ?, true from wirt.subscription where id = ?",
                made.systemUser().text(),
                passwords.hash(password),
                made.id());
        homes.on(made.place().node()).create(made.place().home(), made.domain().ascii());
    }
}
