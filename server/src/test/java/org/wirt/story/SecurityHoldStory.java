package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A security hold on an account: who sees it, and who alone lifts it, by a tick of his own.
class SecurityHoldStory extends PanelTest {

    private long reasons(Given.Account account) {
        return given.number("select reasons from wirt.account where id = ?", account.id());
    }

    private Browser.Answer deed(Browser browser, String verb, Given.Account account, String... fields) {
        browser.get("/account");
        var all = new String[fields.length + 2];
        all[0] = "id";
        all[1] = String.valueOf(account.id());
        System.arraycopy(fields, 0, all, 2, fields.length);
        return browser.post("/bulk/" + verb, all);
    }

    @Test
    void theAdministratorSetsItAndOnlyHisTickLiftsIt() {
        var customer = given.customer("Gasthof Otter");
        var browser = administrator();
        assertThat(browser.get("/bulk/customer.suspend?id=" + customer.id()).words())
                .contains("Sicherheitssperre: nur der Administrator kann sie aufheben");
        deed(browser, "customer.suspend", customer, "reason", "Phishing-Seite gemeldet", "security", "on");
        assertThat(reasons(customer)).isEqualTo(1024);
        assertThat(browser.get("/customers/" + customer.id()).words())
                .contains("Sicherheitssperre: Phishing-Seite gemeldet");

        var asked = deed(browser, "customer.activate", customer);
        assertThat(asked.words()).contains("Sicherheitssperre von „Gasthof Otter“ aufheben");
        assertThat(reasons(customer)).isEqualTo(1024);
        assertThat(deed(browser, "customer.activate", customer, "asked", "true").status())
                .isEqualTo(409);
        assertThat(reasons(customer)).isEqualTo(1024);
        deed(browser, "customer.activate", customer, "asked", "true", "hold." + customer.id(), "on");
        assertThat(reasons(customer)).isZero();
    }

    @Test
    void takingASecurityHoldBackLeavesOtherReasons() {
        var customer = given.customer("Gasthof Iltis");
        var browser = administrator();
        deed(browser, "customer.suspend", customer);
        deed(browser, "customer.suspend", customer, "security", "on");
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
        assertThat(deed(browser, "customer.suspend", customer, "security", "on").status())
                .isEqualTo(409);
        given.reason("account", customer.id(), customer, 1024);
        assertThat(browser.get("/customers/" + customer.id()).words()).contains("Sicherheitssperre");
        assertThat(deed(browser, "customer.activate", customer, "asked", "true", "hold." + customer.id(), "on")
                        .status())
                .isEqualTo(409);
        assertThat(reasons(customer)).isEqualTo(1024);
    }

    @Test
    void aResellersHoldIsLiftedOnHisOwnPage() {
        var reseller = given.reseller("Reseller Chrom");
        var browser = administrator();
        deed(browser, "reseller.suspend", reseller, "security", "on", "reason", "Missbrauch");
        assertThat(browser.get("/resellers/" + reseller.id()).words()).contains("Sicherheitssperre: Missbrauch");
        assertThat(deed(browser, "reseller.activate", reseller).words())
                .contains("Sicherheitssperre von „Reseller Chrom“ aufheben");
        deed(browser, "reseller.activate", reseller, "asked", "true", "hold." + reseller.id(), "on");
        assertThat(reasons(reseller)).isZero();
    }
}
