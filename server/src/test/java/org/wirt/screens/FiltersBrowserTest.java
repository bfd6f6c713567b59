package org.wirt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// The filter row is used by what is written on it, and fits on a phone.
class FiltersBrowserTest extends PanelTest {

    private static final int PHONE = 390;

    @ParameterizedTest
    @EnumSource(Reading.class)
    void filtersAreSetByTheirLabelsAndTakenAwayAtOnce(Reading language) {
        var reseller = given.reseller("Reseller Sieb");
        var wanted = given.customer("Gasthof Gesucht", reseller);
        var other = given.customer("Gasthof Anders", reseller);
        for (var one : new Given.Account[] {wanted, other}) given.reason("account", one.id(), one, 32);
        given.database.execute(
                "update wirt.subscription set expires_at = now() + interval '20 days' where id = ?",
                given.subscription(wanted).id());
        given.database.execute("update wirt.login set locale = null where id = ?", reseller.loginId());
        try (var person = new Person(address() + "/sign-in", language).signIn(reseller.username(), Given.PASSWORD)) {
            person.goToCustomers();
            person.press("Filter anzeigen", "Show filter");
            person.field("Grund", "Reason")
                    .selectOption(new SelectOption()
                            .setLabel(language.of("Vom Reseller gesperrt", "Suspended by the reseller")));
            person.page.waitForURL(url -> url.contains("cause=reseller"));
            var days = person.field("Läuft ab in n Tagen", "Expires within n days");
            days.fill("30");
            days.press("Tab");
            person.page.waitForURL(url -> url.contains("expires=30"));
            assertThat(person.row(other.name())).hasCount(0);
            assertThat(person.row(wanted.name())).hasCount(1);
            assertThat(person.page.locator(".w-chips"))
                    .containsText(language.of("Grund: Vom Reseller gesperrt", "Reason: Suspended by the reseller"));
            assertThat(person.page.locator(".w-chips"))
                    .containsText(language.of("Läuft ab in n Tagen: 30", "Expires within n days: 30"));

            person.page.setViewportSize(PHONE, 844);
            assertThat(person.page.locator("html").evaluate("page => page.scrollWidth"))
                    .isEqualTo(PHONE);
            person.page
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(language.of("Filter zurücksetzen", "Reset filter")))
                    .click();
            person.row(other.name()).waitFor();
            assertThat(person.page.locator(".w-chips")).hasCount(0);
            assertThat(person.complaints()).isEmpty();
        }
    }
}
