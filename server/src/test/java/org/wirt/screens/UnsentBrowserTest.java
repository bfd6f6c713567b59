package org.wirt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// What somebody typed and did not send waits for him: visibly, without undoing what others saved, and for nobody else.
class UnsentBrowserTest extends PanelTest {

    private Person signedIn(Given.Account account, Reading language) {
        given.database.execute("update wirt.login set locale = null where id = ?", account.loginId());
        return new Person(address() + "/sign-in", language).signIn(account.username(), Given.PASSWORD);
    }

    private void openContact(Person person, Given.Account customer) {
        person.page.navigate(address() + "/customers/" + customer.id() + "/contact");
        person.field("Firma", "Company").waitFor();
    }

    private Locator restored(Person person, Reading language) {
        return person.page
                .locator("form")
                .getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions()
                        .setHasText(language.of("ist wieder eingetragen", "has been filled in again")));
    }

    @Test
    void whoeverSavedMeanwhileIsNotOverwrittenUnseen() {
        Reading.inBoth(this::whoeverSavedMeanwhileIsNotOverwrittenUnseen);
    }

    private void whoeverSavedMeanwhileIsNotOverwrittenUnseen(Reading language) {
        var reseller = given.reseller("Reseller Entwurf");
        var customer = given.customer("Gasthof Entwurf " + Given.unique(), reseller);
        try (var person = signedIn(reseller, language)) {
            openContact(person, customer);
            person.field("Firma", "Company").fill("Meine GmbH");
            person.page.navigate(address() + "/customers");
            given.database.execute(
                    "update wirt.account set company = 'Deren AG', city = 'Tübingen', changed = changed + 1 where id = ?",
                    customer.id());

            openContact(person, customer);
            assertThat(restored(person, language)).isVisible();
            assertThat(person.field("Firma", "Company")).hasValue("Meine GmbH");
            assertThat(person.field("Ort", "City")).hasValue("Tübingen");
            person.press("OK", "OK");
            assertThat(person.page.locator(".w-conflict")).containsText("Deren AG");
        }
        assertThat(given.text("select company || ', ' || city from wirt.account where id = ?", customer.id()))
                .isEqualTo("Deren AG, Tübingen");
    }

    @Test
    void whatWaitsCanBeDiscarded() {
        Reading.inBoth(this::whatWaitsCanBeDiscarded);
    }

    private void whatWaitsCanBeDiscarded(Reading language) {
        var reseller = given.reseller("Reseller Verworfen");
        var customer = given.customer("Gasthof Verworfen " + Given.unique(), reseller);
        try (var person = signedIn(reseller, language)) {
            openContact(person, customer);
            assertThat(restored(person, language)).hasCount(0);
            person.field("Firma", "Company").fill("Vertippt GmbH");
            openContact(person, customer);
            assertThat(person.field("Firma", "Company")).hasValue("Vertippt GmbH");
            person.press("Eingaben verwerfen", "Discard my input");
            assertThat(person.field("Firma", "Company")).hasValue("");
            assertThat(restored(person, language)).hasCount(0);
            openContact(person, customer);
            assertThat(person.field("Firma", "Company")).hasValue("");
            assertThat(person.complaints()).isEmpty();
        }
    }

    @Test
    void nobodyElseAtThisBrowserReadsIt() {
        Reading.inBoth(this::nobodyElseAtThisBrowserReadsIt);
    }

    private void nobodyElseAtThisBrowserReadsIt(Reading language) {
        var reseller = given.reseller("Reseller Erster");
        var customer = given.customer("Gasthof Erster " + Given.unique(), reseller);
        try (var person = signedIn(reseller, language)) {
            openContact(person, customer);
            person.field("Firma", "Company").fill("Geheim GmbH");
            given.database.execute("delete from wirt.session where login_id = ?", reseller.loginId());
            person.page.context().clearCookies();

            given.administratorsPassword();
            given.database.execute("update wirt.login set locale = null where username = 'admin'");
            person.page.navigate(address() + "/sign-in");
            person.signIn("admin", Given.PASSWORD);
            openContact(person, customer);
            assertThat(person.field("Firma", "Company")).hasValue("");
            assertThat(person.page.evaluate("JSON.stringify(sessionStorage)"))
                    .asString()
                    .doesNotContain("Geheim");
        }
    }

    @Test
    void signingOutErasesIt() {
        Reading.inBoth(this::signingOutErasesIt);
    }

    private void signingOutErasesIt(Reading language) {
        var reseller = given.reseller("Reseller Feierabend");
        var customer = given.customer("Gasthof Feierabend " + Given.unique(), reseller);
        try (var person = signedIn(reseller, language)) {
            openContact(person, customer);
            person.field("Firma", "Company").fill("Geheim GmbH");
            person.page.locator("[popovertarget=w-account]").click();
            person.press("Abmelden", "Sign Out");
            person.page.waitForURL(url -> url.contains("/sign-in"));
            assertThat(person.page.evaluate("JSON.stringify(sessionStorage)"))
                    .asString()
                    .doesNotContain("Geheim");
        }
    }
}
