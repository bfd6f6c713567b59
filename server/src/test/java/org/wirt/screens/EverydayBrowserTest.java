package org.wirt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// What happens to people at work, in a real browser: two at one customer, a session that ends while somebody
/// types, the back button, and a removal that was a mistake.
class EverydayBrowserTest extends PanelTest {

    private Person signedIn(String username, Reading language) {
        given.database.execute("update wirt.login set locale = null where username = ?", username);
        return new Person(address() + "/sign-in", language).signIn(username, Given.PASSWORD);
    }

    private Person administrator(Reading language) {
        given.administratorsPassword();
        return signedIn("admin", language);
    }

    /// Both change the company, one of them the city too: whoever saves later chooses field by field.
    @Test
    void twoAtOneCustomerChooseFieldByField() {
        Reading.inBoth(this::twoAtOneCustomerChooseFieldByField);
    }

    private void twoAtOneCustomerChooseFieldByField(Reading language) {
        var reseller = given.reseller("Reseller Zwei");
        var customer = given.customer("Gasthof Zwei " + Given.unique(), reseller);
        try (var first = signedIn(reseller.username(), language);
                var second = administrator(language)) {
            first.openCustomer(customer.name());
            first.followInSidebar("Kontaktdaten bearbeiten", "Edit Contact Info");
            first.field("Firma", "Company").fill("Meine GmbH");
            first.field("Telefon", "Phone").fill("+49 711 1");

            second.openCustomer(customer.name());
            second.followInSidebar("Kontaktdaten bearbeiten", "Edit Contact Info");
            second.field("Firma", "Company").fill("Deren AG");
            second.field("Ort", "City").fill("Tübingen");
            second.field("Telefon", "Phone").fill("+49 711 2");
            second.press("OK", "OK");
            assertThat(second.message()).containsText(customer.name());

            first.press("OK", "OK");
            var conflict = first.page.locator(".w-conflict");
            assertThat(conflict)
                    .containsText(
                            language.of("Jemand hat diese Angaben inzwischen", "Somebody changed this meanwhile"));
            keep(conflict, language.of("Firma", "Company"), "Deren AG");
            keep(conflict, language.of("Telefon", "Phone"), "+49 711 1");
            assertThat(radio(conflict, language.of("Ort", "City"), "Tübingen")).isChecked();
            first.press("OK", "OK");
            assertThat(first.message()).containsText(customer.name());
            assertThat(first.complaints().stream().filter(said -> !said.contains("409")))
                    .isEmpty();
        }
        assertThat(given.text(
                        "select company || ', ' || city || ', ' || phone from wirt.account where id = ?",
                        customer.id()))
                .isEqualTo("Deren AG, Tübingen, +49 711 1");
    }

    private static void keep(Locator conflict, String field, String value) {
        radio(conflict, field, value).check();
    }

    private static Locator radio(Locator conflict, String field, String value) {
        return conflict.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(field))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(value).setExact(true));
    }

    /// Whoever sends a form too late signs in, and finds what he typed.
    @Test
    void whatWasTypedSurvivesTheEndOfTheSession() {
        Reading.inBoth(this::whatWasTypedSurvivesTheEndOfTheSession);
    }

    private void whatWasTypedSurvivesTheEndOfTheSession(Reading language) {
        var reseller = given.reseller("Reseller Spät");
        var customer = given.customer("Gasthof Spät " + Given.unique(), reseller);
        try (var person = signedIn(reseller.username(), language)) {
            person.openCustomer(customer.name());
            person.followInSidebar("Kontaktdaten bearbeiten", "Edit Contact Info");
            person.field("Firma", "Company").fill("Spät & Söhne");
            person.field("Ort", "City").fill("Überlingen");
            given.database.execute("delete from wirt.session where login_id = ?", reseller.loginId());
            // The panel hears of it from the database, a moment later.
            await().pollInSameThread().until(() -> !person.isSignedIn());
            person.press("OK", "OK");

            person.page.waitForURL(url -> url.contains("/sign-in"));
            person.page
                    .getByText(language.of("Ihre Sitzung ist abgelaufen", "Your session has expired"))
                    .waitFor();
            person.signIn(reseller.username(), Given.PASSWORD);
            assertThat(person.field("Firma", "Company")).hasValue("Spät & Söhne");
            assertThat(person.field("Ort", "City")).hasValue("Überlingen");
            person.press("OK", "OK");
            assertThat(person.message()).containsText(customer.name());
            assertThat(person.complaints()).isEmpty();
        }
        assertThat(given.text("select company || ', ' || city from wirt.account where id = ?", customer.id()))
                .isEqualTo("Spät & Söhne, Überlingen");
    }

    /// The page one comes back to says that the customer is in the recycle bin, and offers nothing but to restore him.
    @Test
    void theBackButtonSaysThatHeIsRemoved() {
        Reading.inBoth(this::theBackButtonSaysThatHeIsRemoved);
    }

    private void theBackButtonSaysThatHeIsRemoved(Reading language) {
        var customer = given.customer("Gasthof Zurück " + Given.unique());
        try (var person = administrator(language)) {
            person.openCustomer(customer.name());
            person.sidebar()
                    .getByText(language.of("Entfernen", "Remove"), new Locator.GetByTextOptions().setExact(true))
                    .click();
            person.pressInDialog("Ja", "Yes");
            soon(() -> given.number("select reasons & 2048 from wirt.account where id = ?", customer.id()) != 0);
            person.message().getByText(language.of("Papierkorb", "recycle bin")).waitFor();

            person.page.goBack();
            person.page
                    .locator("main")
                    .getByText(language.of("Im Papierkorb", "In the recycle bin"))
                    .first()
                    .waitFor();
            assertThat(person.sidebar()).containsText(language.of("Wiederherstellen", "Restore"));
            assertThat(person.sidebar()).not().containsText(language.of("Status ändern", "Change Status"));

            person.page.goForward();
            person.page.locator("main").waitFor();
            assertThat(person.row(customer.name())).hasCount(0);
        }
        assertThat(given.number(
                        "select count(*) from wirt.reason where subject = 'account' and subject_id = ?", customer.id()))
                .isEqualTo(1);
    }

    /// A reseller comes back from the recycle bin with his customers and their sites.
    @Test
    void aResellerComesBackWithHisCustomers() {
        Reading.inBoth(this::aResellerComesBackWithHisCustomers);
    }

    private void aResellerComesBackWithHisCustomers(Reading language) {
        var reseller = given.reseller("Reseller Retour " + Given.unique());
        var customer = given.customer("Gasthof Retour " + Given.unique(), reseller);
        var site = given.subscription(customer);
        try (var person = administrator(language)) {
            person.page.navigate(address() + "/resellers/" + reseller.id());
            person.heading(reseller.name()).waitFor();
            person.sidebar()
                    .getByText(language.of("Entfernen", "Remove"), new Locator.GetByTextOptions().setExact(true))
                    .click();
            person.pressInDialog("Ja", "Yes");
            soon(() -> live(site) == 0);
            assertThat(browser().signIn(customer.username(), Given.PASSWORD).path())
                    .isEqualTo("/sign-in");

            person.page.navigate(address() + "/recycle-bin/resellers");
            person.tick(reseller.name());
            person.press("Wiederherstellen", "Restore");
            person.dialog().waitFor();
            person.pressInDialog("Wiederherstellen", "Restore");
            soon(() -> live(site) == 1);
            person.page.navigate(address() + "/resellers/" + reseller.id());
            person.row(customer.name()).waitFor();
            assertThat(person.complaints().stream().filter(said -> !said.contains("404")))
                    .isEmpty();
        }
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).path()).isEqualTo("/websites");
    }

    /// More than fit into an address.
    @Test
    void aFullPageOfTwoHundredAndFiftyIsSuspendedAtOnce() {
        Reading.inBoth(this::aFullPageOfTwoHundredAndFiftyIsSuspendedAtOnce);
    }

    private void aFullPageOfTwoHundredAndFiftyIsSuspendedAtOnce(Reading language) {
        var mark = "viele" + Given.unique();
        given.database.execute(
                "with made as (insert into wirt.account (kind, provider_id, contact_name) "
                        + "select 'CUSTOMER', 1, ? || ' ' || n from generate_series(1, 250) n returning id) "
                        + "insert into wirt.login (account_id, reseller_id, owner, username) "
                        + "select id, 1, true, ? || id from made",
                mark,
                mark);
        try (var person = administrator(language)) {
            person.page.navigate(address() + "/customers?size=250&q=" + mark);
            person.page.getByLabel(language.of("Alle auswählen", "Select all")).check();
            person.changeStatus(person.page.locator("main"), "Sperren", "Suspend");
            person.pressInDialog("Sperren", "Suspend");
            soon(() -> given.number(
                            "select count(*) from wirt.account where reasons = 16 and contact_name like ? || ' %'",
                            mark)
                    == 250);
            assertThat(person.complaints()).isEmpty();
        }
    }

    private long live(Given.Subscription subscription) {
        return given.number("select count(*) from node.sub where id = ? and live", subscription.id());
    }
}
