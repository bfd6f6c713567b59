package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A provider who works inside a customer's account, and what happens to his visit.
class VisitStory extends PanelTest {

    private Browser visiting(Browser browser, Given.Account customer) {
        browser.get("/customers/" + customer.id());
        assertThat(browser.post("/customers/" + customer.id() + "/act-as").words())
                .contains("Zurück zu");
        return browser;
    }

    @Test
    void aSuspensionClosesTheAccountToItsPeopleNotToItsProvider() {
        var customer = given.customer("Gasthof Biber");
        var subscription = given.subscription(customer);
        var himself = signedIn(customer.username());
        assertThat(himself.get("/account").words()).doesNotContain("Besuche Ihres Providers");
        var visitor = visiting(administrator(), customer);
        assertThat(himself.get("/account").words()).contains("Besuche Ihres Providers", "Administrator");
        assertThat(visitor.get("/account").words()).doesNotContain("Besuche Ihres Providers");

        administrator().deed("customer.suspend", customer.id());
        soon(() -> himself.get("/websites").path().equals("/sign-in"));
        assertThat(visitor.get("/websites").words()).contains(subscription.name(), "Zurück zu");
    }

    @Test
    void aRemovalEndsTheVisitAndTheProviderIsHimselfAgain() {
        var customer = given.customer("Gasthof Dachs");
        var visitor = visiting(administrator(), customer);

        administrator().deed("customer.remove", customer.id());
        soon(() -> visitor.get("/account").words().contains("Ihre Anmeldung als „Gasthof Dachs“ ist zu Ende"));
        assertThat(visitor.get("/customers").status()).isEqualTo(200);
        assertThat(visitor.get("/customers").words()).doesNotContain("Zurück zu");
    }

    @Test
    void whatWasSentForTheCustomerIsNotDoneToOneself() {
        var reseller = given.reseller("Reseller Zinn");
        var other = given.reseller("Reseller Blei");
        var customer = given.customer("Gasthof Marder", reseller);
        var visitor = visiting(signedIn(reseller.username()), customer);
        visitor.get("/account/contact");

        administrator().deed("customer.move", customer.id(), "target", String.valueOf(other.id()));
        soon(() -> given.number("select provider_id from wirt.account where id = ?", customer.id()) == other.id());
        soon(() -> visitor.saveContact("Gasthof Neu").status() == 409);
        assertThat(given.text("select contact_name from wirt.account where id = ?", reseller.id()))
                .isEqualTo("Reseller Zinn");
        assertThat(visitor.get("/customers").words()).doesNotContain("Gasthof Marder");
    }
}
