package org.wirt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// The language is changed by choosing one, before and after signing in.
class LanguageBrowserTest extends PanelTest {

    private static Locator choice(Person person) {
        return person.page.locator("#w-lang");
    }

    private static Locator page(Person person) {
        return person.page.locator("html");
    }

    @Test
    void choosingIsEnoughAndIsKept() {
        var reseller = given.reseller("Reseller Sprache");
        given.database.execute("update wirt.login set locale = null where id = ?", reseller.loginId());
        try (var person = new Person(address() + "/sign-in", Reading.GERMAN)) {
            person.signIn(reseller.username(), Given.PASSWORD);
            person.page.navigate(address() + "/customers?q=adler");
            assertThat(page(person)).hasAttribute("lang", "de");
            choice(person).selectOption("en");
            assertThat(page(person)).hasAttribute("lang", "en");
            assertThat(person.page).hasURL(address() + "/customers?q=adler");
            assertThat(choice(person)).hasValue("en");
            person.page.navigate(address() + "/");
            assertThat(page(person)).hasAttribute("lang", "en");
            assertThat(person.complaints()).isEmpty();
        }
        assertThat(given.text("select locale from wirt.login where id = ?", reseller.loginId()))
                .isEqualTo("en");
    }

    @Test
    void alsoBeforeSigningIn() {
        try (var person = new Person(address() + "/sign-in", Reading.GERMAN)) {
            assertThat(page(person)).hasAttribute("lang", "de");
            choice(person).selectOption("en");
            assertThat(page(person)).hasAttribute("lang", "en");
            person.page.navigate(address() + "/sign-in");
            assertThat(page(person)).hasAttribute("lang", "en");
        }
    }
}
