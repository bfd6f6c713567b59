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
}
