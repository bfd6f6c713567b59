package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Moving a customer to another provider: the checks, the ways out, and back again.
class MoveStory extends ContractTest {

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
    void whoIsThereAlreadyIsToldSoAndNothingCanBeSent() {
        var reseller = given.reseller("Reseller Ziel");
        var customer = given.customer("Gasthof Daheim");
        var page = "/bulk/customer.move?id=" + customer.id();
        var sends = "type=\"submit\" disabled";
        var browser = administrator();
        var here = browser.get(page);
        assertThat(here.words()).contains("Der Kunde gehört schon zu diesem Verantwortlichen.");
        assertThat(here.body()).contains(sends);
        assertThat(browser.get(page + "&target=" + reseller.id()).body()).doesNotContain(sends);
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
        long plan = resellerPlan(disk(20));
        given.database.execute(
                "update wirt.reseller set plan_id = ?, limits = cast(? as jsonb) where account_id = ?",
                plan,
                disk(20),
                reseller.id());
        var customer = given.customer("Gasthof Fest");
        limits(given.subscription(customer), disk(30));
        var locked = "Gesperrt für Synchronisierung";
        var list = "/resellers?q=" + reseller.username();
        var browser = administrator();
        assertThat(browser.get("/resellers/" + reseller.id()).words())
                .contains("Synchronisiert")
                .doesNotContain(locked);
        assertThat(browser.get(list).words()).contains("Synchronisiert").doesNotContain(locked);

        var to = String.valueOf(reseller.id());
        undo(run("customer.move", customer.id(), "target", to, "way." + customer.id(), "raise"));
        assertThat(browser.get(list).words())
                .as("he holds what his plan says again")
                .doesNotContain(locked);
        run("customer.move", customer.id(), "target", to, "way." + customer.id(), "raise");
        assertThat(browser.get("/resellers/" + reseller.id()).words()).contains(locked);
        assertThat(browser.get(list).words()).contains(locked);
        given.database.execute("update wirt.plan set limits = cast(? as jsonb) where id = ?", disk(25), plan);
        assertThat(limit("reseller", reseller.id(), "disk_space")).isEqualTo(30 * GB);
    }
}
