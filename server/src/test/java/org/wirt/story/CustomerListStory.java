package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What the list of customers says of each: counts and usage follow every way in which they change.
class CustomerListStory extends PanelTest {

    private static final long GIGABYTE = 1L << 30;
    private static final String SUSPENDED = "/customers?status=suspended";

    private final Given.Account reseller = given.reseller("Reseller Liste");
    private final Given.Account customer = given.customer("Gasthof Wenig", reseller);

    @Test
    void diskAndTrafficAreTheSumsOfHisSubscriptionsForWhoeverAsksForThem() {
        uses(given.subscription(customer), 2 * GIGABYTE, "{\"disk_space\":10737418240,\"max_traffic\":-1}");
        uses(given.subscription(customer), GIGABYTE, "{\"disk_space\":5368709120,\"max_traffic\":1}");
        var browser = signedIn(reseller.username());
        assertThat(browser.get("/customers").words()).doesNotContain("Unbegrenzt");
        assertThat(browser.get("/customers?columns=disk,traffic").words().replace('\u00a0', ' '))
                .contains("Gasthof Wenig 3 GB / 15 GB 0 B / Unbegrenzt");
    }

    @Test
    void whoUsesMostStandsFirstWhenSortedByIt() {
        uses(given.subscription(customer), GIGABYTE, "{}");
        uses(given.subscription(given.customer("Gasthof Viel", reseller)), 2 * GIGABYTE, "{}");
        var browser = signedIn(reseller.username());
        assertThat(browser.get("/customers?sort=disk&dir=desc").words())
                .containsSubsequence("Gasthof Viel", "Gasthof Wenig");
        assertThat(browser.get("/customers?sort=disk&dir=asc").words())
                .containsSubsequence("Gasthof Wenig", "Gasthof Viel");
    }

    @Test
    void whatIsInTheRecycleBinDoesNotCount() {
        var kept = given.subscription(customer);
        var removed = given.subscription(customer);
        assertThat(counts()).isEqualTo("2 2");
        administrator().post("/bulk/subscription.remove", "id", String.valueOf(removed.id()));
        assertThat(counts()).isEqualTo("1 1");
        given.database.execute("delete from wirt.subscription where id = ?", removed.id());
        assertThat(counts()).isEqualTo("1 1");
        given.database.execute("delete from wirt.subscription where id = ?", kept.id());
        assertThat(counts()).isEqualTo("0 0");
    }

    @Test
    void theSuspendedAreListedUnderTheNameTheyHaveAndWhereTheyBelong() {
        var other = given.reseller("Reseller Andere");
        var early = given.customer("Aal " + Given.unique(), reseller);
        var late = given.customer("Zander " + Given.unique(), reseller);
        var browser = administrator();
        browser.get("/customers");
        for (var one : List.of(early, late)) browser.deed("customer.suspend", one.id(), "return", "/customers");
        var his = signedIn(reseller.username());
        assertThat(his.get(SUSPENDED).words())
                .containsSubsequence(early.name(), late.name())
                .doesNotContain(customer.name());

        given.database.execute(
                "update wirt.account set contact_name = 'Zzz ' || contact_name where id = ?", early.id());
        assertThat(his.get(SUSPENDED).words()).containsSubsequence(late.name(), "Zzz " + early.name());

        browser.deed("customer.move", late.id(), "target", String.valueOf(other.id()), "return", "/customers");
        assertThat(his.get(SUSPENDED).words()).doesNotContain(late.name());
        assertThat(signedIn(other.username()).get(SUSPENDED).words()).contains(late.name());

        browser.deed("customer.remove", early.id(), "return", "/customers");
        assertThat(his.get(SUSPENDED).words()).doesNotContain(early.name());
        browser.deed("customer.restore", early.id(), "return", "/recycle-bin");
        assertThat(his.get(SUSPENDED).words()).contains("Zzz " + early.name());

        browser.deed("customer.activate", early.id(), "return", "/customers");
        assertThat(his.get(SUSPENDED).words()).doesNotContain(early.name());
    }

    private void uses(Given.Subscription subscription, long disk, String limits) {
        given.database.execute(
                "update wirt.subscription set disk_used = ?, used_at = now(), limits = cast(? as jsonb) where id = ?",
                disk,
                limits,
                subscription.id());
    }

    private String counts() {
        return given.text(
                "select subscriptions || ' ' || domains from wirt.account_counter where account_id = ?", customer.id());
    }

    @Test
    void whoIsDarkOnlyThroughHisProviderSaysSoWhereHeCannotBeActivated() {
        var subscription = given.subscription(customer);
        given.reason("account", reseller.id(), reseller, 16);
        var browser = administrator();
        var why = "Gesperrt ist nicht der Kunde, sondern der Provider „Reseller Liste“.";
        assertThat(browser.get("/customers/" + customer.id()).body()).contains(why);
        assertThat(browser.get("/customers?provider=" + reseller.id()).body()).contains(why);
        assertThat(browser.get("/subscriptions?q=" + subscription.name()).body())
                .contains("sondern ein Konto darüber.")
                .doesNotContain("ist bereits so");
    }

    @Test
    void aSubscriptionWithoutAnEndIsUnlimitedInEveryList() {
        var subscription = given.subscription(customer);
        var browser = administrator();
        assertThat(browser.get("/subscriptions?q=" + subscription.name()).words())
                .contains("Unbegrenzt");
        assertThat(browser.get("/customers/" + customer.id()).words()).contains("Unbegrenzt");
    }

    @Test
    void theTableOfAResellerHasNoColumnForHisOwnName() {
        assertThat(signedIn(reseller.username()).get("/customers.csv").body())
                .contains("Gasthof Wenig")
                .doesNotContain("Provider");
        assertThat(administrator()
                        .get("/customers.csv?provider=" + reseller.id())
                        .body())
                .contains("\"Provider\"", "\"Reseller Liste\"");
    }
}
