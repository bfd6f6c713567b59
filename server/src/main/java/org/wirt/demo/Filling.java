package org.wirt.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Passwords;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Homes;
import org.wirt.hosting.ServicePasswords;
import org.wirt.hosting.ServingNode;

/// Writes the demo in one transaction, then the first pages of its web sites: in portions, so that a million customers
/// take no more memory than ten thousand.
@Component
class Filling {

    /// So many are written before somebody wonders what the start is waiting for.
    private static final int UNNOTICED = 2_000;

    private static final int PORTION = 10_000;

    /// @param main in the home's own folder for it
    private record Page(long id, String home, String host, boolean main) {}

    private final DSLContext database;
    private final ScopedTransaction transaction;
    private final Passwords passwords;
    private final ServicePasswords services;
    private final Homes homes;

    Filling(
            DSLContext database,
            ScopedTransaction transaction,
            Passwords passwords,
            ServicePasswords services,
            Homes homes) {
        this.database = database;
        this.transaction = transaction;
        this.passwords = passwords;
        this.services = services;
        this.homes = homes.on(ServingNode.LOCAL);
    }

    boolean isFilled() {
        return transaction.read(
                Scope.system(),
                () -> database.fetchSingle("select exists (select from wirt.account where id > 1)")
                        .into(boolean.class));
    }

    /// Returns usernames to start with: a reseller's and two customers'.
    List<String> fill(int customers, String password) {
        var panel = passwords.panelHash(password);
        var service = services.hash(password);
        var first = new ArrayList<String>();
        long before = newest();
        transaction.run(Scope.system(), () -> {
            var plans = new Plans(database);
            var people = new Accounts(database, panel);
            var hostings = new Hostings(database, homes, service);
            var suspensions = new Suspensions(database);
            var resellers = people.resellers(Math.max(customers < 10 ? 1 : 3, customers / 50), plans);
            suspensions.write(resellers, hostings.fill(resellers, plans));
            first.add(resellers.getFirst().username());
            for (int from = 0; from < customers; from += PORTION) {
                var some = people.customers(from, Math.min(PORTION, customers - from));
                suspensions.write(some, hostings.fill(some, plans));
                some.stream()
                        .filter(who -> who.number() < 2)
                        .map(Accounts.Made::username)
                        .forEach(first::add);
            }
        });
        writePages(before);
        return first;
    }

    /// The highest number of a site.
    private long newest() {
        return transaction.read(
                Scope.system(),
                () -> database.fetchSingle("select coalesce(max(id), 0) from wirt.site")
                        .into(long.class));
    }

    /// @param before the highest number of a site that was there before
    private void writePages(long before) {
        progress(sites(before)).ifPresent(System.out::println);
        var some = after(before);
        while (!some.isEmpty()) {
            some.parallelStream().forEach(this::write);
            some = after(some.getLast().id());
        }
    }

    private int sites(long before) {
        return transaction.read(
                Scope.system(),
                () -> database.fetchSingle("select count(*) from wirt.site where id > ?", before)
                        .into(int.class));
    }

    private List<Page> after(long id) {
        return transaction.read(
                Scope.system(),
                () -> database.fetch(
                                "select s.id, u.home, s.host, s.docroot = ? from wirt.site s "
                                        + "join wirt.subscription u on u.id = s.subscription_id "
                                        + "where s.id > ? order by s.id limit ?",
                                Homes.MAIN_DOCROOT,
                                id,
                                PORTION)
                        .map(found -> new Page(
                                found.get(0, long.class),
                                found.get(1, String.class),
                                found.get(2, String.class),
                                found.get(3, boolean.class))));
    }

    /// A line for whoever waits.
    static Optional<String> progress(int pages) {
        return pages <= UNNOTICED
                ? Optional.empty()
                : Optional.of("Demo: writing the first pages of " + pages + " web sites.");
    }

    private void write(Page page) {
        if (page.main()) homes.create(page.home(), page.host());
        else homes.createSite(page.home(), page.host());
    }
}
