package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;

/// What the end of a reseller's term does to him and to everybody below him, and how he comes back.
class ResellerTermStory extends PanelTest {

    private static final String NEXT_YEAR = "2090-01-01";

    @Autowired
    private ScopedTransaction transaction;

    @Autowired
    private DSLContext panel;

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
        assertThat(changed.words()).contains("Das Ablaufdatum von „Reseller Messing“ ist geändert.");
        assertThat(given.number("select count(*) from wirt.account where id = ? and expires_at > now()", reseller.id()))
                .isEqualTo(1);
        assertThat(browser.deed("reseller.expiry", reseller.id(), "expires", "2020-01-01")
                        .status())
                .isEqualTo(409);
        browser.deed("reseller.expiry", reseller.id(), "expires", "");
        assertThat(given.number("select count(*) from wirt.account where id = ? and expires_at is null", reseller.id()))
                .isEqualTo(1);
    }

    private record Dark(long customers, long resellers, long all) {}

    /// The numbers of the start page, as the administrator sees them.
    private Dark counted() {
        return transaction.read(Scope.administrator(), () -> {
            var r = panel.fetchSingle("select * from wirt.home_counts()");
            return new Dark(
                    r.get("customers_dark", Long.class),
                    r.get("resellers_dark", Long.class),
                    r.get("customers", Long.class));
        });
    }

    @Test
    void whoIsDarkWithAnExpiredResellerIsCounted() {
        var reseller = given.reseller("Reseller Kupfer");
        var own = given.customer("Gasthof Kupfer", reseller);
        given.customer("Gasthof Zinn", reseller);
        given.reason("account", own.id(), own, 16);
        var before = counted();
        ended(reseller);
        assertThat(counted()).isEqualTo(new Dark(before.customers + 1, before.resellers + 1, before.all));
        given.reason("account", reseller.id(), reseller, 16);
        assertThat(counted()).isEqualTo(new Dark(before.customers + 1, before.resellers + 1, before.all));
        given.reason("account", reseller.id(), reseller, 2048);
        assertThat(counted())
                .as("in the recycle bin with him")
                .isEqualTo(new Dark(before.customers - 1, before.resellers, before.all - 2));
    }

    @Test
    void everyPageSaysWhyHeIsDark() {
        var reseller = given.reseller("Reseller Blei");
        var customer = given.customer("Gasthof Blei", reseller);
        var subscription = given.subscription(customer);
        given.reason("account", reseller.id(), reseller, 16);
        ended(reseller);
        var browser = administrator();
        assertThat(browser.get("/resellers/" + reseller.id()).words())
                .contains("Vom Administrator gesperrt test, seit", "Abgelaufen");
        assertThat(browser.get("/customers/" + customer.id()).words()).contains("Das übergeordnete Konto ist gesperrt");
        assertThat(browser.get("/subscriptions/" + subscription.id()).words())
                .contains("Das übergeordnete Konto ist gesperrt");
        browser.post("/resellers/" + reseller.id() + "/act-as");
        assertThat(browser.get("/").words())
                .contains("Dieses Konto ist gesperrt, und alles darunter mit ihm.", "Vom Administrator gesperrt");
        browser.post("/act-as/end");
        assertThat(browser.get("/").words()).doesNotContain("Dieses Konto ist gesperrt");
    }
}
