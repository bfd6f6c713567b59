package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What was taken back cannot be taken back again, and says so.
class UndoneStory extends PanelTest {

    private long job(Given.Account customer) {
        return last("customer.suspend", customer);
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
        assertThat(browser.get("/jobs/" + job).words()).contains("geändert wurde nichts.");
    }

    /// The page somebody stands on when he takes back a conversion is gone with it.
    @Test
    void whoTakesBackAConversionStandsAtThePageOfTheKindBefore() {
        var customer = given.customer("Agentur Retour");
        var browser = administrator();
        browser.deed("customer.convert", customer.id());
        var back = browser.post(
                "/jobs/" + last("customer.convert", customer) + "/undo", "return", "/resellers/" + customer.id());
        assertThat(back.path()).isEqualTo("/customers/" + customer.id());
        assertThat(back.words()).contains("„Agentur Retour“: Rückgängig gemacht.");

        browser.deed("customer.convert", customer.id());
        browser.deed("reseller.convert", customer.id());
        assertThat(browser.post(
                                "/jobs/" + last("reseller.convert", customer) + "/undo",
                                "return",
                                "/customers/" + customer.id())
                        .path())
                .isEqualTo("/resellers/" + customer.id());
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

    @Test
    void whatSomethingNewerContradictsIsTakenBackAfterThat() {
        var first = given.reseller("Reseller Eins");
        var second = given.reseller("Reseller Zwei");
        var customer = given.customer("Gasthof Wander");
        var browser = administrator();
        browser.deed("customer.move", customer.id(), "target", String.valueOf(first.id()));
        long one = last("customer.move", customer);
        browser.deed("customer.move", customer.id(), "target", String.valueOf(second.id()));
        long two = last("customer.move", customer);

        assertThat(browser.post("/jobs/" + one + "/undo", "return", "/customers")
                        .words())
                .contains("Inzwischen ist etwas Neueres geschehen");
        var receipt = browser.get("/jobs/" + one);
        assertThat(receipt.words())
                .contains("Das ließ sich nicht rückgängig machen", "Machen Sie das zuerst rückgängig");
        assertThat(receipt.body()).contains("/jobs/" + one + "/undo");
        browser.post("/jobs/" + two + "/undo", "return", "/customers");
        assertThat(provider(customer)).isEqualTo(first.id());
        browser.post("/jobs/" + one + "/undo", "return", "/customers");
        assertThat(provider(customer)).isEqualTo(1);
        assertThat(browser.get("/jobs/" + one).words()).contains("Diese Aufgabe wurde rückgängig gemacht.");
    }

    @Test
    void aSuspensionCanBeTakenBackOnceItsActivationIs() {
        var customer = given.customer("Gasthof Hin und Her");
        var browser = administrator();
        browser.deed("customer.suspend", customer.id());
        long suspension = job(customer);
        browser.deed("customer.activate", customer.id());
        browser.post("/jobs/" + last("customer.activate", customer) + "/undo", "return", "/customers");
        assertThat(reasons(customer)).isEqualTo(16);
        browser.post("/jobs/" + suspension + "/undo", "return", "/customers");
        assertThat(reasons(customer)).isZero();
    }

    @Test
    void whatIsLeftOfManyCanStillBeTakenBack() {
        var one = given.customer("Gasthof Hin");
        var two = given.customer("Gasthof Her");
        var browser = administrator();
        browser.get("/customers");
        browser.post("/bulk/customer.suspend", "id", String.valueOf(one.id()), "id", String.valueOf(two.id()));
        soon(() -> reasons(two) == 16);
        long job = job(two);
        soon(() -> over(job));
        browser.deed("customer.activate", two.id());
        browser.post("/jobs/" + job + "/undo");
        soon(() -> reasons(one) == 0 && over(undo(job)));
        var receipt = browser.get("/jobs/" + job);
        assertThat(receipt.words()).contains("1 von 2 rückgängig gemacht.");
        assertThat(receipt.body()).contains("/jobs/" + job + "/undo");
        browser.post("/jobs/" + last("customer.activate", two) + "/undo", "return", "/customers");
        browser.post("/jobs/" + job + "/undo");
        soon(() -> reasons(two) == 0);
    }

    @Test
    void whoWasToldOfASuspensionIsToldThatItIsTakenBack() {
        var customer = given.customer("Gasthof Post");
        var silent = given.customer("Gasthof Still");
        var browser = administrator();
        browser.deed("customer.suspend", customer.id(), "tell", "true");
        browser.post("/jobs/" + job(customer) + "/undo", "return", "/customers");
        browser.deed("customer.suspend", silent.id());
        browser.post("/jobs/" + job(silent) + "/undo", "return", "/customers");
        assertThat(letters(customer)).isEqualTo("suspended, activated");
        assertThat(letters(silent)).isEmpty();
    }

    private String letters(Given.Account account) {
        return given.text(
                "select coalesce(string_agg(event, ', ' order by id), '') from wirt.letter where account_id = ?",
                account.id());
    }

    private boolean over(long job) {
        return given.number("select count(*) from wirt.job where id = ? and state = 'DONE'", job) == 1;
    }

    private long reasons(Given.Account account) {
        return given.number("select reasons from wirt.account where id = ?", account.id());
    }

    private long provider(Given.Account account) {
        return given.number("select provider_id from wirt.account where id = ?", account.id());
    }

    private long last(String verb, Given.Account account) {
        return given.number("select max(job_id) from wirt.audit where verb = ? and object_id = ?", verb, account.id());
    }
}
