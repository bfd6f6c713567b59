package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Rights;
import org.wirt.access.Scope;
import org.wirt.operation.Job;
import org.wirt.operation.Operations;
import org.wirt.operation.Selection;
import org.wirt.value.Refused;

/// What the database holds after customers were activated, converted and moved: the scenes and the numbers of the
/// specification.
class ContractStory extends PanelTest {

    private static final long GB = 1L << 30;

    @Autowired
    private Operations operations;

    private static Caller caller(Scope scope) {
        return new Caller(
                scope,
                1,
                "test",
                "",
                Rights.WHOLE,
                Door.PAGE,
                "127.0.0.1",
                UUID.randomUUID().toString());
    }

    private Job run(String verb, Scope scope, long id, String... fields) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < fields.length; i += 2) parameters.put(fields[i], List.of(fields[i + 1]));
        var who = caller(scope);
        return operations.start(operations.permitted(verb, who), Selection.one(id), parameters, who);
    }

    private Job run(String verb, long id, String... fields) {
        return run(verb, Scope.administrator(), id, fields);
    }

    private void undo(Job job) {
        assertThat(operations.undo(job.id(), caller(Scope.administrator())).count(Job.Outcome.DONE))
                .isEqualTo(1);
    }

    private static String codeOf(Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            return refused.first().code();
        }
        return "done";
    }

    private boolean live(Given.Subscription subscription) {
        return given.number("select case when live then 1 else 0 end from node.sub where id = ?", subscription.id())
                == 1;
    }

    private void limits(Given.Subscription subscription, String limits) {
        given.database.execute(
                "update wirt.subscription set limits = cast(? as jsonb) where id = ?", limits, subscription.id());
    }

    private void holds(Given.Account reseller, String limits, boolean oversell) {
        given.database.execute(
                "update wirt.reseller set limits = cast(? as jsonb), oversell = ? where account_id = ?",
                limits,
                oversell,
                reseller.id());
    }

    private long limit(String table, long id, String key) {
        var column = table.equals("reseller") ? "account_id" : "id";
        return given.number(
                "select cast(limits->>? as bigint) from wirt." + table + " where " + column + " = ?", key, id);
    }

    private static String disk(long gigabytes) {
        return "{\"disk_space\":" + gigabytes * GB + "}";
    }

    private void used(Given.Subscription subscription, long gigabytes) {
        given.database.execute(
                "update wirt.subscription set disk_used = ? where id = ?", gigabytes * GB, subscription.id());
    }

    private long plan(Given.Account owner, String limits) {
        return given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name, limits) values ('HOSTING', ?, ?, ?, cast(? as jsonb)) returning id",
                owner.id(),
                owner.id(),
                Given.unique(),
                limits);
    }

    /// Scene 1.
    @Test
    void activatingBringsBackAllOrOnlyWhatTheSuspensionDarkened() {
        var customer = given.customer("Gasthof Adler");
        var first = given.subscription(customer);
        var second = given.subscription(customer);
        var third = given.subscription(customer);
        run("subscription.suspend", third.id());
        run("customer.suspend", customer.id());
        assertThat(List.of(live(first), live(second), live(third))).containsOnly(false);

        var only = run("customer.activate", customer.id(), "scope", "account-only");
        assertThat(List.of(live(first), live(second), live(third))).containsExactly(true, true, false);

        undo(only);
        assertThat(List.of(live(first), live(second), live(third))).containsOnly(false);

        var all = run("customer.activate", customer.id());
        assertThat(List.of(live(first), live(second), live(third))).containsOnly(true);

        undo(all);
        assertThat(List.of(live(first), live(second), live(third))).containsOnly(false);
        run("customer.activate", customer.id(), "scope", "account-only");
        assertThat(live(third)).isFalse();
        assertThat(run("customer.activate", customer.id()).count(Job.Outcome.UNCHANGED))
                .isEqualTo(1);
    }

    @Test
    void thePageNamesTheSubscriptionThatHasAReasonOfItsOwn() {
        var customer = given.customer("Gasthof Löwe");
        var dark = given.subscription(customer);
        given.reason("subscription", dark.id(), customer, 16);
        given.reason("account", customer.id(), customer, 16);
        var admin = administrator();
        admin.get("/customers");

        var question = admin.post("/bulk/customer.activate", "id", String.valueOf(customer.id()));

        assertThat(question.words()).contains(dark.name(), "Alle Abonnements", "Nur was diese Sperre abgeschaltet hat");
        assertThat(live(dark)).isFalse();
    }

    /// Scene 2.
    @Test
    void aResellerCannotLiftWhatTheAdministratorSet() {
        var reseller = given.reseller("Nordlicht");
        var customer = given.customer("Gasthof Krone", reseller);
        var subscription = given.subscription(customer);
        var his = Scope.reseller(reseller.id());
        run("customer.suspend", his, customer.id());
        run("customer.suspend", customer.id());

        run("customer.activate", his, customer.id());
        assertThat(live(subscription)).isFalse();
        assertThat(codeOf(() -> run("customer.activate", his, customer.id()))).isEqualTo("suspended-by-administrator");

        run("customer.activate", customer.id());
        assertThat(live(subscription)).isTrue();
    }

    /// Scene 9.
    @Test
    void anExpiredSubscriptionNeedsANewDate() {
        var customer = given.customer("Gasthof Post");
        var subscription = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set expires_at = now() - interval '1 day' where id = ?", subscription.id());

        assertThat(codeOf(() -> run("subscription.activate", subscription.id())))
                .isEqualTo("expired-needs-date");
        assertThat(live(subscription)).isFalse();

        run("subscription.activate", subscription.id(), "expires." + subscription.id(), "2999-12-31");
        assertThat(live(subscription)).isTrue();
    }

    /// Scene 4 and the example of 7.1.
    @Test
    void aConvertedCustomerHoldsTheWholeOfHisSubscriptions() {
        var provider = given.reseller("Nordlicht");
        var customer = given.customer("Agentur Kern", provider);
        var a = given.subscription(customer);
        var b = given.subscription(customer);
        long followed = plan(
                provider, "{\"disk_space\":" + 10 * GB + ",\"max_site\":5,\"max_box\":20,\"mbox_quota\":" + GB + "}");
        given.database.execute(
                "update wirt.subscription set plan_id = ?, sync = 'SYNCED', expires_at = now() + interval '30 days' where id = ?",
                followed,
                a.id());
        limits(b, "{\"disk_space\":" + 50 * GB + ",\"max_box\":10,\"mbox_quota\":" + 2 * GB + "}");
        given.database.execute(
                "update wirt.subscription set permissions = '{\"manage_sh_access\":true}' where id = ?", b.id());

        var job = run("customer.convert", customer.id());

        assertThat(limit("reseller", customer.id(), "disk_space")).isEqualTo(60 * GB);
        assertThat(limit("reseller", customer.id(), "max_site")).isEqualTo(-1);
        assertThat(limit("reseller", customer.id(), "max_box")).isEqualTo(30);
        assertThat(limit("reseller", customer.id(), "mbox_quota")).isEqualTo(2 * GB);
        assertThat(given.text(
                        "select (permissions->>'manage_sh_access') || ' ' || (expires_at is null) || ' ' || oversell "
                                + "from wirt.reseller where account_id = ?",
                        customer.id()))
                .isEqualTo("true true false");
        assertThat(given.text(
                        "select kind || ' ' || provider_id || ' ' || reseller_id from wirt.account where id = ?",
                        customer.id()))
                .isEqualTo("RESELLER 1 " + customer.id());
        assertThat(signedIn(customer.username()).get("/customers").status()).isEqualTo(200);

        given.database.execute("update wirt.plan set limits = '{\"disk_space\":1}' where id = ?", followed);
        assertThat(limit("subscription", a.id(), "disk_space")).isEqualTo(10 * GB);

        undo(job);
        assertThat(given.text("select kind || ' ' || provider_id from wirt.account where id = ?", customer.id()))
                .isEqualTo("CUSTOMER " + provider.id());
        assertThat(limit("subscription", a.id(), "disk_space"))
                .as("he follows the plan again")
                .isEqualTo(1);
    }

    /// The example of 7.2.
    @Test
    void aResellerWhoBecomesACustomerSharesWhatWasUnlimited() {
        var reseller = given.reseller("Südwind");
        holds(reseller, disk(100), false);
        var one = given.subscription(reseller);
        var two = given.subscription(reseller);
        var three = given.subscription(reseller);
        limits(one, disk(30));
        used(two, 10);
        used(three, 20);
        long own = plan(reseller, "{}");
        var customer = given.customer("Gasthof Linde", reseller);

        assertThat(codeOf(() -> run("reseller.convert", reseller.id()))).isEqualTo("reseller-has-customers");

        run("customer.move", customer.id(), "target", "1");
        var job = run("reseller.convert", reseller.id());
        assertThat(limit("subscription", one.id(), "disk_space")).isEqualTo(30 * GB);
        assertThat(limit("subscription", two.id(), "disk_space")).isEqualTo(30 * GB);
        assertThat(limit("subscription", three.id(), "disk_space")).isEqualTo(40 * GB);
        assertThat(given.number("select count(*) from wirt.plan where id = ?", own))
                .isZero();

        undo(job);
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(100 * GB);
        assertThat(given.number("select count(*) from wirt.plan where id = ?", own))
                .isEqualTo(1);
    }

    /// Scene 5 and the example of 7.3.
    @Test
    void aMoveIsBlockedPassesWithAWarningAndPasses() {
        var old = given.reseller("Alt");
        var target = given.reseller("Neu");
        holds(target, disk(100), false);
        var others = given.subscription(given.customer("Andere", target));
        limits(others, disk(80));
        used(others, 60);
        var customer = given.customer("Gasthof Stern", old);
        var first = given.subscription(customer);
        var second = given.subscription(customer);
        limits(first, disk(20));
        limits(second, disk(5));
        used(first, 12);
        used(second, 1);
        long small = plan(target, disk(8));
        var to = String.valueOf(target.id());
        var visitor = signedIn(old.username());
        assertThat(visitor.get("/customers?q=" + customer.username()).words()).contains("Gasthof Stern");

        assertThat(codeOf(() -> run("customer.move", customer.id(), "target", to)))
                .isEqualTo("move.does-not-fit");

        var job = run("customer.move", customer.id(), "target", to, "plan." + customer.id(), String.valueOf(small));
        assertThat(given.text("select provider_id || ' ' || reseller_id from wirt.account where id = ?", customer.id()))
                .isEqualTo(to + " " + to);
        assertThat(limit("subscription", first.id(), "disk_space")).isEqualTo(8 * GB);
        assertThat(given.text("select sync from wirt.subscription where id = ?", first.id()))
                .isEqualTo("SYNCED");
        assertThat(live(first)).isTrue();
        assertThat(visitor.get("/bulk/customer.suspend?id=" + customer.id()).status())
                .isEqualTo(404);

        undo(job);
        assertThat(limit("subscription", first.id(), "disk_space")).isEqualTo(20 * GB);
        assertThat(given.number("select provider_id from wirt.account where id = ?", customer.id()))
                .isEqualTo(old.id());

        holds(target, disk(100), true);
        run("customer.move", customer.id(), "target", to);
        assertThat(limit("subscription", second.id(), "disk_space")).isEqualTo(5 * GB);
        assertThat(Map.of("sync", given.text("select sync from wirt.subscription where id = ?", second.id())))
                .containsEntry("sync", "CUSTOM");
    }

    @Test
    void anExternalIdThatTheNewProviderHasGoesIntoTheNote() {
        var target = given.reseller("Neu");
        var there = given.customer("Schon da", target);
        var customer = given.customer("Kommt");
        given.database.execute(
                "update wirt.account set external_id = 'K-7' where id in (?, ?)", there.id(), customer.id());

        var job = run("customer.move", customer.id(), "target", String.valueOf(target.id()));
        assertThat(given.text("select external_id from wirt.account where id = ?", customer.id()))
                .isEmpty();
        assertThat(given.text("select text from wirt.note where account_id = ?", customer.id()))
                .contains("K-7");

        undo(job);
        assertThat(given.text("select external_id from wirt.account where id = ?", customer.id()))
                .isEqualTo("K-7");
    }

    @Test
    void aResellerHoldsWhatHisPlanSaysAndAsBeforeWhenTakenBack() {
        var reseller = given.reseller("Paketwechsler");
        holds(reseller, "{\"disk_space\": 5}", false);
        long plan = given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name, limits, permissions, overuse, oversell) values "
                        + "('RESELLER', 1, 1, ?, '{\"disk_space\": 7}', '{\"create_clients\": true}', 'ALLOWED', true) returning id",
                Given.unique());
        var job = run("reseller.plan", reseller.id(), "plan", String.valueOf(plan));
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(7);
        assertThat(given.number("select plan_id from wirt.reseller where account_id = ?", reseller.id()))
                .isEqualTo(plan);
        undo(job);
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(5);
        assertThat(given.number(
                        "select count(*) from wirt.reseller where account_id = ? and plan_id is null and not oversell",
                        reseller.id()))
                .isEqualTo(1);
        var hosting = given.number("select min(id) from wirt.plan where kind = 'HOSTING'");
        assertThat(codeOf(() -> run("reseller.plan", reseller.id(), "plan", String.valueOf(hosting))))
                .isEqualTo("plan-of-other-provider");
    }

    /// Domain 7.1 and 7.3: a reseller who is too small is raised, or the subscriptions are cut; both are taken back.
    @Test
    void aMoveThatDoesNotFitHasTwoWaysOut() {
        var reseller = given.reseller("Reseller Klein");
        holds(reseller, disk(20), false);
        var customer = given.customer("Gasthof Gross");
        var subscription = given.subscription(customer);
        limits(subscription, disk(30));
        used(subscription, 4);
        var target = String.valueOf(reseller.id());
        assertThat(codeOf(() -> run("customer.move", customer.id(), "target", target)))
                .isEqualTo("move.does-not-fit");

        var raised = run("customer.move", customer.id(), "target", target, "way." + customer.id(), "raise");
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(30 * GB);
        assertThat(limit("subscription", subscription.id(), "disk_space")).isEqualTo(30 * GB);
        undo(raised);
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(20 * GB);

        var cut = run("customer.move", customer.id(), "target", target, "way." + customer.id(), "cut");
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(20 * GB);
        assertThat(limit("subscription", subscription.id(), "disk_space")).isEqualTo(20 * GB);
        undo(cut);
        assertThat(limit("subscription", subscription.id(), "disk_space")).isEqualTo(30 * GB);
    }

    @Test
    void theWaysOutAreOfferedInTheRowAndPreviewed() {
        var reseller = given.reseller("Reseller Knapp");
        holds(reseller, disk(20), false);
        var customer = given.customer("Gasthof Weit");
        limits(given.subscription(customer), disk(30));
        var page = "/bulk/customer.move?id=" + customer.id() + "&target=" + reseller.id();
        var browser = administrator();
        assertThat(browser.get(page).words()).contains("Diesen Reseller anheben", "Die Abonnements kürzen");
        assertThat(browser.get(page + "&way." + customer.id() + "=RAISE").words())
                .contains("Der Reseller wird angehoben: Speicherplatz von 20");
        assertThat(browser.get(page + "&way." + customer.id() + "=CUT").words()).contains("wird gekürzt: von 30");
    }

    @Test
    void aRaisedResellerKeepsWhatHeGotWhenHisPlanChanges() {
        var reseller = given.reseller("Reseller Fest");
        long plan = given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name, limits) values ('RESELLER', 1, 1, ?, cast(? as jsonb)) returning id",
                Given.unique(),
                disk(20));
        given.database.execute(
                "update wirt.reseller set plan_id = ?, limits = cast(? as jsonb) where account_id = ?",
                plan,
                disk(20),
                reseller.id());
        var customer = given.customer("Gasthof Fest");
        limits(given.subscription(customer), disk(30));
        run("customer.move", customer.id(), "target", String.valueOf(reseller.id()), "way." + customer.id(), "raise");
        given.database.execute("update wirt.plan set limits = cast(? as jsonb) where id = ?", disk(25), plan);
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(30 * GB);
    }
}
