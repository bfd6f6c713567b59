package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What additional users may do in the panel, by their roles, and who may have them.
class RolesStory extends PanelTest {

    private Given.Subscription subscription(Given.Account customer, String limits) {
        var made = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set permissions = cast(? as jsonb), limits = cast(? as jsonb) where id = ?",
                "{\"panel_access\":true,\"create_domains\":true,\"manage_mail\":true,\"manage_ftp\":true,\"manage_users\":true}",
                limits,
                made.id());
        return made;
    }

    private Browser.Answer create(Browser browser, String list) {
        browser.get("/account");
        return browser.addUser(list, "WEBMASTER");
    }

    private long users(Given.Account account) {
        return given.number("select count(*) from wirt.login where account_id = ? and not owner", account.id());
    }

    private Browser.Answer mailbox(Browser browser, Given.Subscription subscription) {
        browser.get("/account");
        return browser.addMailbox(subscription.id());
    }

    @Test
    void aWebmasterManagesSitesAndMailboxesButNeitherUsersNorTheAccount() {
        var customer = given.customer("Gasthof Falke");
        var subscription = subscription(customer, "{}");
        var webmaster = signedIn(given.user(customer, "WEBMASTER"));

        assertThat(webmaster.get("/").path()).isEqualTo("/websites");
        assertThat(webmaster.get("/mail").status()).isEqualTo(200);
        assertThat(mailbox(webmaster, subscription).status()).isEqualTo(200);
        assertThat(webmaster.get("/users").status()).isEqualTo(403);
        assertThat(create(webmaster, "/users").status()).isEqualTo(403);
        assertThat(webmaster.get("/account/contact").status()).isEqualTo(403);
        assertThat(webmaster.get("/websites").body()).doesNotContain("href=\"/users\"");
    }

    @Test
    void anAccountantSeesTheFiguresAndIsOfferedNothingElse() {
        var customer = given.customer("Gasthof Reiher");
        var subscription = subscription(customer, "{}");
        var accountant = signedIn(given.user(customer, "ACCOUNTANT"));

        var page = accountant.get("/websites");
        assertThat(page.words()).contains(subscription.name()).doesNotContain("Entfernen", "Domain hinzufügen");
        assertThat(page.body()).doesNotContain("/sites/new", "site.suspend");
        assertThat(accountant.get("/mail").status()).isEqualTo(403);
        assertThat(mailbox(accountant, subscription).status()).isEqualTo(403);
        assertThat(accountant
                        .post("/bulk/site.suspend", "id", String.valueOf(subscription.id()), "return", "/websites")
                        .status())
                .isEqualTo(403);
        assertThat(given.number("select count(*) from wirt.mailbox where subscription_id = ?", subscription.id()))
                .isZero();
        assertThat(given.number("select reasons from wirt.site where id = ?", subscription.id()))
                .isZero();
    }

    @Test
    void anApplicationUserBeginsWithHisOwnLogin() {
        var customer = given.customer("Gasthof Specht");
        subscription(customer, "{}");
        var user = signedIn(given.user(customer, "APPLICATION_USER"));
        assertThat(user.get("/").path()).isEqualTo("/account");
        assertThat(user.get("/account").words()).contains("Passwort ändern").doesNotContain("Gasthof Specht");
        assertThat(user.get("/websites").status()).isEqualTo(403);
        assertThat(user.get("/quick?q=specht").status()).isEqualTo(200);
    }

    @Test
    void aResellersWebmasterFindsNoCustomers() {
        var reseller = given.reseller("Reseller Kobalt");
        var customer = given.customer("Gasthof Kobalt", reseller);
        var foreign = given.subscription(customer);
        var own = subscription(reseller, "{}");
        var webmaster = signedIn(given.user(reseller, "WEBMASTER"));

        assertThat(webmaster.get("/websites").words()).contains(own.name()).doesNotContain(foreign.name());
        assertThat(webmaster.get("/customers").status()).isEqualTo(404);
        assertThat(webmaster.get("/customers/" + customer.id()).status()).isEqualTo(404);
        assertThat(webmaster
                        .post("/bulk/customer.suspend", "id", String.valueOf(customer.id()))
                        .status())
                .isEqualTo(404);
        assertThat(webmaster.post("/customers/" + customer.id() + "/act-as").status())
                .isEqualTo(404);
        assertThat(mailbox(webmaster, foreign).status()).isEqualTo(404);
        assertThat(mailbox(webmaster, own).status()).isEqualTo(200);
    }

    @Test
    void anAdminRoleLimitedToOneSubscriptionSeesNoOther() {
        var customer = given.customer("Gasthof Kranich");
        var one = subscription(customer, "{}");
        var other = subscription(customer, "{}");
        var username = given.user(customer, "ADMIN");
        given.database.execute("update wirt.login set subscription_id = ? where username = ?", one.id(), username);
        var user = signedIn(username);
        assertThat(user.get("/websites").words()).contains(one.name()).doesNotContain(other.name());
        assertThat(mailbox(user, other).status()).isEqualTo(404);
        assertThat(user.get("/users").status()).isEqualTo(403);
    }

    @Test
    void noMoreUsersThanTheSubscriptionsGrantTogether() {
        var customer = given.customer("Gasthof Sperling");
        subscription(customer, "{\"max_users\":1}");
        subscription(customer, "{\"max_users\":1}");
        var himself = signedIn(customer.username());
        assertThat(create(himself, "/users").words()).contains("Der Benutzer „Neu“ ist angelegt.");
        assertThat(create(himself, "/users").status()).isEqualTo(200);
        var third = create(himself, "/users");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.words()).contains("Das Limit für Zusatzbenutzer ist erreicht: 2 von 2.");
        assertThat(third.body()).contains("value=\"Neu\"");
        assertThat(create(administrator(), "/customers/" + customer.id() + "/users")
                        .status())
                .isEqualTo(409);
        assertThat(users(customer)).isEqualTo(2);
    }

    @Test
    void whereNoSubscriptionPermitsUsersOnlyTheProviderMakesThem() {
        var customer = given.customer("Gasthof Amsel");
        given.subscription(customer);
        var himself = signedIn(customer.username());
        assertThat(himself.get("/users").words()).contains("Keines Ihrer Abonnements erlaubt");
        assertThat(create(himself, "/users").status()).isEqualTo(409);
        assertThat(users(customer)).isZero();
        assertThat(create(administrator(), "/customers/" + customer.id() + "/users")
                        .status())
                .isEqualTo(200);
        assertThat(users(customer)).isEqualTo(1);
    }
}
