package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Accounts whose owners set their password themselves, by the link in their letter.
class ActivationByEmailStory extends PanelTest {

    private static final String CHOSEN = "Herbst.Kessel.58";

    private long letter(String recipient) {
        return given.number("select max(id) from wirt.letter where recipient = ? and event = 'activate'", recipient);
    }

    /// The link as the provider sees it where no mail relay sends it.
    private String link(Browser provider, String recipient) {
        var way = "/messages/" + letter(recipient);
        provider.get(way);
        var shown = provider.post(way + "/link").body();
        var at = shown.indexOf("/set-password/");
        return shown.substring(at).split("[^/A-Za-z0-9_-]", 2)[0];
    }

    private void setsHisPasswordAndIsIn(Browser provider, String username, String email) {
        assertThat(signedInBy(username, CHOSEN)).isFalse();
        var link = link(provider, email);
        var person = browser();
        person.get(link);
        person.post(link, "password", CHOSEN, "repeat", CHOSEN);
        assertThat(signedInBy(username, CHOSEN)).isTrue();
        assertThat(given.number("select count(*) from wirt.letter where id = ? and secret is not null", letter(email)))
                .isZero();
    }

    private boolean signedInBy(String username, String password) {
        var person = browser();
        person.signIn(username, password);
        return !person.get("/account").path().startsWith("/sign-in");
    }

    @Test
    void aCustomerHasNoPasswordBeforeHeFollowedHisLink() {
        var name = Given.unique();
        var email = name + "@example.org";
        var browser = administrator();
        browser.get("/customers/new");
        var made = browser.post(
                "/customers",
                "contactName",
                "Gasthof " + name,
                "email",
                email,
                "username",
                name,
                "password",
                Given.PASSWORD,
                "activateByEmail",
                "true");
        assertThat(made.status()).isEqualTo(200);
        assertThat(given.number("select count(*) from wirt.login where username = ? and password_hash is null", name))
                .isOne();
        assertThat(signedInBy(name, Given.PASSWORD)).isFalse();
        setsHisPasswordAndIsIn(browser, name, email);
    }

    @Test
    void aResellerLikewise() {
        var name = Given.unique();
        var browser = administrator();
        browser.get("/resellers/new");
        browser.post(
                "/resellers",
                "contactName",
                "Netzwirt " + name,
                "email",
                name + "@example.org",
                "username",
                name,
                "activateByEmail",
                "true");
        setsHisPasswordAndIsIn(browser, name, name + "@example.org");
    }

    @Test
    void anAdditionalUserLikewise() {
        var customer = given.customer("Gasthof Reiter");
        given.subscription(customer);
        var name = Given.unique();
        var browser = administrator();
        browser.get("/customers/" + customer.id() + "/users/new");
        browser.post(
                "/customers/" + customer.id() + "/users",
                "contactName",
                "Anna " + name,
                "email",
                name + "@example.org",
                "username",
                name,
                "role",
                "WEBMASTER",
                "active",
                "true",
                "activateByEmail",
                "true");
        setsHisPasswordAndIsIn(browser, name, name + "@example.org");
    }

    @Test
    void withoutTheTickBoxAPasswordIsNeeded() {
        var name = Given.unique();
        var browser = administrator();
        browser.get("/customers/new");
        var refused =
                browser.post("/customers", "contactName", "Gasthof", "email", name + "@example.org", "username", name);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(given.number("select count(*) from wirt.login where username = ?", name))
                .isZero();
    }
}
