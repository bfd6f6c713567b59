package org.wirt.demo;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Passwords;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Homes;
import org.wirt.hosting.ServicePasswords;

/// Writes the demo in one transaction, then the first pages of its web sites; with very many customers only the rows.
@Component
class Filling {

    /// Beyond it a demo is for looking at lists, and the files would only take time.
    private static final int WITH_PAGES = 2_000;

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
        this.homes = homes;
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
            if (customers <= WITH_PAGES) pages.addAll(hostings.pages());
            people.all().stream()
                    .filter(who -> who.number() == 0 || (who.number() == 1 && !who.reseller()))
                    .map(Accounts.Made::username)
                    .forEach(first::add);
        });
        pages.parallelStream().forEach(this::make);
        return first;
    }

    private void make(Hostings.PageToMake page) {
        if (page.main()) homes.create(page.home(), page.domain());
        else homes.createSite(page.home(), page.domain());
    }
}
