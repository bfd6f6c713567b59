package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Rights;
import org.wirt.access.Scope;
import org.wirt.operation.Job;
import org.wirt.operation.Operations;
import org.wirt.operation.Selection;

/// Many at once: what it costs, and what of it is shown before.
class BulkStory extends PanelTest {

    private static final long GB = 1L << 30;
    private static final int MANY = 60;
    private static final int MORE_THAN_SHOWN = 203;

    @Autowired
    private Operations operations;

    @Autowired
    private DSLContext panel;

    private static Caller administratorAs(String requestId) {
        return new Caller(Scope.administrator(), 1, "test", "", Rights.WHOLE, Door.PAGE, "127.0.0.1", requestId);
    }

    private static Caller anybody() {
        return administratorAs(UUID.randomUUID().toString());
    }

    private Job finished(Job job) {
        soon(() -> operations.job(job.id(), anybody()).orElseThrow().over());
        return operations.job(job.id(), anybody()).orElseThrow();
    }

    private Job run(String verb, List<Long> ids, Map<String, List<String>> fields) {
        var who = anybody();
        return finished(operations.start(operations.permitted(verb, who), new Selection.These(ids), fields, who));
    }

    private List<Given.Account> customers(String name, int number) {
        var customers = new ArrayList<Given.Account>();
        for (int i = 0; i < number; i++) customers.add(given.customer(name + " " + i));
        return customers;
    }

    private static List<Long> ids(List<Given.Account> accounts) {
        return accounts.stream().map(Given.Account::id).toList();
    }

    private int statements(Runnable deed) {
        var counted = new AtomicInteger();
        var before = panel.configuration().executeListenerProviders();
        panel.configuration().set(DefaultExecuteListenerProvider.providers(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (Thread.currentThread().getName().startsWith("job-")) counted.incrementAndGet();
            }
        }));
        try {
            deed.run();
        } finally {
            panel.configuration().set(before);
        }
        return counted.get();
    }

    /// Domain 15.4; also of more than are shown by name.
    @Test
    void whatWillEndIsCountedHoweverManyThereAre() {
        var reseller = given.reseller("Vielwind");
        var customer = given.customer("Gasthof Viel", reseller);
        var subscription = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set disk_used = 3221225472, used_at = now() where id = ?", subscription.id());
        signedIn(customer.username()).get("/account");
        var admin = administrator();

        assertThat(admin.get("/bulk/customer.suspend?id=" + customer.id()).words())
                .contains("1 Abonnement", "1 Website", "1 offene Sitzung");
        assertThat(admin.get("/bulk/customer.remove?id=" + customer.id()).words())
                .contains("1 Abonnement", "1 Domain", "Keine Benutzer", "3\u00a0GB");

        for (int i = 0; i < 201; i++) given.customer("Gasthof " + i, reseller);
        var all = "?all=true&where.provider=" + reseller.id();
        assertThat(admin.get("/bulk/customer.suspend" + all).words()).contains("1 Abonnement", "1 offene Sitzung");
        assertThat(admin.get("/bulk/customer.remove" + all).words()).contains("1 Domain", "3\u00a0GB");
    }

    @Test
    void takingBackASuspensionOfManyAsksTheDatabaseOnce() {
        var suspended = run("customer.suspend", ids(customers("Viele", MANY)), Map.of());
        var statements = statements(() -> assertThat(
                        finished(operations.undo(suspended.id(), anybody())).count(Job.Outcome.DONE))
                .isEqualTo(MANY));
        assertThat(statements).isLessThan(MANY / 2);
    }

    @Test
    void lettersOfManyAreWrittenTogether() {
        var many = customers("Briefe", MANY);
        var told = Map.of("tell", List.of("true"));
        assertThat(statements(() -> run("customer.suspend", ids(many), told))).isLessThan(MANY / 2);
        assertThat(statements(() -> run("customer.activate", ids(many), Map.of())))
                .isLessThan(MANY / 2);
        assertThat(statements(() -> run("customer.reset-link", ids(many), Map.of())))
                .isLessThan(MANY / 2);
        var last = many.getLast();
        assertThat(given.text(
                        "select string_agg(event || ' ' || (recipient = ?) || ' ' || (secret is not null), ', ' order by id) "
                                + "from wirt.letter where account_id = ?",
                        last.email(),
                        last.id()))
                .isEqualTo("suspended true false, activated true false, reset true true");
        assertThat(given.number(
                        "select count(*) from wirt.letter l join wirt.one_time_link o on o.token_hash = l.link_hash "
                                + "and o.login_id = l.login_id where l.account_id = any(?)",
                        (Object) ids(many).toArray(Long[]::new)))
                .isEqualTo(MANY);
    }

    @Test
    void nobodyWhoStaysDarkIsWrittenThatHeIsActive() {
        var held = given.customer("Gehalten");
        given.reason("account", held.id(), held, 16);
        given.reason("account", held.id(), held, 1024);
        var other = given.customer("Frei");
        given.reason("account", other.id(), other, 16);
        run("customer.activate", List.of(held.id(), other.id()), Map.of());
        assertThat(given.text(
                        "select string_agg(account_id || '', ' ') from wirt.letter where event = 'activated' and account_id in (?, ?)",
                        held.id(),
                        other.id()))
                .isEqualTo(String.valueOf(other.id()));
    }

    @Test
    void whatChangedMeanwhileIsNotTakenBack() {
        var three = customers("Drei", 3);
        var suspended = run("customer.suspend", ids(three), Map.of());
        var again = List.of(three.getFirst().id());
        run("customer.activate", again, Map.of());
        run("customer.suspend", again, Map.of());

        var undone = finished(operations.undo(suspended.id(), anybody()));
        assertThat(undone.count(Job.Outcome.DONE)).isEqualTo(2);
        assertThat(undone.count(Job.Outcome.REFUSED)).isEqualTo(1);
        assertThat(given.number("select reasons from wirt.account where id = ?", again.getFirst()))
                .isEqualTo(16);
    }

    @Test
    void togetherSubscriptionsGetNoMoreThanTheirResellerHas() {
        var reseller = given.reseller("Reseller Silber");
        given.database.execute(
                "update wirt.reseller set limits = cast(? as jsonb) where account_id = ?", disk(20), reseller.id());
        long plan = given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name, limits) values ('HOSTING', ?, ?, 'Zehn', cast(? as jsonb)) returning id",
                reseller.id(),
                reseller.id(),
                disk(10));
        var customer = given.customer("Gasthof Waage", reseller);
        var three = List.of(subscription(customer), subscription(customer), subscription(customer));

        var job = run("subscription.plan", three, Map.of("plan", List.of(String.valueOf(plan))));
        assertThat(job.count(Job.Outcome.DONE)).isEqualTo(1);
        assertThat(job.count(Job.Outcome.REFUSED)).isEqualTo(2);
    }

    /// Each holds 5 GB of the 20.
    private long subscription(Given.Account customer) {
        var made = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set limits = cast(? as jsonb) where id = ?", disk(5), made.id());
        return made.id();
    }

    private static String disk(long gigabytes) {
        return "{\"disk_space\":" + gigabytes * GB + "}";
    }

    @Test
    void aPreviewCountsOnlyWhatIsInSight() {
        var reseller = given.reseller("Reseller Sicht");
        var own = given.customer("Gasthof Eigen", reseller);
        var foreign = given.customer("Gasthof Fremd");
        var page = signedIn(reseller.username())
                .get("/bulk/customer.suspend?id=" + own.id() + "&id=" + foreign.id())
                .words();
        assertThat(page).contains("Gasthof Eigen").doesNotContain("2 Kunden").doesNotContain("Gasthof Fremd");
    }

    @Test
    void aPreviewOfEverythingSaysHowManyAndLooksAtTheFirst() {
        var name = Given.unique();
        customers(name, MORE_THAN_SHOWN);
        var page = administrator()
                .get("/bulk/customer.suspend?all=true&where.q=" + name)
                .words();
        assertThat(page).contains(MORE_THAN_SHOWN + " Kunden sperren");
        assertThat(page).contains("3 weitere Zeilen werden erst geprüft, wenn die Aufgabe sie erreicht.");
    }
}
