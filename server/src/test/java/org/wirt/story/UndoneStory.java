package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What was taken back cannot be taken back again, and says so.
class UndoneStory extends PanelTest {

    private long job(Given.Account customer) {
        return given.number(
                "select max(job_id) from wirt.audit where verb = 'customer.suspend' and object_id = ?", customer.id());
    }

    private long undo(long job) {
        return given.number("select max(id) from wirt.job where undoes = ?", job);
    }

    @Test
    void theReceiptOfADeedSaysThatItWasUndone() {
        var reseller = given.reseller("Reseller Rückweg");
        var customer = given.customer("Gasthof Rückweg", reseller);
        var browser = signedIn(reseller.username());
        browser.deed("customer.suspend", customer.id());
        long job = job(customer);
        assertThat(browser.get("/jobs/" + job).body()).contains("/jobs/" + job + "/undo");
        assertThat(browser.post("/jobs/" + job + "/undo", "return", "/customers")
                        .words())
                .contains("Rückgängig gemacht.");

        var receipt = browser.get("/jobs/" + job);
        assertThat(receipt.words()).contains("Diese Aufgabe wurde rückgängig gemacht.");
        assertThat(receipt.body())
                .contains("href=\"/jobs/" + undo(job) + "\"")
                .doesNotContain("/jobs/" + job + "/undo");
        assertThat(administrator().get("/jobs/" + job).words()).contains("Diese Aufgabe wurde rückgängig gemacht.");

        assertThat(browser.post("/jobs/" + job + "/undo", "return", "/customers")
                        .words())
                .contains("Diese Aufgabe wurde rückgängig gemacht.")
                .doesNotContain("Rückgängig gemacht.");
        assertThat(given.number("select count(*) from wirt.job where undoes = ?", job))
                .isEqualTo(1);
    }

    @Test
    void anUndoThatChangedNothingIsNotCalledOne() {
        var customer = given.customer("Gasthof Umweg");
        var browser = administrator();
        browser.deed("customer.suspend", customer.id());
        long job = job(customer);
        browser.deed("customer.activate", customer.id());
        assertThat(browser.post("/jobs/" + job + "/undo", "return", "/customers")
                        .words())
                .doesNotContain("Rückgängig gemacht.");
        assertThat(browser.get("/jobs/" + job).words()).contains("Geändert wurde nichts.");
    }

    @Test
    void ofManyTheJobThatTookThemBackIsNamed() {
        var one = given.customer("Gasthof Hin");
        var two = given.customer("Gasthof Her");
        var browser = administrator();
        browser.get("/customers");
        browser.post("/bulk/customer.suspend", "id", String.valueOf(one.id()), "id", String.valueOf(two.id()));
        soon(() -> given.number("select reasons from wirt.account where id = ?", two.id()) == 16);
        long job = job(two);
        soon(() -> given.number("select count(*) from wirt.job where id = ? and state = 'DONE'", job) == 1);
        browser.post("/jobs/" + job + "/undo");
        soon(() -> given.number("select reasons from wirt.account where id = ?", two.id()) == 0);
        soon(() -> browser.get("/jobs/" + job).words().contains("Diese Aufgabe wurde rückgängig gemacht."));
        assertThat(browser.post("/jobs/" + job + "/undo").path()).isEqualTo("/jobs/" + undo(job));
    }
}
