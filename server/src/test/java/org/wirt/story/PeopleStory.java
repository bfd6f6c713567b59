package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.Rights;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.notification.Letters;
import org.wirt.story.Given.Account;

/// What a provider does with the person side of a customer: contact and login data, descriptions, users.
class PeopleStory extends PanelTest {

    @Autowired
    private ScopedTransaction transaction;

    @Autowired
    private Letters letters;

    private String[] contact(Account account, int version, String name, String phone) {
        return new String[] {
            "contactName",
            name,
            "email",
            account.email(),
            "phone",
            phone,
            "language",
            "de",
            "timeZone",
            "Europe/Berlin",
            "version",
            String.valueOf(version)
        };
    }

    @Test
    void whoSavedHisAddressReadsItInHisAccount() {
        var customer = given.customer("Gasthof Anker");
        given.database.execute(
                "update wirt.account set postal_code = '24937', city = 'Flensburg', country = 'DE' where id = ?",
                customer.id());
        assertThat(signedIn(customer.username()).get("/account").words())
                .contains("24937 Flensburg")
                .contains("Deutschland");
    }

    @Test
    void contactDataIsEditedAndNobodyOverwritesAColleague() {
        var customer = given.customer("Gasthof Adler");
        var page = "/customers/" + customer.id() + "/contact";
        var browser = administrator();
        assertThat(browser.get(page).words()).contains("Kontaktdaten von „Gasthof Adler“ bearbeiten");

        var saved = browser.post(page, contact(customer, 0, "Gasthof Krone", "0711 1"));
        assertThat(saved.path()).isEqualTo("/customers/" + customer.id());
        assertThat(saved.words()).contains("Kontaktdaten von „Gasthof Krone“ gespeichert.");

        var late = browser.post(page, contact(customer, 0, "Gasthof Krone", "0711 2"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("Gespeicherte Fassung", "0711 1");
        assertThat(given.text("select phone from wirt.account where id = ?", customer.id()))
                .isEqualTo("0711 1");
    }

    @Test
    void aDescriptionIsSharedByProvidersAndHiddenFromTheCustomer() {
        var reseller = given.reseller("Reseller Schwarz");
        var customer = given.customer("Gasthof Linde", reseller);
        var page = "/customers/" + customer.id();
        var administrator = administrator();
        assertThat(administrator.get(page).words()).contains("Beschreibung hinzufügen");
        administrator.post(page + "/description", "description", "Zahlt Quartal 4711", "version", "");

        assertThat(signedIn(reseller.username()).get(page).words()).contains("Zahlt Quartal 4711");
        assertThat(signedIn(reseller.username()).get("/customers?q=4711").words())
                .contains("Gasthof Linde");
        var himself = signedIn(customer.username());
        for (var path : new String[] {"/", "/users", "/account", "/websites"}) {
            assertThat(himself.get(path).body()).doesNotContain("4711");
        }
        assertThat(himself.get(page).status()).isEqualTo(404);
    }

    @Test
    void aForeignResellerFindsNothing() {
        var customer = given.customer("Gasthof Rose", given.reseller("Reseller Weiss"));
        var other = signedIn(given.reseller("Reseller Grau").username());
        for (var path : new String[] {"", "/domains", "/users", "/activity", "/contact", "/login", "/description"}) {
            assertThat(other.get("/customers/" + customer.id() + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void newLoginDataEndTheOldSessionsAndTellNobody() {
        var customer = given.customer("Gasthof Post");
        var himself = signedIn(customer.username());
        assertThat(himself.get("/users").path()).isEqualTo("/users");
        var username = Given.unique();
        var page = "/customers/" + customer.id() + "/login";
        var browser = administrator();
        browser.get(page);
        var saved = browser.post(
                page, "username", username, "password", "Neues.Passwort.99", "repeat", "Neues.Passwort.99");

        assertThat(saved.words()).contains("Logindaten von „Gasthof Post“ gespeichert.");
        soon(() -> himself.get("/users").path().equals("/sign-in"));
        assertThat(browser().signIn(username, "Neues.Passwort.99").path()).isNotEqualTo("/sign-in");
        assertThat(letters(customer)).isZero();
        assertThat(browser.post(page, "username", "admin", "password", "", "repeat", "")
                        .words())
                .contains("Dieser Benutzername ist vergeben");
    }

    @Test
    void aForgottenPasswordIsSentOnlyToTheRightPair() {
        var one = given.customer("Eins");
        var two = given.customer("Zwei");
        given.database.execute("update wirt.account set email = ? where id = ?", one.email(), two.id());
        var browser = browser();
        browser.get("/forgot-password");
        var right = browser.post(
                "/forgot-password",
                "username",
                one.username(),
                "email",
                one.email().toUpperCase(Locale.ROOT));
        browser.get("/forgot-password");
        var wrong = browser.post("/forgot-password", "username", one.username(), "email", "other@example.org");

        assertThat(wrong.words()).isEqualTo(right.words());
        soon(() -> letters(one) == 1);
        assertThat(letters(two)).isZero();
        assertThat(given.number(
                        "select count(*) from wirt.letter where account_id = ? and recipient = ?",
                        one.id(),
                        one.email()))
                .isEqualTo(1);
        var letter = given.number("select id from wirt.letter where account_id = ?", one.id());
        var link = letters.reveal(letter, org.wirt.access.Caller.system("test-" + Given.unique()))
                .orElseThrow();
        browser.get(link);
        assertThat(browser.post(link, "password", "Ganz.Anders.2030", "repeat", "Ganz.Anders.2030")
                        .path())
                .isNotEqualTo("/sign-in");
        assertThat(given.number("select count(*) from wirt.letter where id = ? and secret is not null", letter))
                .isZero();
        assertThat(browser().signIn(two.username(), Given.PASSWORD).path()).isNotEqualTo("/sign-in");
    }

    @Test
    void aDeactivatedUserIsRefused() {
        var customer = given.customer("Gasthof Hirsch");
        var username = given.user(customer, "WEBMASTER");
        var himself = signedIn(username);
        assertThat(himself.get("/account").path()).isEqualTo("/account");
        long id = given.number("select id from wirt.login where username = ?", username);
        var browser = signedIn(customer.username());
        browser.get("/users");
        browser.post("/bulk/user.deactivate", "id", String.valueOf(id), "return", "/users");

        soon(() -> himself.get("/account").path().equals("/sign-in"));
        assertThat(browser().signIn(username, Given.PASSWORD).path()).isEqualTo("/sign-in");
    }

    @Test
    void aLesserUserManagesNobody() {
        var customer = given.customer("Gasthof Ochsen");
        var lesser = signedIn(given.user(customer, "ACCOUNTANT"));
        lesser.get("/users/new");
        var answer = lesser.post(
                "/users",
                "contactName",
                "Neu",
                "email",
                Given.unique() + "@example.org",
                "role",
                "ADMIN",
                "active",
                "true",
                "password",
                "Sommer.Regen.99",
                "repeat",
                "Sommer.Regen.99");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(given.number("select count(*) from wirt.login where account_id = ?", customer.id()))
                .isEqualTo(2);
    }

    @Test
    void nobodyRevealsTheLinkOfHisOwnAccount() {
        var reseller = given.reseller("Reseller Blau");
        var customer = given.customer("Gasthof Mond", reseller);
        var browser = administrator();
        browser.get("/customers/" + customer.id());
        browser.post("/customers/" + customer.id() + "/login/reset-link");
        browser.post("/resellers/" + reseller.id() + "/login/reset-link");

        var his = caller(Scope.reseller(reseller.id()));
        assertThat(letters.reveal(letter(customer), his)).isPresent();
        assertThat(letters.reveal(letter(reseller), his)).isEmpty();
        assertThat(transaction.read(Scope.system(), () -> letter(reseller))).isPositive();
    }

    private static org.wirt.access.Caller caller(Scope scope) {
        return new org.wirt.access.Caller(
                scope, 1, "test", "", Rights.WHOLE, org.wirt.access.Door.PAGE, "", "test-" + Given.unique());
    }

    private long letter(Account account) {
        return given.number("select max(id) from wirt.letter where account_id = ?", account.id());
    }

    private long letters(Account account) {
        return given.number("select count(*) from wirt.letter where account_id = ?", account.id());
    }

    @Test
    void theFormOfAUserTellsAllMistakesAtOnce() {
        var customer = given.customer("Gasthof Reiter");
        var browser = administrator();
        browser.get("/customers/" + customer.id() + "/users/new");
        var form = "/customers/" + customer.id() + "/users";
        var refused = browser.post(
                form,
                "contactName",
                "",
                "email",
                "nobody",
                "username",
                customer.username(),
                "password",
                "kurz",
                "repeat",
                "kurz",
                "role",
                "WEBMASTER");
        assertThat(refused.body())
                .contains("f-contactName-error", "f-email-error", "f-username-error", "f-password-error");
        var readable = browser.post(
                form,
                "contactName",
                "Neu",
                "email",
                "neu@example.org",
                "username",
                "1",
                "password",
                "kurz",
                "repeat",
                "lang",
                "role",
                "WEBMASTER");
        assertThat(readable.body()).contains("f-username-error", "f-repeat-error");
    }

    @Test
    void theFormOfALoginTellsAllMistakesAtOnce() {
        var customer = given.customer("Gasthof Reiter");
        var browser = administrator();
        browser.get("/customers/" + customer.id() + "/login");
        var refused = browser.post(
                "/customers/" + customer.id() + "/login", "username", "admin", "password", "kurz", "repeat", "kurz");
        assertThat(refused.body()).contains("f-username-error", "f-password-error");
    }

    @Test
    void aLoginThatSomebodyElseHasChangedMeanwhileIsNotOverwritten() {
        var customer = given.customer("Gasthof Reiter");
        var form = "/customers/" + customer.id() + "/login";
        var one = administrator();
        var other = administrator();
        var version = version(one.get(form));
        other.get(form);
        var renamed = Given.unique();
        one.post(form, "username", renamed, "was", customer.username(), "version", version);
        var refused = other.post(
                form,
                "username",
                customer.username(),
                "was",
                customer.username(),
                "password",
                "Sommer.Regen.99",
                "repeat",
                "Sommer.Regen.99",
                "version",
                version);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("Der Benutzername ist jetzt „" + renamed + "“.");
        assertThat(refused.body()).contains("value=\"" + renamed + "\"");
        assertThat(version(refused)).isNotEqualTo(version);
        other.post(
                form,
                "username",
                renamed,
                "was",
                renamed,
                "password",
                "Sommer.Regen.99",
                "repeat",
                "Sommer.Regen.99",
                "version",
                version(refused));
        assertThat(browser().signIn(renamed, "Sommer.Regen.99").path()).isEqualTo("/websites");
    }

    private static String version(Browser.Answer page) {
        var found = java.util.regex.Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whoWasMadeKnowsItHimselfAndTheAuditNamesHim() {
        var browser = administrator();
        browser.get("/customers/new");
        var username = Given.unique();
        browser.post(
                "/customers",
                "contactName",
                "Gasthof Ganz Neu",
                "email",
                "neu@example.org",
                "username",
                username,
                "password",
                "Sommer.Regen.99",
                "repeat",
                "Sommer.Regen.99");
        long id = given.number("select account_id from wirt.login where username = ?", username);
        assertThat(browser.get("/customers/" + id + "/activity").words()).contains("Kunden hinzufügen");
        assertThat(given.text(
                        "select object_name from wirt.audit where verb = 'customer.create' and object_id = ?", id))
                .isEqualTo("Gasthof Ganz Neu");
    }
}
