package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirt.access.Scope;

/// *Change Subscriber*: a subscription goes to another account of the same provider, and back.
class SubscriberStory extends ContractTest {

    private static final int ADMIN = 16;

    private long owner(String table, Given.Subscription subscription) {
        var key = table.equals("subscription") ? "id" : "subscription_id";
        return given.number("select min(customer_id) from wirt." + table + " where " + key + " = ?", subscription.id());
    }

    private String counts(Given.Account account) {
        return given.text(
                "select subscriptions || ' ' || domains from wirt.account_counter where account_id = ?", account.id());
    }

    @Test
    void itTakesAllAlongAndFollowsNoPlan() {
        var reseller = given.reseller("Netzwirt Süd");
        var old = given.customer("Gasthof Alt", reseller);
        var next = given.customer("Gasthof Neu", reseller);
        var subscription = given.subscription(old);
        long plan = plan(reseller, disk(7));
        run("subscription.plan", subscription.id(), "plan", String.valueOf(plan));
        given.reason("subscription", subscription.id(), old, ADMIN);

        var job = run("subscription.subscriber", subscription.id(), "subscriber", String.valueOf(next.id()));
        assertThat(owner("subscription", subscription)).isEqualTo(next.id());
        assertThat(owner("site", subscription)).isEqualTo(next.id());
        assertThat(owner("ftp_login", subscription)).isEqualTo(next.id());
        assertThat(given.text("select sync from wirt.subscription where id = ?", subscription.id()))
                .isEqualTo("CUSTOM");
        assertThat(limit("subscription", subscription.id(), "disk_space")).isEqualTo(7 * GB);
        assertThat(given.number(
                        "select account_id from wirt.reason where subject = 'subscription' and subject_id = ?",
                        subscription.id()))
                .isEqualTo(next.id());
        assertThat(counts(old)).isEqualTo("0 0");
        assertThat(counts(next)).isEqualTo("1 1");

        undo(job);
        assertThat(owner("site", subscription)).isEqualTo(old.id());
        assertThat(given.text("select sync from wirt.subscription where id = ?", subscription.id()))
                .isEqualTo("SYNCED");
        assertThat(counts(old)).isEqualTo("1 1");
    }

    private boolean comesIn(String username) {
        return !browser().signIn(username, Given.PASSWORD).path().equals("/sign-in");
    }

    private long told(String verb, String user) {
        return given.number(
                "select count(*) from wirt.audit where verb = ? and object = 'user' and object_name = ?",
                verb,
                "User " + user);
    }

    @Test
    void whoHadAccessToNothingElseIsDeactivatedAndComesBackWithIt() {
        var old = given.customer("Gasthof Alt");
        var next = given.customer("Gasthof Neu");
        var subscription = given.subscription(old);
        given.subscription(old);
        var limited = given.user(old, "WEBMASTER");
        var other = given.user(old, "WEBMASTER");
        given.database.execute(
                "update wirt.login set subscription_id = ? where username = ?", subscription.id(), limited);
        var his = signedIn(limited);
        assertThat(his.get("/websites").words()).contains(subscription.name());
        assertThat(administrator()
                        .get("/bulk/subscription.subscriber?id=" + subscription.id())
                        .words())
                .contains("Diese Benutzer haben nur hier Zugriff und werden deaktiviert: User " + limited)
                .doesNotContain(other);

        var job = run("subscription.subscriber", subscription.id(), "subscriber", String.valueOf(next.id()));
        assertThat(his.get("/websites").path()).isEqualTo("/sign-in");
        assertThat(comesIn(limited)).isFalse();
        assertThat(comesIn(other)).isTrue();
        assertThat(told("user.deactivate", limited)).isEqualTo(1);
        long login = given.number("select id from wirt.login where username = ?", limited);
        assertThat(codeOf(() -> run("user.activate", login))).isEqualTo("user-sees-nothing");

        undo(job);
        assertThat(comesIn(limited)).isTrue();
        assertThat(told("user.activate", limited)).isEqualTo(1);
    }

    @Test
    void savingAUserWhoSeesNothingDoesNotOpenEverythingToHim() {
        var old = given.customer("Gasthof Alt");
        var subscription = given.subscription(old);
        var next = given.customer("Gasthof Neu");
        given.subscription(old);
        var limited = given.user(old, "WEBMASTER");
        given.database.execute(
                "update wirt.login set subscription_id = ? where username = ?", subscription.id(), limited);
        run("subscription.subscriber", subscription.id(), "subscriber", String.valueOf(next.id()));
        long login = given.number("select id from wirt.login where username = ?", limited);
        var browser = administrator();
        var form = "/users/" + login;
        assertThat(browser.get(form).body())
                .containsPattern("<option value=\"" + subscription.id() + "\" selected[^>]*>Kein Abonnement");
        var active = browser.post(
                form,
                Browser.with(
                        new String[] {"contactName", "Anders", "email", "anders@example.org", "username", limited},
                        "role",
                        "WEBMASTER",
                        "subscription",
                        String.valueOf(subscription.id()),
                        "active",
                        "true"));
        assertThat(active.status()).isEqualTo(409);
        var saved = browser.post(
                form,
                Browser.with(
                        new String[] {"contactName", "Anders", "email", "anders@example.org", "username", limited},
                        "role",
                        "WEBMASTER",
                        "subscription",
                        String.valueOf(subscription.id())));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(given.text("select contact_name || ' ' || subscription_id from wirt.login where id = ?", login))
                .isEqualTo("Anders " + subscription.id());
    }

    @Test
    void itStaysWithItsProvider() {
        var reseller = given.reseller("Netzwirt Süd");
        var customer = given.customer("Gasthof Alt", reseller);
        var foreign = given.customer("Gasthof Fremd");
        var subscription = given.subscription(customer);
        var to = String.valueOf(foreign.id());
        assertThat(codeOf(() -> run("subscription.subscriber", subscription.id(), "subscriber", to)))
                .isEqualTo("subscriber-of-other-provider");
        assertThat(codeOf(() -> run(
                        "subscription.subscriber", Scope.reseller(reseller.id()), subscription.id(), "subscriber", to)))
                .isEqualTo("not-found");
        assertThat(codeOf(() -> run("subscription.subscriber", subscription.id())))
                .isEqualTo("missing");
        assertThat(owner("subscription", subscription)).isEqualTo(customer.id());
    }

    @Test
    void onThePageOneChoosesAmongTheProvidersAccounts() {
        var reseller = given.reseller("Netzwirt Süd");
        var customer = given.customer("Gasthof Alt", reseller);
        var next = given.customer("Gasthof Neu", reseller);
        var subscription = given.subscription(customer);
        var browser = administrator();
        var tab = "/customers/" + customer.id();
        assertThat(browser.get(tab).words()).contains("Abonnent ändern");
        var page = browser.get("/bulk/subscription.subscriber?id=" + subscription.id() + "&return=" + tab);
        assertThat(page.words()).contains("Neuer Abonnent", "Gasthof Neu", "Netzwirt Süd");
        assertThat(page.words()).doesNotContain("Abonnenten suchen", "Dieses Feld ist erforderlich");
        var done = browser.post(
                "/bulk/subscription.subscriber",
                "id",
                String.valueOf(subscription.id()),
                "subscriber",
                String.valueOf(next.id()),
                "return",
                tab);
        assertThat(done.path()).isEqualTo(tab);
        assertThat(owner("subscription", subscription)).isEqualTo(next.id());
    }
}
