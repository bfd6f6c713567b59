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

/// Writes the demo in one transaction, then the first pages of its web sites; however many there are.
@Component
class Filling {

    /// So many are written before somebody wonders what the start is waiting for.
    private static final int UNNOTICED = 2_000;

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
        var pages = new ArrayList<Hostings.PageToMake>();
        var first = new ArrayList<String>();
        transaction.run(Scope.system(), () -> {
            var plans = new Plans(database);
            var people = new Accounts(database, panel);
            people.resellers(Math.max(customers < 10 ? 1 : 3, customers / 50), plans);
            people.customers(customers);
            var hostings = new Hostings(database, homes, service);
            hostings.fill(people.all(), plans);
            new Suspensions(database).write(people.all(), hostings.made());
            pages.addAll(hostings.pages());
            people.all().stream()
                    .filter(who -> who.number() == 0 || (who.number() == 1 && !who.reseller()))
                    .map(Accounts.Made::username)
                    .forEach(first::add);
        });
        progress(pages.size()).ifPresent(System.out::println);
        pages.parallelStream().forEach(this::make);
        return first;
    }

    /// A line for whoever waits.
    static Optional<String> progress(int pages) {
        return pages <= UNNOTICED
                ? Optional.empty()
                : Optional.of("Demo: writing the first pages of " + pages + " web sites.");
    }

    private void make(Hostings.PageToMake page) {
        if (page.main()) homes.create(page.home(), page.domain());
        else homes.createSite(page.home(), page.domain());
    }
}
