package org.wirt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// Where things stand: nothing is cut off on a phone, and nothing moves under who goes through a page by keyboard.
class LayoutBrowserTest extends PanelTest {

    private static final int PHONE = 390;

    private Person reader(Given.Account account, int width) {
        var reader = Chromium.reader(Reading.GERMAN, ColorScheme.LIGHT, width);
        return new Person(address() + "/sign-in", Reading.GERMAN, reader).signIn(account.username(), Given.PASSWORD);
    }

    private static double left(Locator place) {
        return place.boundingBox().x;
    }

    private static double right(Locator place) {
        var box = place.boundingBox();
        return box.x + box.width;
    }

    @Test
    void theHitsOfTheQuickNavigationSpanAPhone() {
        var reseller = given.reseller("Reseller Schmal");
        var customer = given.customer("Gasthof Schmal " + Given.unique(), reseller);
        try (var person = reader(reseller, PHONE)) {
            var field = person.page.locator("#w-quick");
            field.pressSequentially(customer.name());
            var hits = person.page.locator("#w-quick-results");
            assertThat(hits).containsText(customer.name());
            assertThat(left(hits)).isEqualTo(16);
            assertThat(right(hits)).isEqualTo(PHONE - 16);
            assertThat(hits.boundingBox().y).isGreaterThanOrEqualTo(field.boundingBox().y + field.boundingBox().height);
        }
    }

    @Test
    void aWideMenuStaysOnAPhone() {
        var reseller = given.reseller("Reseller Breit");
        try (var person = reader(reseller, PHONE)) {
            person.page.navigate(address() + "/customers");
            person.page.locator("[popovertarget=w-views]").click();
            var menu = person.page.locator("#w-views");
            assertThat(menu).isVisible();
            assertThat(left(menu)).isNotNegative();
            assertThat(right(menu)).isLessThanOrEqualTo(PHONE);
        }
    }

    @Test
    void whatTheAuditLogSaysStandsBesideItsLabels() {
        var reseller = given.reseller("Reseller Protokoll");
        var customer = given.customer("Gasthof Protokoll", reseller);
        signedIn(reseller.username()).deed("customer.suspend", customer.id());
        try (var person = reader(reseller, PHONE)) {
            person.page.navigate(address() + "/audit?object=Protokoll");
            var object = person.page.locator("td.w-col-object").first();
            assertThat(left(object.locator("p")))
                    .isEqualTo(left(object.locator("a, bdi").first()));
            var change = person.page.locator("td.w-col-change .w-values").first();
            assertThat(left(change)).isGreaterThan(left(object) + 100);
        }
    }

    @Test
    void theMenuOfAWebsiteStandsAtTheEdgeOfItsTable() {
        var customer = given.customer("Gasthof Rand");
        given.subscription(customer);
        try (var person = reader(customer, 1440)) {
            person.page.navigate(address() + "/websites");
            var menu = person.page
                    .locator(".w-group td.w-row-end .w-menu > button")
                    .first();
            var table = person.page.locator(".w-group table").first();
            assertThat(right(table) - right(menu)).isLessThan(16);
        }
    }

    @Test
    void theButtonBehindTheLanguageMovesNothing() {
        var reseller = given.reseller("Reseller Tab");
        try (var person = reader(reseller, 1440)) {
            var menu = person.page.locator("[popovertarget=w-account]");
            double before = left(menu);
            person.page.locator("#w-lang").focus();
            person.page.keyboard().press("Tab");
            assertThat(person.button("Sprache wechseln", "Change language")).isFocused();
            assertThat(left(menu)).isEqualTo(before);
        }
    }
}
