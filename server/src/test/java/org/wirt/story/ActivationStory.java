package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirt.access.Scope;
import org.wirt.operation.Job;

/// What comes back when somebody is activated, and what does not.
class ActivationStory extends ContractTest {

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

    /// Scene 9, in the dialog and without JavaScript.
    @Test
    void theDialogOfAnExpiredSubscriptionTakesTheNewDate() {
        var subscription = given.subscription(given.customer("Gasthof Stern"));
        given.database.execute(
                "update wirt.subscription set expires_at = now() - interval '1 day' where id = ?", subscription.id());
        var admin = administrator();

        var asked = admin.get("/bulk/subscription.activate?id=" + subscription.id());
        assertThat(asked.words()).contains("Neues Ablaufdatum");
        assertThat(asked.body()).doesNotContain("disabled");

        admin.post(
                "/bulk/subscription.activate",
                "id",
                String.valueOf(subscription.id()),
                "expires." + subscription.id(),
                "2999-12-31");
        assertThat(live(subscription)).isTrue();
    }

    /// Scene 2, as he reads it.
    @Test
    void whoStaysDarkIsNotCalledActive() {
        var reseller = given.reseller("Nordlicht");
        var customer = given.customer("Gasthof Anker", reseller);
        var other = given.customer("Gasthof Zander", reseller);
        given.reason("account", customer.id(), customer, 16);
        given.reason("account", customer.id(), customer, 32);
        given.reason("account", other.id(), other, 32);
        var browser = signedIn(reseller.username());
        browser.get("/customers");

        var one = browser.post(
                "/bulk/customer.activate",
                "id",
                String.valueOf(customer.id()),
                "return",
                "/customers/" + customer.id());
        assertThat(one.words())
                .contains("„Gasthof Anker“ bleibt gesperrt: Vom Administrator gesperrt.")
                .doesNotContain("„Gasthof Anker“ ist aktiv");

        given.reason("account", customer.id(), customer, 32);
        var both = browser.post(
                "/bulk/customer.activate", "id", String.valueOf(customer.id()), "id", String.valueOf(other.id()));
        var job = given.number("select max(id) from wirt.job where account_id = ? and not single", reseller.id());
        soon(() -> given.text("select state from wirt.job where id = ?", job).equals("DONE"));
        assertThat(both.status()).isEqualTo(200);
        assertThat(browser.get("/jobs/" + job).words())
                .contains("1 erledigt · 1 bleibt gesperrt")
                .contains("„Gasthof Anker“ bleibt gesperrt: Vom Administrator gesperrt.")
                .doesNotContain("„Gasthof Zander“ bleibt gesperrt");
        assertThat(browser.get("/jobs").words()).contains("1 erledigt · 1 bleibt gesperrt");
        assertThat(browser.get("/jobs/" + job + ".csv").body()).contains("„Gasthof Anker“ bleibt gesperrt");
    }

    @Test
    void subscriptionsThatAreLeftOutAreNamed() {
        var customer = given.customer("Gasthof Hirsch");
        var runs = given.subscription(customer);
        var ended = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set expires_at = now() - interval '1 day' where id = ?", ended.id());
        run("customer.suspend", customer.id());

        var job = run("customer.activate", customer.id());

        assertThat(List.of(live(runs), live(ended))).containsExactly(true, false);
        var remark = job.remark().orElseThrow();
        assertThat(remark.code()).isEqualTo("subscriptions-still-dark");
        var admin = administrator();
        assertThat(admin.get("/jobs/" + job.id()).words())
                .contains("„Gasthof Hirsch“ ist aktiv, aber dieses Abonnement bleibt gesperrt: " + ended.name()
                        + " (Abgelaufen).");

        run("customer.suspend", customer.id());
        var one = run("subscription.activate", ended.id(), "expires." + ended.id(), "2999-12-31");
        assertThat(one.remark().orElseThrow().code()).isEqualTo("still-dark");
        assertThat(run("customer.activate", customer.id()).remark()).isEmpty();
    }
}
