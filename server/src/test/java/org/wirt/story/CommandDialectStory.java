package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What administrators' scripts and billing systems do with the command line of the dialect, called from afar.
class CommandDialectStory extends PanelTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Program script;
    private String login;
    private String host;

    @BeforeEach
    void aScript() {
        given.administratorsPassword();
        script = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        login = "s" + Given.unique();
        host = Given.unique() + ".example";
    }

    private record Printed(int code, String out, String err) {}

    private Printed run(String utility, String... words) {
        var body = JSON.writeValueAsString(List.of(words));
        var answer = script.post("/api/v2/cli/" + utility + "/call", "{\"params\":" + body + "}");
        assertThat(answer.status()).isEqualTo(200);
        return new Printed((int) answer.number("code"), answer.at("stdout"), answer.at("stderr"));
    }

    private String done(String utility, String... words) {
        var printed = run(utility, words);
        assertThat(printed.err).isEmpty();
        assertThat(printed.code).isZero();
        return printed.out;
    }

    private void aCustomerWithASubscription() {
        done("customer", "--create", login, "-name", "Ada Wirt", "-passwd", "kurz5", "-email", "ada@gasthof.example");
        done("subscription", "--create", host, "-owner", login, "-login", "f" + login, "-passwd", "geheim5!");
    }

    private long live() {
        return given.number(
                "select count(*) from node.sub s join wirt.subscription b on b.id = s.id where b.name = ? and s.live",
                host);
    }

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
        assertThat(gone.code).isEqualTo(2);
        assertThat(gone.out).isEmpty();
        assertThat(gone.err).isNotBlank();
    }

    @Test
    void whatIsWrongIsToldAndEndsOtherwiseThanZero() {
        for (var wrong : List.of(
                new String[] {},
                new String[] {"create"},
                new String[] {"--wandern", login},
                new String[] {"--create", login},
                new String[] {"--create"},
                new String[] {"--create", login, "-passwd"},
                new String[] {"--create", login, "-passwd", "kurz5", "-augenfarbe", "blau"},
                new String[] {"--create", login, "-passwd", "kurz5", "-status", "vielleicht"})) {
            var printed = run("customer", wrong);
            assertThat(printed.code).as(String.join(" ", wrong)).isEqualTo(1);
            assertThat(printed.err).isNotBlank();
        }
        assertThat(run("customer", "--create", login, "-passwd", "kurz5", "-owner", "gibtsnicht").code)
                .as("whom it is to belong to is unknown")
                .isEqualTo(2);
        assertThat(given.number("select count(*) from wirt.login where username = ?", login))
                .isZero();
    }

    @Test
    void aWordWhereNoneBelongsIsRefused() {
        for (var wrong : List.of(
                "customer --list",
                "reseller -l",
                "subscription --list",
                "service_plan --list",
                "service_plan --create-default",
                "reseller_plan --list",
                "admin --info",
                "admin --get-login-link",
                "secret_key --list",
                "secret_key --create",
                "secret_key --delete")) {
            var words = wrong.split(" ", 2);
            var printed = run(words[0], words[1], "foo");
            assertThat(printed.code).as(wrong).isEqualTo(1);
            assertThat(printed.out).isEmpty();
            assertThat(printed.err).contains("foo");
        }
    }

    @Test
    void aLoginStartsWithALetter() {
        aCustomerWithASubscription();
        for (var wrong : List.of("9" + login, "_" + login, "\u00e9" + login)) {
            for (var utility : List.of("customer", "reseller")) {
                var printed = run(utility, "-c", wrong, "-name", "Ada", "-passwd", "kurz5", "-email", "a@b.example");
                assertThat(printed.code).as(utility + " " + wrong).isEqualTo(1);
                assertThat(printed.err).contains(wrong);
            }
            assertThat(run("customer", "--update", login, "-login", wrong).code).isEqualTo(1);
            assertThat(given.number("select count(*) from wirt.login where username = ?", wrong))
                    .isZero();
        }
        done("customer", "--info", login);
    }

    @Test
    void aResellerWithoutANameIsCalledByHisLogin() {
        done("reseller", "--create", login, "-passwd", "kurz5");
        assertThat(done("reseller", "--info", login)).containsPattern("Contact name: +" + login);
        assertThat(run("reseller", "--create", "r" + login).err).contains("-passwd");
        assertThat(run("reseller", "--info", "r" + login).code).isEqualTo(2);
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
        assertThat(run("subscription", "--info", host).code).isEqualTo(2);
        done("subscription", "--remove", "anders-" + host);
        assertThat(run("subscription", "--info", "anders-" + host).code).isEqualTo(2);
        assertThat(live()).isZero();
    }

    @Test
    void plansAreMadeAndGivenToSubscriptions() {
        aCustomerWithASubscription();
        var plan = "Paket " + Given.unique();
        assertThat(done(
                        "service_plan",
                        "--create",
                        plan,
                        "-disk_space",
                        "500M",
                        "-max_traffic",
                        "1G",
                        "-create_domains",
                        "true"))
                .startsWith("SUCCESS: Creation of");
        assertThat(done("service_plan", "--list").lines()).contains(plan);
        assertThat(done("service_plan", "--info", plan))
                .containsPattern("disk_space: +524288000")
                .containsPattern("max_traffic: +1073741824");
        assertThat(done("service_plan", "--xml-info", plan))
                .contains("<service-plan>")
                .contains("524288000");
        done("service_plan", "--update", plan, "-log-rotate", "false", "-log-bytime", "daily", "-keep_traf_stat", "6");
        assertThat(done("service_plan", "--info", plan))
                .containsPattern("log-rotate: +false")
                .containsPattern("keep_traf_stat: +6");
        assertThat(done("service_plan", "--xml-info", plan)).contains("<off", "<stat>6</stat>");
        done("service_plan", "--update", plan, "-expiration", "864000", "-quota", "100M");
        assertThat(done("service_plan", "--xml-info", plan))
                .containsPattern("expiration</name>\\s*<value>864000<")
                .containsPattern("ftp_quota</name>\\s*<value>104857600<");
        done("service_plan", "--update", plan, "-log-rotate", "true");
        assertThat(done("service_plan", "--info", plan))
                .as("what was said while it was off")
                .containsPattern("log-rotate: +true")
                .containsPattern("log-bytime: +Daily");
        assertThat(run("service_plan", "--update", plan, "-hosting", "false").code)
                .isEqualTo(1);
        done("subscription", "--switch-subscription", host, "-service-plan", plan);
        assertThat(done("subscription", "--info", host))
                .containsPattern("Service plan: +" + plan)
                .containsPattern("disk_space: +524288000");
        done("subscription", "--update", host, "-max_box", "3");
        done("subscription", "--sync-subscription", host);
        done("service_plan", "--update", plan, "-new-name", plan + " neu", "-max_box", "9");
        assertThat(done("subscription", "--info", host)).containsPattern("max_box: +9");
        done("service_plan", "--duplicate", plan + " neu", "-duplicate-name", plan + " zwei");
        done("service_plan", "--remove", plan + " zwei");
        done("subscription", "--switch-subscription", host, "-custom", "true");
        done("service_plan", "--remove", plan + " neu");
        assertThat(run("service_plan", "--info", plan).code).isEqualTo(2);
    }

    @Test
    void resellersHavePlansLimitsAndCustomers() {
        var plan = "Reseller " + Given.unique();
        done("reseller_plan", "--create", plan, "-max_cl", "20", "-max-dom", "30", "-create_clients", "true");
        assertThat(done("reseller_plan", "--xml-info", plan)).contains("max_cl").contains("max_dom");
        done(
                "reseller",
                "--create",
                login,
                "-name",
                "Rita",
                "-passwd",
                "kurz5",
                "-email",
                "r@gasthof.example",
                "-service-plan",
                plan);
        assertThat(done("reseller_pref", "--info", login))
                .containsPattern("max_cl: +20")
                .containsPattern("create_clients: +true");
        done("reseller_pref", "--update", login, "-max_cl", "25");
        assertThat(done("reseller_pref", "-i", login)).containsPattern("max_cl: +25");
        done("reseller", "--unlock-subscription", login);
        assertThat(done("reseller_pref", "-i", login)).containsPattern("max_cl: +20");
        var customer = "c" + login;
        done("customer", "--create", customer, "-passwd", "kurz5", "-email", "k@gasthof.example", "-owner", login);
        done("customer", "--change-owner", customer, "-owner", "admin");
        done("customer", "--convert-to-reseller", customer);
        assertThat(done("reseller", "--list").lines()).contains(customer, login);
        done("reseller", "--convert-to-customer", customer);
        done("reseller", "--remove", login);
        assertThat(run("reseller", "--info", login).code).isEqualTo(2);
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
        assertThat(run("user", "--update", user, "-role", "König").code).isEqualTo(1);
        done("user", "--delete", user);
        assertThat(run("user", "--info", user).code).isEqualTo(2);
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
        assertThat(run("admin", "--get-login-link", "-user", "gibtsnicht").code).isEqualTo(2);
    }

    @Test
    void keysAreMadeListedAndDeleted() {
        var key = done("secret_key", "--create", "-description", "Rechnungen " + login)
                .strip();
        var keyed = new Program(address(), "").saying("X-API-Key", key);
        assertThat(keyed.get("/api/v2/server").status()).isEqualTo(200);
        assertThat(done("secret_key", "--list")).contains("Rechnungen " + login).doesNotContain(key);
        done("secret_key", "--delete", "-key", key);
        assertThat(run("secret_key", "--delete", "-key", key).code).isEqualTo(2);
    }

    @Test
    void whatStaysDarkIsNotSaidToBeOn() {
        aCustomerWithASubscription();
        done("subscription", "--webspace-off", host);
        done("customer", "--off", login);
        var on = run("subscription", "--webspace-on", host);
        assertThat(on.code).isEqualTo(1);
        assertThat(on.out).isEmpty();
        assertThat(on.err).contains(host, "stays suspended");
        done("customer", "--on", login);
        assertThat(live()).as("its own reason is gone").isEqualTo(1);
    }

    @Test
    void anEmptyPasswordIsRefused() {
        aCustomerWithASubscription();
        assertThat(run("customer", "--update", login, "-passwd", "").code).isEqualTo(1);
        assertThat(run("subscription", "--update", host, "-passwd", "").err).contains("PSA_PASSWORD");
    }

    @Test
    void anOptionThatWouldMeanNothingIsRefused() {
        aCustomerWithASubscription();
        for (var wrong : List.of(
                new String[] {"customer", "--update", login, "-owner", "admin"},
                new String[] {"customer", "--update", login, "-creation-date", "2020-01-01"},
                new String[] {"customer", "--update", login, "-ext_permission_x", "true"},
                new String[] {"customer", "--remove", login, "-name", "Ada"},
                new String[] {"customer", "--change-owner", login, "-owner", "admin", "-map", "1"},
                new String[] {"subscription", "--update", host, "-service-plan", "Unlimited"},
                new String[] {"subscription", "--update", host, "-creation-date", "2020-01-01"},
                new String[] {"subscription", "--update", host, "-www-root", "public"},
                new String[] {"subscription", "--update", host, "-hosting", "false", "-php", "true"},
                new String[] {"subscription", "--add-subscription", host, "-service-plan", "Extra"},
                new String[] {"subscription", "--remove-subscription", host, "-service-plan", "Extra"},
                new String[] {"reseller", "--create", "r" + login, "-passwd", "kurz5", "-owner", login})) {
            var printed = run(wrong[0], Arrays.copyOfRange(wrong, 1, wrong.length));
            assertThat(printed.code).as(String.join(" ", wrong)).isEqualTo(1);
            assertThat(printed.err).isNotBlank();
        }
        done("subscription", "--update", host, "-www-root", "httpdocs");
        done("subscription", "--update", host, "-manage_not_chroot_shell", "true", "-ext_permission_x", "true");
        assertThat(done("subscription", "--info", host))
                .containsPattern("manage_not_chroot_shell: +true")
                .containsPattern("ext_permission_x: +true");
        assertThat(run("reseller", "--lock-subscription", "gibtsnicht").code).isEqualTo(2);
    }

    @Test
    void addOnPlansAreKept() {
        var plan = "Zusatz " + Given.unique();
        done("service_plan_addon", "--create", plan, "-max_box", "5", "-manage_dns", "true");
        done("service_plan_addon", "--update", plan, "-max_box", "7");
        assertThat(done("service_plan_addon", "--info", plan))
                .containsPattern("max_box: +7")
                .containsPattern("manage_dns: +true");
        done("service_plan_addon", "--duplicate", plan, "-duplicate-name", plan + " zwei");
        assertThat(done("service_plan_addon", "--list").lines()).contains(plan, plan + " zwei");
        done("service_plan_addon", "--remove", plan);
        assertThat(run("service_plan_addon", "--info", plan).code).isEqualTo(2);
    }

    @Test
    void rolesAreThoseOfThePanel() {
        assertThat(done("role", "--info", "Webmaster")).containsPattern("Name: +Webmaster");
        assertThat(run("role", "--info", "König").code).isEqualTo(2);
        assertThat(run("role", "--create", "König", "-owner", "admin").code).isEqualTo(1);
        assertThat(run("role", "--delete", "Webmaster", "-owner", "admin").err).contains("Built-in");
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
        assertThat(admins.code).isEqualTo(1);
        assertThat(admins.err).contains("administrator");
    }

    @Test
    void aNameIsOneLine() {
        var name = "Paket " + Given.unique();
        assertThat(run("service_plan", "--create", name + "\n2").code).isEqualTo(1);
        assertThat(run("service_plan", "--info", name + "\0").code).isEqualTo(1);
        done("service_plan", "--create", name);
        assertThat(run("service_plan", "--update", name, "-new-name", name + "\n2").code)
                .isEqualTo(1);
        assertThat(run("subscription", "--create", host, "-login", "postfix", "-passwd", "geheim5!").err)
                .contains("belongs to the server");
    }
}
