package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The lists in the page of a customer and of a reseller: the same deeds as in the lists of all, and back to the tab.
class CustomerTabsStory extends PanelTest {

    private static final int ADMIN = 16;

    private long reasons(Given.Subscription subscription) {
        return given.number("select reasons from wirt.subscription where id = ?", subscription.id());
    }

    @Test
    void theTickedSubscriptionsOfACustomerAreSuspendedFromHisPage() {
        var customer = given.customer("Gasthof Reiter");
        var one = given.subscription(customer);
        var two = given.subscription(customer);
        var left = given.subscription(customer);
        var tab = "/customers/" + customer.id();
        var browser = administrator();
        assertThat(browser.get(tab).words())
                .contains("Abonnement hinzufügen", "Paket ändern", "Status ändern", "Entfernen", one.name());
        var after = browser.post(
                "/bulk/subscription.suspend",
                "id",
                String.valueOf(one.id()),
                "id",
                String.valueOf(two.id()),
                "return",
                tab);
        assertThat(after.path()).isEqualTo(tab);
        soon(() -> reasons(one) == ADMIN && reasons(two) == ADMIN);
        assertThat(reasons(left)).isZero();
    }

    @Test
    void allOfATabAreThoseOfTheCustomerOnly() {
        var customer = given.customer("Gasthof Reiter");
        var one = given.subscription(customer);
        var foreign = given.subscription(given.customer("Gasthof Nachbar"));
        var browser = administrator();
        var page = browser.get("/customers/" + customer.id());
        assertThat(page.body()).contains("data-address=\"/customers/" + customer.id() + "?customer=" + customer.id());
        assertThat(page.words()).doesNotContain(foreign.name());
        browser.post(
                "/bulk/subscription.suspend",
                "all",
                "true",
                "where.customer",
                String.valueOf(customer.id()),
                "return",
                "/customers/" + customer.id());
        soon(() -> reasons(one) == ADMIN);
        assertThat(reasons(foreign)).isZero();
    }

    @Test
    void theTabsOfAResellerHaveTheDeedsOfTheirLists() {
        var reseller = given.reseller("Netzwirt Süd");
        var customer = given.customer("Gasthof Reiter", reseller);
        var subscription = given.subscription(customer);
        var browser = administrator();
        var page = "/resellers/" + reseller.id();
        assertThat(browser.get(page).words()).contains("Verschieben zu", "In Reseller umwandeln", customer.name());
        assertThat(browser.get(page + "/subscriptions").words()).contains("Paket ändern", subscription.name());
        assertThat(browser.get(page + "/domains").words()).contains("Status ändern");
    }
}
