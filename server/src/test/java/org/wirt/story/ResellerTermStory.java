package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the end of a reseller's term does to him and to everybody below him, and how he comes back.
class ResellerTermStory extends PanelTest {

    private static final String NEXT_YEAR = "2090-01-01";

    private long live(Given.Subscription subscription) {
        return given.number("select live::int from node.sub where id = ?", subscription.id());
    }

    private void ended(Given.Account reseller) {
        given.database.execute(
                "update wirt.reseller set expires_at = now() - interval '1 minute' where account_id = ?",
                reseller.id());
    }

    @Test
    void anExpiredResellerIsDarkWithAllHisCustomersAndComesBackWithANewDate() {
        var reseller = given.reseller("Reseller Bronze");
        var customer = given.customer("Gasthof Bronze", reseller);
        var subscription = given.subscription(customer);
        ended(reseller);
        assertThat(live(subscription)).isZero();
        assertThat(browser().signIn(reseller.username(), Given.PASSWORD).path()).isEqualTo("/sign-in");
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).path()).isEqualTo("/sign-in");

        var browser = administrator();
        assertThat(browser.get("/resellers/" + reseller.id()).words()).contains("Abgelaufen");
        assertThat(browser.get("/customers?status=active&q=" + customer.username())
                        .words())
                .doesNotContain("Gasthof Bronze");
        assertThat(browser.get("/customers?status=suspended&q=" + customer.username())
                        .words())
                .contains("Gasthof Bronze");

        assertThat(browser.deed("reseller.activate", reseller.id()).words())
                .contains("Neues Ablaufdatum für „Reseller Bronze“");
        assertThat(live(subscription)).isZero();
        assertThat(browser.deed("reseller.activate", reseller.id(), "expires." + reseller.id(), "2020-01-01")
                        .status())
                .isEqualTo(409);
        browser.deed("reseller.activate", reseller.id(), "expires." + reseller.id(), NEXT_YEAR);
        assertThat(live(subscription)).isEqualTo(1);
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).path()).isEqualTo("/websites");
    }

    @Test
    void theExpiryDateIsChangedAndTakenAwayOnHisPage() {
        var reseller = given.reseller("Reseller Messing");
        var browser = administrator();
        assertThat(browser.get("/bulk/reseller.expiry?id=" + reseller.id()).words())
                .contains("Ablaufdatum von Reseller „Reseller Messing“ ändern", "alle seine Kunden gesperrt");
        var changed = browser.deed("reseller.expiry", reseller.id(), "expires", NEXT_YEAR);
        assertThat(changed.words()).contains("Das Ablaufdatum ist geändert.");
        assertThat(given.number("select count(*) from wirt.account where id = ? and expires_at > now()", reseller.id()))
                .isEqualTo(1);
        assertThat(browser.deed("reseller.expiry", reseller.id(), "expires", "2020-01-01")
                        .status())
                .isEqualTo(409);
        browser.deed("reseller.expiry", reseller.id(), "expires", "");
        assertThat(given.number("select count(*) from wirt.account where id = ? and expires_at is null", reseller.id()))
                .isEqualTo(1);
    }
}
