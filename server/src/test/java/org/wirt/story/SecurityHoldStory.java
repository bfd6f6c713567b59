package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A security hold on an account: who sees it, and who alone lifts it, by a tick of his own.
class SecurityHoldStory extends PanelTest {

    private static final String HIS_TO_LIFT = "Haken Sie sie an, um sie aufzuheben";
    private static final String NOT_HIS_TO_LIFT = "Nur der Administrator kann sie aufheben";

    private long reasons(Given.Account account) {
        return given.number("select reasons from wirt.account where id = ?", account.id());
    }

    @Test
    void theAdministratorSetsItAndOnlyHisTickLiftsIt() {
        var customer = given.customer("Gasthof Otter");
        var browser = administrator();
        assertThat(browser.get("/bulk/customer.suspend?id=" + customer.id()).words())
                .contains("Sicherheitssperre: nur der Administrator kann sie aufheben");
        browser.deed("customer.suspend", customer.id(), "reason", "Phishing-Seite gemeldet", "security", "on");
        assertThat(reasons(customer)).isEqualTo(1024);
        assertThat(browser.get("/customers/" + customer.id()).words())
                .contains("Sicherheitssperre Phishing-Seite gemeldet");

        var asked = browser.deed("customer.activate", customer.id());
        assertThat(asked.words())
                .contains("Sicherheitssperre von „Gasthof Otter“ aufheben", HIS_TO_LIFT)
                .doesNotContain(NOT_HIS_TO_LIFT, "Abgelehnt");
        assertThat(reasons(customer)).isEqualTo(1024);
        var untouched = browser.deed("customer.activate", customer.id(), "asked", "true");
        assertThat(untouched.status()).isEqualTo(409);
        assertThat(untouched.words()).contains(HIS_TO_LIFT).doesNotContain(NOT_HIS_TO_LIFT);
        assertThat(reasons(customer)).isEqualTo(1024);
        browser.deed("customer.activate", customer.id(), "asked", "true", "hold." + customer.id(), "on");
        assertThat(reasons(customer)).isZero();
    }

    @Test
    void takingASecurityHoldBackLeavesOtherReasons() {
        var customer = given.customer("Gasthof Iltis");
        var browser = administrator();
        browser.deed("customer.suspend", customer.id());
        browser.deed("customer.suspend", customer.id(), "security", "on");
        assertThat(reasons(customer)).isEqualTo(1024 + 16);
        long job = given.number(
                "select max(job_id) from wirt.audit where verb = 'customer.suspend' and object_id = ?", customer.id());
        browser.post("/jobs/" + job + "/undo");
        assertThat(reasons(customer)).isEqualTo(16);
    }

    @Test
    void aResellerSeesItAndCanNeitherSetNorLiftIt() {
        var reseller = given.reseller("Reseller Nickel");
        var customer = given.customer("Gasthof Wiesel", reseller);
        var browser = signedIn(reseller.username());
        assertThat(browser.get("/bulk/customer.suspend?id=" + customer.id()).words())
                .doesNotContain("Sicherheitssperre");
        assertThat(browser.deed("customer.suspend", customer.id(), "security", "on")
                        .status())
                .isEqualTo(409);
        given.reason("account", customer.id(), customer, 1024);
        assertThat(browser.get("/customers/" + customer.id()).words()).contains("Sicherheitssperre");
        var refused = browser.deed("customer.activate", customer.id(), "asked", "true", "hold." + customer.id(), "on");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains(NOT_HIS_TO_LIFT).doesNotContain(HIS_TO_LIFT);
        assertThat(reasons(customer)).isEqualTo(1024);
    }

    @Test
    void aResellersHoldIsLiftedOnHisOwnPage() {
        var reseller = given.reseller("Reseller Chrom");
        var browser = administrator();
        browser.deed("reseller.suspend", reseller.id(), "security", "on", "reason", "Missbrauch");
        assertThat(browser.get("/resellers/" + reseller.id()).words()).contains("Sicherheitssperre Missbrauch");
        assertThat(browser.deed("reseller.activate", reseller.id()).words())
                .contains("Sicherheitssperre von „Reseller Chrom“ aufheben");
        browser.deed("reseller.activate", reseller.id(), "asked", "true", "hold." + reseller.id(), "on");
        assertThat(reasons(reseller)).isZero();
    }
}
