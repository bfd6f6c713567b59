package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.account.RemovedAccounts;
import org.wirt.story.Given.Account;

/// Who is removed is unknown at once, comes back as before, and is erased after thirty days.
class RemovalStory extends PanelTest {

    private static final Duration PAST_KEPT = RemovedAccounts.KEPT.plusDays(1);

    @Autowired
    private RemovedAccounts removed;

    @Test
    void removedMeansUnknownAndRestoredMeansAsBefore() {
        var customer = given.customer("Gasthof Stern");
        var subscription = given.subscription(customer);
        var browser = administrator();
        browser.get("/customers/" + customer.id());
        browser.post("/bulk/customer.remove", "id", String.valueOf(customer.id()), "return", "/customers");

        assertThat(web(subscription)).isZero();
        assertThat(browser.get("/customers?q=" + customer.username()).words()).doesNotContain("Gasthof Stern");
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).path()).isEqualTo("/sign-in");
        assertThat(browser.get("/customers/" + customer.id() + "/contact").status())
                .isEqualTo(404);

        browser.get("/recycle-bin");
        browser.post("/bulk/customer.restore", "id", String.valueOf(customer.id()), "return", "/customers");
        assertThat(web(subscription)).isEqualTo(1);
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).path()).isNotEqualTo("/sign-in");
    }

    @Test
    void aRemovedResellerTakesHisCustomersAlongAndBothAreErasedAfterThirtyDays() {
        var reseller = given.reseller("Reseller Rot");
        var customer = given.customer("Gasthof Sonne", reseller);
        given.subscription(customer);
        given.user(customer, "ADMIN");
        var browser = administrator();
        browser.get("/resellers");
        browser.post("/bulk/reseller.remove", "id", String.valueOf(reseller.id()), "return", "/resellers");

        assertThat(browser.get("/customers?q=" + customer.username()).words()).doesNotContain("Gasthof Sonne");
        assertThat(browser.get("/customers/" + customer.id()).status()).isEqualTo(404);
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).path()).isEqualTo("/sign-in");

        removed.erase();
        assertThat(accounts(reseller, customer)).isEqualTo(2);
        given.database.execute(
                "update wirt.reason set since = now() - make_interval(days => ?) where subject_id = ? and subject = 'account'",
                (int) PAST_KEPT.toDays(),
                reseller.id());
        removed.erase();
        assertThat(accounts(reseller, customer)).isZero();
        assertThat(given.number(
                        "select count(*) from wirt.audit where verb in ('customer.erase', 'reseller.erase') and object_id in (?, ?)",
                        reseller.id(),
                        customer.id()))
                .isEqualTo(2);
    }

    private long web(Given.Subscription subscription) {
        return given.number("select count(*) from node.web where host = ?", subscription.name());
    }

    private long accounts(Account one, Account other) {
        return given.number("select count(*) from wirt.account where id in (?, ?)", one.id(), other.id());
    }
}
