package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.OneTimeLinks;

/// *Access to the panel* as a permission: who comes in without it, what a customer sees who has it in part, and what
/// his provider sees.
class PanelAccessStory extends PanelTest {

    private static final String NOT_IN_CONTRACT = "Der Zugriff auf das Panel ist nicht Teil Ihres Vertrags.";
    private static final String NEUTRAL = "Benutzername oder Passwort";

    @Autowired
    private OneTimeLinks links;

    private void without(Given.Subscription subscription) {
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"panel_access\":false}' where id = ?",
                subscription.id());
    }

    private void without(Given.Account reseller) {
        given.database.execute(
                "update wirt.reseller set permissions = '{\"create_clients\":true}' where account_id = ?",
                reseller.id());
    }

    private boolean comesIn(String username) {
        return !browser().signIn(username, Given.PASSWORD).path().equals("/sign-in");
    }

    private long sessions(Given.Account account) {
        return given.number(
                "select count(*) from wirt.session s join wirt.login l on l.id = s.login_id where l.account_id = ?",
                account.id());
    }

    /// What one types to find it: the page says it again, and of a hit the rest of the name, apart because it is
    /// marked.
    private static String part(Given.Subscription subscription) {
        return subscription.name().substring(0, subscription.name().indexOf('.'));
    }

    private void isPutOut(Given.Account account, Browser browser, String page) {
        soon(() -> browser.get(page).path().equals("/sign-in"));
        soon(() -> sessions(account) == 0);
    }

    @Test
    void aResellerWithoutAccessIsPutOutWithHisUsersAndReadsWhy() {
        var reseller = given.reseller("Netzwirt Ohne");
        var customer = given.customer("Gasthof Mit", reseller);
        given.subscription(customer);
        var user = given.user(reseller, "ADMIN");
        var his = signedIn(reseller.username());
        assertThat(his.get("/customers").path()).isEqualTo("/customers");
        assertThat(comesIn(user)).isTrue();

        without(reseller);
        isPutOut(reseller, his, "/customers");
        assertThat(comesIn(user)).isFalse();
        assertThat(browser().signIn(reseller.username(), Given.PASSWORD).words())
                .contains(NOT_IN_CONTRACT, "Wenden Sie sich an Ihren Provider");
        assertThat(browser().signIn(reseller.username(), "wrong").words())
                .contains(NEUTRAL)
                .doesNotContain(NOT_IN_CONTRACT);
        assertThat(comesIn(customer.username())).isTrue();

        var administrator = administrator();
        administrator.get("/account");
        administrator.post("/resellers/" + reseller.id() + "/act-as");
        assertThat(administrator.get("/customers/" + customer.id()).status()).isEqualTo(200);
    }

    @Test
    void aCustomerIsPutOutWhenNoneOfHisSubscriptionsHasIt() {
        var customer = given.customer("Gasthof Ohne", given.reseller("Netzwirt Pan"));
        var one = given.subscription(customer);
        var other = given.subscription(customer);
        var user = given.user(customer, "WEBMASTER");
        var himself = signedIn(customer.username());
        assertThat(himself.get("/websites").path()).isEqualTo("/websites");

        without(one);
        assertThat(comesIn(user)).isTrue();
        given.database.execute("update wirt.subscription set permissions = '{}' where id = ?", other.id());
        isPutOut(customer, himself, "/websites");
        assertThat(comesIn(user)).isFalse();
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).words())
                .contains(NOT_IN_CONTRACT, "Netzwirt Pan");
        assertThat(browser().signIn(customer.username(), "wrong").words()).doesNotContain(NOT_IN_CONTRACT);
    }

    @Test
    void aPlanWithoutItPutsOutWhoeverFollowsThePlan() {
        var customer = given.customer("Gasthof Paket");
        var subscription = given.subscription(customer);
        long plan = given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name, permissions) "
                        + "values ('HOSTING', 1, 1, ?, '{\"panel_access\":true}') returning id",
                Given.unique());
        given.database.execute(
                "update wirt.subscription set plan_id = ?, sync = 'SYNCED' where id = ?", plan, subscription.id());
        var himself = signedIn(customer.username());
        assertThat(himself.get("/websites").path()).isEqualTo("/websites");

        given.database.execute("update wirt.plan set permissions = '{}' where id = ?", plan);
        isPutOut(customer, himself, "/websites");
    }

    @Test
    void whoHasNoSubscriptionComesInAndTheRecycleBinOpensNothing() {
        var customer = given.customer("Gasthof Leer");
        assertThat(comesIn(customer.username())).isTrue();
        var kept = given.subscription(customer);
        var removed = given.subscription(customer);
        var page = "/customers/" + customer.id();
        var closed = "Keine Anmeldung möglich";
        assertThat(administrator().get(page).words()).doesNotContain(closed);
        without(kept);
        given.reason("subscription", removed.id(), customer, 2048);
        assertThat(administrator().get(page).words()).contains(closed);
        assertThat(comesIn(customer.username())).isFalse();
        given.reason("subscription", kept.id(), customer, 2048);
        assertThat(comesIn(customer.username())).isTrue();
    }

    @Test
    void aUserOfOneSubscriptionComesInByThatOneAlone() {
        var customer = given.customer("Gasthof Einzel");
        var one = given.subscription(customer);
        given.subscription(customer);
        var user = given.user(customer, "WEBMASTER");
        given.database.execute("update wirt.login set subscription_id = ? where username = ?", one.id(), user);
        assertThat(comesIn(user)).isTrue();
        without(one);
        assertThat(comesIn(user)).isFalse();
        assertThat(comesIn(customer.username())).isTrue();
    }

    @Test
    void aNewPasswordByLinkIsKeptAndOpensNothing() {
        var customer = given.customer("Gasthof Link");
        without(given.subscription(customer));
        var browser = browser();
        var page = "/set-password/" + links.make(customer.loginId()).text();
        browser.get(page);
        assertThat(browser.post(page, "password", "Sommer.Regen.99", "repeat", "Sommer.Regen.99")
                        .words())
                .contains(NOT_IN_CONTRACT);
        assertThat(sessions(customer)).isZero();
    }

    @Test
    void whatHasItNotIsHiddenFromTheCustomerAndNotFromHisProvider() {
        var customer = given.customer("Gasthof Halb", given.reseller("Netzwirt Halb"));
        var open = given.subscription(customer);
        var hidden = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"create_domains\":true,\"manage_mail\":true}' "
                        + "where customer_id = ?",
                customer.id());
        var himself = signedIn(customer.username());
        assertThat(himself.get("/websites").words()).contains(open.name(), hidden.name());
        himself.addMailbox(hidden.id());
        var receipt = "/jobs/" + given.number("select max(id) from wirt.job where account_id = ?", customer.id());
        assertThat(himself.get(receipt).words()).contains("Postfach");
        without(hidden);

        for (var way : new String[] {"", "/progress", ".csv"})
            assertThat(himself.get(receipt + way).status()).isEqualTo(404);
        assertThat(himself.get("/websites").words()).contains(open.name()).doesNotContain(hidden.name());
        assertThat(himself.get("/ftp").words()).doesNotContain(hidden.name());
        assertThat(himself.get("/mail").words()).doesNotContain(hidden.name());
        assertThat(himself.get("/quick?q=" + part(hidden)).words()).doesNotContain(".example");
        assertThat(himself.get("/quick?q=" + part(open)).words()).contains(".example");
        assertThat(himself.get("/subscriptions/" + hidden.id() + "/mailboxes/new")
                        .status())
                .isEqualTo(404);
        assertThat(himself.addMailbox(hidden.id()).status()).isEqualTo(404);
        assertThat(himself.deed("site.suspend", hidden.id(), "return", "/websites")
                        .status())
                .isEqualTo(404);
        assertThat(given.number("select reasons from wirt.site where id = ?", hidden.id()))
                .isZero();
        assertThat(himself.addMailbox(open.id()).status()).isEqualTo(200);

        for (var provider : new Browser[] {
            administrator(),
            signedIn(given.text(
                    "select l.username from wirt.account a join wirt.login l on l.account_id = a.provider_id and l.owner where a.id = ?",
                    customer.id()))
        }) {
            provider.get("/account");
            provider.post("/customers/" + customer.id() + "/act-as");
            assertThat(provider.get("/websites").words()).contains(open.name(), hidden.name());
            assertThat(provider.get("/quick?q=" + part(hidden)).words()).contains(".example");
            provider.deed("site.suspend", hidden.id(), "return", "/websites");
            assertThat(given.number("select count(*) from wirt.site where id = ? and reasons <> 0", hidden.id()))
                    .isEqualTo(1);
            provider.deed("site.activate", hidden.id(), "return", "/websites");
        }
    }
}
