package org.wirt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// Views of a list are kept and dropped by what one would press.
class SavedViewsBrowserTest extends PanelTest {

    private static void save(Person person, String name) {
        person.page.locator("[popovertarget=w-views]").click();
        person.page.locator("#w-view-name").fill(name);
        person.page.locator("#w-view-name").press("Enter");
        assertThat(person.message()).containsText(name);
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void enterSavesAlsoWhereThereAreViewsAlready(Reading language) {
        var reseller = given.reseller("Reseller Ansicht");
        given.database.execute("update wirt.login set locale = null where id = ?", reseller.loginId());
        try (var person = new Person(address() + "/sign-in", language).signIn(reseller.username(), Given.PASSWORD)) {
            person.page.navigate(address() + "/customers?status=suspended");
            save(person, "Gesperrte");
            save(person, "Noch einmal");
            assertThat(person.page.locator(".w-views li a")).hasCount(2);

            person.page.locator("[popovertarget=w-views]").click();
            person.page.locator(".w-views li button").first().click();
            assertThat(person.page.locator(".w-views li a")).hasCount(1);
            assertThat(person.page).hasURL(address() + "/customers?status=suspended");
            assertThat(person.complaints()).isEmpty();
        }
    }
}
