package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The receipt behind every message: each deed of each level has one that can be opened, with the way back to its list.
class ReceiptStory extends PanelTest {

    /// The link of an object in a receipt.
    private static final Pattern ROW = Pattern.compile("<span><a href=\"([^\"]*)\"><bdi>");
    private static final String SECRET = "Sommer.Regen.99";

    private void everyReceiptOpens(Browser browser, long account, int atLeast) {
        var jobs = given.database
                .resultQuery("select id from wirt.job where account_id = ? order by id desc limit ?", account, atLeast)
                .fetch(0, Long.class);
        assertThat(jobs).hasSizeGreaterThanOrEqualTo(atLeast);
        for (var job : jobs) {
            var page = browser.get("/jobs/" + job);
            assertThat(page.status()).as(page.words()).isEqualTo(200);
            assertThat(page.words()).contains("Zur Liste");
            for (var link : ROW.matcher(page.body()).results().toList()) {
                assertThat(browser.get(link.group(1)).status())
                        .as(link.group(1))
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void ofWhatACustomerDoes() {
        var customer = given.customer("Gasthof Quittung");
        var subscription = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set permissions = cast(? as jsonb) where id = ?",
                "{\"panel_access\":true,\"create_domains\":true,\"manage_mail\":true,\"manage_ftp\":true,\"manage_users\":true}",
                subscription.id());
        var id = String.valueOf(subscription.id());
        var browser = signedIn(customer.username());
        browser.get("/websites");
        browser.post("/bulk/site.suspend", "id", id);
        browser.post("/bulk/site.activate", "id", id);
        browser.addMailbox(subscription.id());
        browser.post(
                "/subscriptions/" + id + "/ftp/new",
                "login",
                Given.unique(),
                "directory",
                "httpdocs",
                "password",
                SECRET,
                "repeat",
                SECRET);
        browser.addUser("/users", "ACCOUNTANT");
        browser.saveContact("Gasthof Quittung");
        everyReceiptOpens(browser, customer.id(), 6);
    }

    @Test
    void ofWhatAResellerDoes() {
        var reseller = given.reseller("Reseller Quittung");
        var customer = given.customer("Gasthof Beleg", reseller);
        var subscription = given.subscription(customer);
        var browser = signedIn(reseller.username());
        browser.get("/customers");
        browser.post("/bulk/customer.suspend", "id", String.valueOf(customer.id()));
        browser.post("/bulk/customer.activate", "id", String.valueOf(customer.id()));
        browser.post("/bulk/subscription.suspend", "id", String.valueOf(subscription.id()));
        browser.post("/bulk/site.disable", "id", String.valueOf(subscription.id()));
        everyReceiptOpens(browser, reseller.id(), 4);
    }

    @Test
    void ofWhatTheAdministratorDoes() {
        var customer = given.customer("Gasthof Wandel");
        var reseller = given.reseller("Reseller Weg");
        var browser = administrator();
        browser.get("/customers");
        var id = String.valueOf(customer.id());
        browser.post("/bulk/customer.convert", "id", id);
        browser.post(
                "/bulk/customer.remove",
                "id",
                String.valueOf(given.customer("Gasthof Weg").id()));
        browser.post("/bulk/reseller.remove", "id", String.valueOf(reseller.id()));
        browser.post(
                "/customers",
                "contactName",
                "Gasthof Frisch",
                "email",
                "frisch@example.org",
                "username",
                Given.unique(),
                "password",
                SECRET,
                "repeat",
                SECRET);
        everyReceiptOpens(browser, 1, 4);
    }

    /// The page asks on while servers have not answered, and is told nothing new until they have.
    @Test
    void thePageOfAJobWaitsForTheServers() {
        var customer = given.customer("Gasthof Geduld");
        given.subscription(customer);
        var browser = administrator();
        browser.deed("customer.suspend", customer.id());
        long job = given.number(
                "select max(job_id) from wirt.audit where verb = 'customer.suspend' and object_id = ?", customer.id());
        var question = "/jobs/" + job + "/progress?known=over";
        soon(() -> {
            given.database.execute(
                    "update wirt.job set receipt_at = null, finished_at = clock_timestamp() where id = ?", job);
            return given.database.transactionResult(held -> {
                // While this is held, no server can answer.
                var row = held.dsl().fetchSingle("select receipt_at from wirt.job where id = ? for update", job);
                if (row.get(0) != null) return false;
                assertThat(browser.get("/jobs/" + job).body()).contains(question);
                return browser.get(question).status() == 204;
            });
        });
        soon(() -> browser.get(question).status() == 200);
        assertThat(browser.get("/jobs/" + job).body()).doesNotContain(question);
    }

    @Test
    void aFormSentTooLateGoesBackToItsPageAfterSigningIn() {
        var customer = given.customer("Gasthof Spaet");
        var browser = signedIn(customer.username());
        browser.get("/account/contact");
        given.database.execute("delete from wirt.session where login_id = ?", customer.loginId());
        // The panel hears of the end in a moment.
        var late = await().atMost(Duration.ofSeconds(2))
                .until(
                        () -> browser.postFrom("/account/contact", "/account/contact", "contactName", "Getippt"),
                        answer -> answer.path().equals("/sign-in"));
        assertThat(late.body()).contains("name=\"return\" value=\"/account/contact\"");
    }

    @Test
    void aNumberThatIsTooLargeSaysSo() {
        var browser = administrator();
        browser.get("/plans/new");
        var answer = browser.post(
                "/plans",
                "name",
                Given.unique(),
                "kind",
                "HOSTING",
                "overuse",
                "NOT_ALLOWED",
                "limit.disk_space",
                "99999999999999999999",
                "unit.disk_space",
                "GB");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.words()).contains("Diese Zahl ist zu groß.");
        assertThat(answer.body()).contains("99999999999999999999");
    }

    @Test
    void aCancelledJobIsCalledSoAndNotRefused() {
        var one = given.customer("Gasthof Abbruch");
        var other = given.customer("Gasthof Umbruch");
        var browser = administrator();
        browser.get("/customers");
        browser.post("/bulk/customer.suspend", "id", String.valueOf(one.id()), "id", String.valueOf(other.id()));
        soon(() -> given.number("select reasons from wirt.account where id = ?", other.id()) != 0);
        long job = given.number(
                "select max(job_id) from wirt.audit where verb = 'customer.suspend' and object_id = ?", other.id());
        soon(() -> given.number("select count(*) from wirt.job where id = ? and state = 'DONE'", job) == 1);
        given.database.execute("update wirt.job set state = 'CANCELLED' where id = ?", job);
        assertThat(browser.get("/jobs?state=cancelled").body())
                .contains("title=\"Abgebrochen\"")
                .doesNotContain("Abgelehnt: Abgebrochen");
    }
}
