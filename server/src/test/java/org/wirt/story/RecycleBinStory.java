package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.account.RemovedAccounts;
import org.wirt.subscription.RemovedSubscriptions;

/// What comes back from the recycle bin, and what of it asks for another name.
class RecycleBinStory extends PanelTest {

    private static final String SECRET = "Sommer.Regen.99";

    @Autowired
    private RemovedSubscriptions removed;

    private Browser.Answer create(Browser browser, String name, String username, String... more) {
        browser.get("/customers/new");
        var fields = new String[] {
            "contactName", name, "email", "neu@example.org", "username", username, "password", SECRET, "repeat", SECRET
        };
        return browser.post("/customers", Browser.with(fields, more));
    }

    private long web(String host) {
        return given.number("select count(*) from node.web where host = ?", host);
    }

    private long reasons(String table, long id) {
        return given.number("select reasons from wirt." + table + " where id = ?", id);
    }

    @Test
    void whoseUsernameIsTakenComesBackWithAnother() {
        var customer = given.customer("Gasthof Falter");
        var browser = administrator();
        browser.deed("customer.remove", customer.id());
        assertThat(create(browser, "Gasthof Nachfolger", customer.username()).status())
                .isEqualTo(200);

        var asked = browser.get("/bulk/customer.restore?id=" + customer.id());
        assertThat(asked.words())
                .contains("Neuer Benutzername statt „" + customer.username() + "“")
                .doesNotContain("Wählen Sie im Papierkorb", "Abgelehnt");
        var field = "username." + customer.loginId();
        var without = browser.deed("customer.restore", customer.id());
        assertThat(without.status()).isEqualTo(409);
        assertThat(without.words()).contains("ist inzwischen vergeben");
        var taken = browser.deed("customer.restore", customer.id(), field, "admin");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("value=\"admin\"");
        assertThat(reasons("account", customer.id())).isEqualTo(2048);

        var other = Given.unique();
        assertThat(browser.deed("customer.restore", customer.id(), field, other).status())
                .isEqualTo(200);
        assertThat(browser().signIn(other, Given.PASSWORD).path()).isEqualTo("/websites");
    }

    @Test
    void aUsernameThatIsFreeAgainIsGivenBack() {
        var customer = given.customer("Gasthof Motte");
        var browser = administrator();
        browser.deed("customer.remove", customer.id());
        create(browser, "Gasthof Kurz", customer.username());
        given.database.execute(
                "update wirt.login set username = ? where username = ? and not released",
                Given.unique(),
                customer.username());
        assertThat(browser.deed("customer.restore", customer.id()).status()).isEqualTo(200);
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).path()).isEqualTo("/websites");
    }

    @Test
    void takingARemovalBackDoesNotLoseTheLogin() {
        var customer = given.customer("Gasthof Hummel");
        var browser = administrator();
        browser.deed("customer.remove", customer.id());
        create(browser, "Gasthof Biene", customer.username());
        long job = given.number(
                "select max(job_id) from wirt.audit where verb = 'customer.remove' and object_id = ?", customer.id());
        browser.get("/recycle-bin");
        browser.post("/jobs/" + job + "/undo");
        assertThat(reasons("account", customer.id())).isEqualTo(2048);
    }

    @Test
    void aSubscriptionComesBackByItself() {
        var customer = given.customer("Gasthof Wespe");
        var subscription = given.subscription(customer);
        var browser = administrator();
        browser.deed("subscription.remove", subscription.id());
        assertThat(web(subscription.name())).isZero();
        assertThat(browser.get("/subscriptions/" + subscription.id()).status()).isEqualTo(404);
        assertThat(browser.get("/recycle-bin/subscriptions").words()).contains(subscription.name(), "Gasthof Wespe");

        browser.deed("subscription.restore", subscription.id());
        assertThat(web(subscription.name())).isEqualTo(1);
        assertThat(browser.get("/recycle-bin/subscriptions?q=" + subscription.name())
                        .words())
                .contains("wurde nichts gefunden");
    }

    @Test
    void aSubscriptionWhoseDomainIsTakenStaysBehind() {
        var customer = given.customer("Gasthof Libelle");
        var one = given.subscription(customer);
        var other = given.subscription(customer);
        var browser = administrator();
        browser.deed("customer.remove", customer.id());
        var made = create(
                browser,
                "Gasthof Neu",
                Given.unique(),
                "createSubscription",
                "true",
                "domain",
                one.name(),
                "systemUser",
                Given.unique(),
                "systemUserPassword",
                SECRET);
        assertThat(made.status()).isEqualTo(200);

        assertThat(browser.get("/bulk/customer.restore?id=" + customer.id()).words())
                .contains("„" + one.name() + "“ bleibt im Papierkorb");
        assertThat(browser.deed("customer.restore", customer.id()).words())
                .contains("dieses Abonnement bleibt im Papierkorb", one.name());
        assertThat(reasons("subscription", one.id())).isEqualTo(2048);
        assertThat(reasons("subscription", other.id())).isZero();
        assertThat(web(one.name())).isEqualTo(1);
        assertThat(web(other.name())).isEqualTo(1);

        var asked = browser.get("/bulk/subscription.restore?id=" + one.id());
        assertThat(asked.words()).contains("Neuer Name für „" + one.name() + "“");
        var field = "domain." + one.id();
        assertThat(browser.deed("subscription.restore", one.id()).status()).isEqualTo(409);
        assertThat(browser.deed("subscription.restore", one.id(), field, other.name())
                        .words())
                .contains("Dieser Domainname ist auf dem Server vergeben");
        var instead = Given.unique() + ".example";
        browser.deed("subscription.restore", one.id(), field, instead.toUpperCase(java.util.Locale.ROOT));
        assertThat(reasons("subscription", one.id())).isZero();
        assertThat(web(instead)).isEqualTo(1);
        assertThat(browser.get("/subscriptions/" + one.id()).words()).contains(instead);
    }

    @Test
    void aResellerBringsHisCustomersBack() {
        var reseller = given.reseller("Reseller Kupfer");
        var customer = given.customer("Gasthof Ameise", reseller);
        var subscription = given.subscription(customer);
        var browser = administrator();
        assertThat(browser.deed("reseller.remove", reseller.id(), "return", "/resellers/" + reseller.id())
                        .path())
                .isEqualTo("/resellers");
        assertThat(web(subscription.name())).isZero();
        assertThat(browser.get("/subscriptions?q=" + subscription.name()).words())
                .doesNotContain("Gasthof Ameise");
        assertThat(browser.get("/subscriptions/" + subscription.id()).status()).isEqualTo(404);
        assertThat(browser.deed("subscription.suspend", subscription.id()).status())
                .isEqualTo(404);

        browser.deed("reseller.restore", reseller.id());
        assertThat(web(subscription.name())).isEqualTo(1);
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).path()).isEqualTo("/websites");
    }

    @Test
    void aSubscriptionIsErasedAfterThirtyDaysAndWhoHadNothingElseStaysDeactivated() {
        var customer = given.customer("Gasthof Zikade");
        var subscription = given.subscription(customer);
        var user = given.user(customer, "WEBMASTER");
        given.database.execute("update wirt.login set subscription_id = ? where username = ?", subscription.id(), user);
        var browser = administrator();
        assertThat(browser.get("/bulk/subscription.remove?id=" + subscription.id())
                        .words())
                .contains("wenn das Abonnement aus dem Papierkorb gelöscht wird: User " + user);
        browser.deed("subscription.remove", subscription.id());
        removed.erase();
        assertThat(count(subscription)).isEqualTo(1);
        given.database.execute(
                "update wirt.reason set since = now() - make_interval(days => ?) where subject = 'subscription' and subject_id = ?",
                (int) RemovedAccounts.KEPT.plusDays(1).toDays(),
                subscription.id());
        removed.erase();
        assertThat(count(subscription)).isZero();
        assertThat(given.text("select active::text from wirt.login where username = ?", user))
                .isEqualTo("false");
        assertThat(given.number(
                        "select count(*) from wirt.audit where verb = 'user.deactivate' and object_name = ?",
                        "User " + user))
                .isEqualTo(1);
        var page = browser.get("/customers/" + customer.id() + "/users");
        assertThat(page.words()).contains(user, "Kein Abonnement");
        long login = given.number("select id from wirt.login where username = ?", user);
        assertThat(browser.deed("user.activate", login).words())
                .contains("Dieser Benutzer hat auf kein Abonnement mehr Zugriff.");
        assertThat(given.number(
                        "select count(*) from wirt.audit where verb = 'subscription.erase' and object_id = ?",
                        subscription.id()))
                .isEqualTo(1);
    }

    private long count(Given.Subscription subscription) {
        return given.number("select count(*) from wirt.subscription where id = ?", subscription.id());
    }

    @Test
    void whoRemovesWhatSomebodyHasRemovedIsToldWhereItIs() {
        var reseller = given.reseller("Reseller Zinn");
        var customer = given.customer("Gasthof Grille", reseller);
        var subscription = given.subscription(customer);
        var colleague = signedIn(reseller.username());
        var browser = administrator();
        browser.deed("subscription.remove", subscription.id());
        assertThat(colleague.deed("subscription.remove", subscription.id()).words())
                .contains("„" + subscription.name() + "“ liegt bereits im Papierkorb.");
        browser.deed("customer.remove", customer.id());
        assertThat(colleague.deed("customer.remove", customer.id()).words())
                .contains("„Gasthof Grille“ liegt bereits im Papierkorb.");
        browser.deed("reseller.remove", reseller.id());
        assertThat(browser.deed("reseller.remove", reseller.id()).words())
                .contains("„Reseller Zinn“ liegt bereits im Papierkorb.");
        assertThat(browser.deed("customer.remove", customer.id()).status()).isEqualTo(404);
    }
}
