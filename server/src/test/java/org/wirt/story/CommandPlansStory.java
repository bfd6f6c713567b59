package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Plans, add-ons, roles and keys by the command line of the dialect.
class CommandPlansStory extends CommandDialectTest {

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
        assertThat(run("service_plan", "--update", plan, "-hosting", "false").code())
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
        assertThat(run("service_plan", "--info", plan).code()).isEqualTo(2);
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
        assertThat(run("reseller", "--info", login).code()).isEqualTo(2);
    }

    @Test
    void limitsOfOlderPanelsAreTaken() {
        var plan = "Alt " + Given.unique();
        var old = new String[] {
            "-max_webapps",
            "1",
            "-max_site_builder",
            "2",
            "-max_unity_mobile_sites",
            "3",
            "-upsell_site_builder",
            "4",
            "-max_mn",
            "5"
        };
        for (var utility : List.of("service_plan", "reseller_plan", "service_plan_addon"))
            done(
                    utility,
                    Stream.concat(Stream.of("--create", plan), Stream.of(old)).toArray(String[]::new));
        assertThat(done("service_plan", "--info", plan)).doesNotContain("max_webapps");
        done("reseller_plan", "--update", plan, "-change_limits", "true");
        assertThat(done("reseller_plan", "--info", plan)).containsPattern("change_limits: +true");
        isRefused(1, "-change_limits", "service_plan", "--update", plan, "-change_limits", "true");
    }

    @Test
    void whatAPlanSaysOfWebServerAndPhpIsOneForPacketsAndCommands() {
        var plan = "Web " + Given.unique();
        var biller = new Biller(address(), "admin", Given.PASSWORD);
        done(
                "service_plan",
                "--create",
                plan,
                "-nginx-proxy-mode",
                "false",
                "-apache-additional-settings",
                "XX",
                "-settings",
                "memory_limit=64M\ndisable_functions=exec,system",
                "-additional-settings",
                "opcache.enable=1",
                "-wuscripts",
                "true");
        var told = biller.ask(Biller.by("service-plan", "get", "name", plan));
        assertThat(told.at("//web-server-settings/nginx-proxy-mode")).isEqualTo("false");
        assertThat(told.at("//web-server-settings/additional")).isEqualTo("XX");
        assertThat(told.at("//setting[name='memory_limit']/value")).isEqualTo("64M");
        assertThat(told.at("//setting[name='disable_functions']/value")).isEqualTo("exec,system");
        assertThat(told.at("//setting[name='additional-directives']/value")).isEqualTo("opcache.enable=1");
        assertThat(told.count("//property")).isEqualTo(1);
        assertThat(told.at("//property[name='wu_script']/value")).isEqualTo("true");
        biller.ask("<service-plan><set><filter><name>" + plan
                + "</name></filter><web-server-settings><additional-nginx>gzip on;</additional-nginx>"
                + "</web-server-settings></set></service-plan>");
        assertThat(done("service_plan", "--info", plan))
                .containsPattern("nginx-proxy-mode: +false")
                .containsPattern("apache-additional-settings: +XX")
                .containsPattern("nginx-additional-settings: +gzip on;")
                .containsPattern("memory_limit: +64M")
                .containsPattern("additional-settings: +opcache.enable=1");
        isRefused(1, "name=value", "service_plan", "--update", plan, "-settings", "/etc/php.ini");
    }

    @Test
    void addOnPlansAreMadeAndBound() {
        var plan = "Zusatz " + Given.unique();
        done("service_plan_addon", "--create", plan, "-max_box", "5", "-manage_dns", "true");
        done("service_plan_addon", "--update", plan, "-max_box", "7");
        assertThat(done("service_plan_addon", "--info", plan))
                .containsPattern("max_box: +7")
                .containsPattern("manage_dns: +true");
        done("service_plan_addon", "--duplicate", plan, "-duplicate-name", plan + " zwei");
        assertThat(done("service_plan_addon", "--list").lines()).contains(plan, plan + " zwei");
        aCustomerWithASubscription();
        isRefused(1, "no plan", "subscription", "--add-subscription", host, "-service-plan", plan);
        done("subscription", "--switch-subscription", host, "-service-plan", "Default Domain");
        var before = done("subscription", "--info", host);
        done("subscription", "--add-subscription", host, "-service-plan", plan);
        assertThat(done("subscription", "--info", host))
                .containsPattern("manage_dns: +true")
                .isNotEqualTo(before);
        isRefused(1, "subscription", "service_plan_addon", "--remove", plan);
        done("subscription", "--remove-subscription", host, "-service-plan", plan);
        assertThat(done("subscription", "--info", host)).isEqualTo(before);
        done("service_plan_addon", "--remove", plan);
        assertThat(run("service_plan_addon", "--info", plan).code()).isEqualTo(2);
    }

    @Test
    void rolesAreThoseOfThePanel() {
        assertThat(done("role", "--info", "Webmaster")).containsPattern("Name: +Webmaster");
        assertThat(run("role", "--info", "König").code()).isEqualTo(2);
        assertThat(run("role", "--create", "König", "-owner", "admin").code()).isEqualTo(1);
        assertThat(run("role", "--delete", "Webmaster", "-owner", "admin").err())
                .contains("Built-in");
    }

    @Test
    void keysAreMadeListedAndDeleted() {
        var key = done("secret_key", "--create", "-description", "Rechnungen " + login)
                .strip();
        var keyed = new Program(address(), "").saying("X-API-Key", key);
        assertThat(keyed.get("/api/v2/server").status()).isEqualTo(200);
        assertThat(done("secret_key", "--list")).contains("Rechnungen " + login).doesNotContain(key);
        done("secret_key", "--delete", "-key", key);
        assertThat(run("secret_key", "--delete", "-key", key).code()).isEqualTo(2);
    }
}
