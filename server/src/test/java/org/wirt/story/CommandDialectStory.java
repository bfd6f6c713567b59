package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What administrators' scripts and billing systems do with the command line of the dialect, called from afar:
/// accounts,
/// subscriptions and users.
class CommandDialectStory extends CommandDialectTest {

    @Test
    void whatThereIsIsListed() {
        assertThat(script.get("/api/v2/cli/commands").body().toString())
                .contains("customer", "reseller", "subscription", "service_plan", "reseller_plan", "user", "admin");
        var reference = script.get("/api/v2/cli/customer/ref");
        assertThat(reference.at("allowed_commands/--create")).isNotEmpty();
        assertThat(reference.at("allowed_options/-passwd")).isNotEmpty();
        assertThat(script.get("/api/v2/cli/nichts/ref").status()).isEqualTo(404);
        assertThat(script.post("/api/v2/cli/nichts/call", "{\"params\":[]}").status())
                .isEqualTo(404);
        assertThat(done("customer", "--help")).contains("--create").contains("-passwd");
    }

    @Test
    void aCustomerIsMadeToldChangedAndRemoved() {
        assertThat(done(
                        "customer",
                        "-c",
                        login,
                        "-passwd",
                        "kurz5",
                        "-email",
                        "ada@gasthof.example",
                        "-notify",
                        "false"))
                .startsWith("SUCCESS: Creation of customer '" + login + "'");
        assertThat(done("customer", "--info", login))
                .containsPattern("Email: +ada@gasthof.example")
                .containsPattern("Contact name: +" + login);
        assertThat(done("customer", "--list").lines()).contains(login);
        assertThat(done("customer", "--update", login, "-company", "Gasthof Adler", "-status", "disabled"))
                .startsWith("SUCCESS: Update of customer");
        assertThat(done("customer", "-i", login))
                .containsPattern("Status: +suspended")
                .contains("Gasthof Adler");
        done("customer", "--on", login);
        assertThat(done("customer", "--remove", login)).startsWith("SUCCESS: Removal of");
        var gone = run("customer", "--info", login);
        assertThat(gone.code()).isEqualTo(2);
        assertThat(gone.out()).isEmpty();
        assertThat(gone.err()).isNotBlank();
    }

    @Test
    void aResellerWithoutANameIsCalledByHisLogin() {
        done("reseller", "--create", login, "-passwd", "kurz5");
        assertThat(done("reseller", "--info", login)).containsPattern("Contact name: +" + login);
        assertThat(run("reseller", "--create", "r" + login).err()).contains("-passwd");
        assertThat(run("reseller", "--info", "r" + login).code()).isEqualTo(2);
    }

    @Test
    void aPasswordComesFromTheEnvironmentWhenItIsEmpty() {
        var body = "{\"params\":[\"--create\",\"%s\",\"-passwd\",\"\"],\"env\":{\"PSA_PASSWORD\":\"kurz5!\"}}"
                .formatted(login);
        assertThat(script.post("/api/v2/cli/customer/call", body).number("code"))
                .isZero();
        var browser = browser();
        browser.signIn(login, "kurz5!");
        assertThat(browser.get("/").body()).contains(login);
    }

    @Test
    void aSubscriptionGoesDarkAndComesBack() {
        aCustomerWithASubscription();
        assertThat(live()).isEqualTo(1);
        done("subscription", "--webspace-off", host);
        assertThat(live()).isZero();
        assertThat(done("subscription", "--info", host)).containsPattern("Domain status: +Suspended");
        done("subscription", "--webspace-on", host);
        assertThat(live()).isEqualTo(1);
        assertThat(done("subscription", "--info", host))
                .containsPattern("Domain name: +" + host)
                .containsPattern("Owner: +" + login)
                .containsPattern("FTP Login: +f" + login);
        done("subscription", "--update", host, "-hard_quota", "200M", "-max_box", "7", "-manage_dns", "true");
        assertThat(done("subscription", "--info", host))
                .containsPattern("disk_space: +209715200")
                .containsPattern("max_box: +7")
                .containsPattern("manage_dns: +true");
        done("subscription", "--update", host, "-passwd", "anders5!");
        assertThat(done("subscription", "--list").lines()).contains(host);
        done("subscription", "--update", host, "-new_name", "anders-" + host);
        assertThat(run("subscription", "--info", host).code()).isEqualTo(2);
        done("subscription", "--remove", "anders-" + host);
        assertThat(run("subscription", "--info", "anders-" + host).code()).isEqualTo(2);
        assertThat(live()).isZero();
    }

    @Test
    void aSubscriptionWhoseWebsiteAloneIsDarkIsToldAsSuspended() {
        aCustomerWithASubscription();
        var biller = new Biller(address(), "admin", Given.PASSWORD);
        for (var dark : new int[] {16, 0}) {
            biller.ask(BillingTest.status("site", host, dark));
            assertThat(done("subscription", "--info", host))
                    .containsPattern("Domain status: +" + (dark == 0 ? "OK" : "Suspended"))
                    .containsPattern("\nStatus: +" + (dark == 0 ? "active" : "suspended"));
        }
    }

    @Test
    void usersComeAndGo() {
        aCustomerWithASubscription();
        var user = "u" + login;
        done(
                "user",
                "--create",
                user,
                "-cname",
                "Uwe",
                "-passwd",
                "kurz5!",
                "-owner",
                login,
                "-role",
                "Webmaster",
                "-email",
                "u@gasthof.example");
        assertThat(done("user", "--info", user)).containsPattern("Role: +Webmaster");
        done("user", "--update", user, "-role", "accountant", "-passwd", "anders5!");
        assertThat(done("user", "-i", user)).containsPattern("Role: +Accountant");
        assertThat(run("user", "--update", user, "-role", "König").code()).isEqualTo(1);
        done("user", "--delete", user);
        assertThat(run("user", "--info", user).code()).isEqualTo(2);
    }

    @Test
    void aLinkLetsSomebodyInOnce() {
        aCustomerWithASubscription();
        var link = done("admin", "--get-login-link", "-user", login).strip();
        assertThat(link).matches("http.*/enterprise/rsession_init\\.php\\?PLESKSESSID=[0-9a-f]{32}");
        var browser = browser();
        browser.get(link.substring(link.indexOf("/enterprise")));
        assertThat(browser.get("/").body()).contains(host);
        var second = browser();
        second.get(link.substring(link.indexOf("/enterprise")));
        assertThat(second.get("/").body()).doesNotContain(host);
        assertThat(run("admin", "--get-login-link", "-user", "gibtsnicht").code())
                .isEqualTo(2);
    }

    @Test
    void aUserNeedsNoAddressAndAnAccountThatHasUsers() {
        aCustomerWithASubscription();
        var user = "u" + login;
        done("user", "--create", user, "-cname", "Uwe", "-passwd", "kurz5!", "-owner", login, "-role", "Webmaster");
        assertThat(done("user", "--info", user)).containsPattern("Email: *\\n");
        var admins = run(
                "user",
                "--create",
                "x" + user,
                "-cname",
                "U",
                "-passwd",
                "kurz5!",
                "-owner",
                "admin",
                "-role",
                "Webmaster");
        assertThat(admins.code()).isEqualTo(1);
        assertThat(admins.err()).contains("administrator");
    }
}
