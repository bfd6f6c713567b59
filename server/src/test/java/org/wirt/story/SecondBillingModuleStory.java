package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirt.database.Certificate;

/// A family of billing modules that asks for the protocols first, speaks a version for each action, and suspends the
/// subscription.
class SecondBillingModuleStory extends BillingModuleTest {

    private Biller.Answer done(String version, String packet) {
        biller.speaking("1.0.0.0");
        var known = done("<server><get_protos/></server>");
        assertThat(known.count("//proto[text()='1.6.7.0']")).isEqualTo(1);
        biller.speaking(version);
        return done(packet);
    }

    private String foreign() {
        return "crm-" + login;
    }

    private long found() {
        var answer = done(
                "1.6.6.0",
                "<customer><get><filter><external-id>" + foreign()
                        + "</external-id></filter><dataset><gen_info/></dataset></get></customer>");
        assertThat(answer.at("//gen_info/login")).isEqualTo(login);
        return answer.number("//result/id");
    }

    private void sold() {
        biller.speaking("1.6.6.0");
        for (var filter : List.of("<external-id>" + foreign() + "</external-id>", "<login>" + login + "</login>"))
            assertThat(biller.ask("<customer><get><filter>" + filter
                                    + "</filter><dataset><gen_info/></dataset></get></customer>")
                            .at("//errcode"))
                    .isEqualTo("1013");
        done("1.6.6.0", "<ip><get/></ip>");
        long owner = done(
                        "1.6.6.0",
                        "<customer><add><gen_info><cname/><pname>Ada Wirt</pname><login>" + login
                                + "</login><passwd>kurz5</passwd><status>0</status><phone>1</phone>"
                                + "<email>ada@gasthof.example</email><country>DE</country><external-id>" + foreign()
                                + "</external-id></gen_info></add></customer>")
                .number("//result/id");
        done(
                "1.6.3.2",
                "<webspace><add><gen_setup><name>" + host + "</name><owner-id>" + owner
                        + "</owner-id><htype>vrt_hst</htype><ip_address>127.0.0.1</ip_address><status>0</status></gen_setup>"
                        + "<hosting><vrt_hst>" + properties("ftp_login", user, "ftp_password", escaped(PASSWORD))
                        + "<ip_address>127.0.0.1</ip_address></vrt_hst></hosting><prefs><www>true</www></prefs>"
                        + "<plan-name>Unlimited</plan-name></add></webspace>");
    }

    private void status(int bits) {
        done("1.0.0.0", status("domain", host, bits));
    }

    @Test
    void anAccountOfTheSecondFamilyFromItsSaleToItsEnd() {
        sold();
        isServed(PASSWORD);

        status(16);
        isDark(PASSWORD);
        status(0);
        isServed(PASSWORD);

        done(
                "1.6.6.0",
                "<customer><set><filter><id>" + found()
                        + "</id></filter><values><gen_info><passwd>anders5!</passwd></gen_info></values></set></customer>");
        done(
                "1.0.0.0",
                "<domain><set><filter><name>" + host
                        + "</name></filter><values><hosting><vrt_hst><ftp_password>neu&lt;5!</ftp_password></vrt_hst></hosting></values></set></domain>");
        isServed("neu<5!");
        assertThat(ftpLogin(PASSWORD)).isEqualTo(REFUSED);

        var plan = "Paket " + login;
        done(
                "1.6.6.0",
                "<service-plan><add><name>" + plan
                        + "</name><limits><limit><name>max_box</name><value>9</value></limit></limits></add></service-plan>");
        var guid = done("1.6.6.0", "<service-plan><get><filter><name>" + plan + "</name></filter></get></service-plan>")
                .at("//result/guid");
        done(
                "1.6.6.0",
                "<webspace><switch-subscription><filter><name>" + host + "</name></filter><plan-guid>" + guid
                        + "</plan-guid></switch-subscription></webspace>");
        done(
                "1.6.6.0",
                "<webspace><get><filter><name>" + host
                        + "</name></filter><dataset><hosting/></dataset></get></webspace>");
        done(
                "1.6.6.0",
                "<webspace><set><filter><name>" + host
                        + "</name></filter><values><hosting><vrt_hst><ip_address>127.0.0.1</ip_address></vrt_hst></hosting></values></set></webspace>");
        isServed("neu<5!");

        var usage = done(
                "1.6.4.0",
                "<webspace><get><filter><name>" + host
                        + "</name></filter><dataset><gen_info/><limits/><resource-usage/></dataset></get></webspace>");
        assertThat(usage.at("//limit[name='max_box']/value")).isEqualTo("9");
        assertThat(usage.number("//resource[name='max_traffic']/value")).isNotNegative();
        assertThat(usage.number("//real_size")).isNotNegative();

        done("1.6.6.0", "<webspace><del><filter><name>" + host + "</name></filter></del></webspace>");
        isGone("neu<5!");
        long owner = found();
        var left = done(
                "1.6.6.0",
                "<webspace><get><filter><owner-id>" + owner
                        + "</owner-id></filter><dataset><gen_info/></dataset></get></webspace>");
        assertThat(left.count("//result/id"))
                .as("nothing is left, and that is no error")
                .isZero();
        done("1.6.6.0", "<customer><del><filter><id>" + owner + "</id></filter></del></customer>");
    }

    /// Its login is no administrator's, so it suspends with another bit.
    @Test
    void aResellersOwnModuleSuspendsWithTheBitOfResellers() {
        var reseller = given.reseller("Netzwirt");
        given.permit(reseller, "remote_api", "create_clients", "create_subscriptions");
        biller = new Biller(address(), reseller.username(), Given.PASSWORD);
        var customer = given.customer("Gasthof Krone", reseller);
        biller.speaking("1.6.3.2");
        done("<webspace><add><gen_setup><name>" + host + "</name><owner-id>" + customer.id()
                + "</owner-id><htype>vrt_hst</htype></gen_setup><hosting><vrt_hst>"
                + properties("ftp_login", user, "ftp_password", escaped(PASSWORD))
                + "</vrt_hst></hosting></add></webspace>");
        isServed(PASSWORD);
        status(32);
        isDark(PASSWORD);
        status(0);
        isServed(PASSWORD);
    }

    @Test
    void aResellerOfTheSecondFamilyGoesDarkWithAllHeHas() {
        var plan = "Reseller " + login;
        done(
                "1.6.6.0",
                "<reseller-plan><add><name>" + plan + "</name><permissions>"
                        + named("permission", "create_subscriptions", "true") + named("permission", PERMISSIONS)
                        + "</permissions></add></reseller-plan>");
        long reseller = done(
                        "1.6.6.0",
                        "<reseller><add><gen-info><pname>Rita</pname><login>" + login
                                + "</login><passwd>kurz5</passwd><status>0</status><email>r@gasthof.example</email><external-id>"
                                + foreign() + "</external-id><power-user>false</power-user></gen-info><plan-name>"
                                + plan + "</plan-name></add></reseller>")
                .number("//result/id");
        done(webspaceOf(login).replace("<plan-name>Unlimited</plan-name>", ""));
        isServed(PASSWORD);
        var set = "<reseller><set><filter><id>" + reseller
                + "</id></filter><values><gen-info><status>%d</status></gen-info></values></set></reseller>";
        done("1.6.6.0", set.formatted(16));
        isDark(PASSWORD);
        done("1.6.6.0", set.formatted(0));
        isServed(PASSWORD);
        var guid = done(
                        "1.6.6.0",
                        "<reseller-plan><get><filter><name>" + plan + "</name></filter></get></reseller-plan>")
                .at("//result/guid");
        done(
                "1.6.6.0",
                "<reseller><switch-subscription><filter><id>" + reseller + "</id></filter><plan-guid>" + guid
                        + "</plan-guid></switch-subscription></reseller>");
        var usage = done(
                "1.6.6.0",
                "<reseller><get><filter><login>" + login
                        + "</login></filter><dataset><gen-info/><stat/><limits/></dataset></get></reseller>");
        assertThat(usage.number("//stat/traffic")).isNotNegative();
        isServed(PASSWORD);
    }

    @Test
    void theSecondFamilyListsPlansAndMovesTheMailElsewhere() {
        sold();
        assertThat(done("1.6.6.0", "<service-plan><get><filter/></get></service-plan>")
                        .count("//result[name='Unlimited']"))
                .isEqualTo(1);
        done("1.6.6.0", "<reseller-plan><get><filter><all/></filter><limits/><permissions/></get></reseller-plan>");
        long site = done(
                        "1.6.6.0",
                        "<webspace><get><filter><name>" + host
                                + "</name></filter><dataset><subscriptions/></dataset></get></webspace>")
                .number("//result/id");
        var record = "<dns><add_rec><site-id>" + site
                + "</site-id><type>MX</type><host></host><value>mail%d.elsewhere.example</value><opt>%d</opt></add_rec></dns>";
        for (int i = 1; i <= 2; i++) done("1.6.6.0", record.formatted(i, i * 10));
        var records = done("1.6.6.0", "<dns><get_rec><filter><site-id>" + site + "</site-id></filter></get_rec></dns>");
        var ids = new ArrayList<>(records.numbers("//result[data/type='MX']/id"));
        assertThat(ids).hasSize(2);
        var filter = new StringBuilder();
        ids.forEach(id -> filter.append("<id>").append(id).append("</id>"));
        assertThat(done("1.6.6.0", "<dns><del_rec><filter>" + filter + "</filter></del_rec></dns>")
                        .count("//result/id"))
                .isEqualTo(2);
        isServed(PASSWORD);
    }

    private long site() {
        return done(
                        "1.6.6.0",
                        "<webspace><get><filter><name>" + host
                                + "</name></filter><dataset><gen_info/></dataset></get></webspace>")
                .number("//result/id");
    }

    @Test
    void itsCustomersMailGoesDarkAndComesBackWithTheRest() {
        sold();
        done(
                "1.6.3.5",
                "<mail><create><filter><site-id>" + site()
                        + "</site-id><mailname><name>info</name><mailbox><enabled>true</enabled></mailbox><password><value>"
                        + escaped(PASSWORD)
                        + "</value><type>plain</type></password></mailname></filter></create></mail>");
        assertThat(mailOpens(PASSWORD)).isTrue();
        status(16);
        isDark(PASSWORD);
        assertThat(mailOpens(PASSWORD)).isFalse();
        status(0);
        isServed(PASSWORD);
        assertThat(mailOpens(PASSWORD)).isTrue();
        done("1.6.6.0", "<webspace><del><filter><name>" + host + "</name></filter></del></webspace>");
        isGone(PASSWORD);
        assertThat(mailOpens(PASSWORD)).isFalse();
    }

    /// It tells plans from add-ons by asking for both by the same numbers.
    @Test
    void anAddOnIsTakenAwayAndAnotherIsSold() {
        sold();
        done(
                "1.6.6.0",
                "<webspace><switch-subscription><filter><name>" + host + "</name></filter><plan-guid>" + plan()
                        + "</plan-guid></switch-subscription></webspace>");
        var old = addOn("Zusatz " + login, 5);
        var wanted = addOn("Mehr " + login, 7);
        bind("add-subscription", old);
        var bound = subscriptions();
        assertThat(bound.count("//plan-guid")).isEqualTo(2);
        biller.speaking("1.6.6.0");
        var plans = biller.ask("<service-plan><get><filter><guid>" + plan() + "</guid><guid>" + old
                + "</guid></filter></get></service-plan>");
        assertThat(plans.count("//result[status='ok']")).isEqualTo(1);
        assertThat(plans.at("//errcode")).isEqualTo("1013");
        assertThat(done(
                                "1.6.6.0",
                                "<service-plan-addon><get><filter><guid>" + old
                                        + "</guid></filter></get></service-plan-addon>")
                        .at("//result/name"))
                .isEqualTo("Zusatz " + login);
        bind("remove-subscription", old);
        bind("add-subscription", wanted);
        assertThat(subscriptions().count("//plan-guid[text()='" + wanted + "']"))
                .isEqualTo(1);
        assertThat(subscriptions().count("//plan-guid[text()='" + old + "']")).isZero();
        assertThat(subscriptions().at("//limit[name='max_box']/value")).isEqualTo("8");
        isServed(PASSWORD);
        status(16);
        isDark(PASSWORD);
    }

    private String plan() {
        var name = "Klein " + login;
        biller.speaking("1.6.6.0");
        biller.ask("<service-plan><add><name>" + name
                + "</name><limits><limit><name>max_box</name><value>1</value></limit></limits></add></service-plan>");
        return done("1.6.6.0", "<service-plan><get><filter><name>" + name + "</name></filter></get></service-plan>")
                .at("//result/guid");
    }

    private String addOn(String name, int boxes) {
        return done(
                        "1.6.6.0",
                        "<service-plan-addon><add><name>" + name + "</name><limits><limit><name>max_box</name><value>"
                                + boxes + "</value></limit></limits></add></service-plan-addon>")
                .at("//result/guid");
    }

    private void bind(String operation, String guid) {
        done(
                "1.6.6.0",
                "<webspace><%1$s><filter><id>%2$d</id></filter><plan-guid>%3$s</plan-guid></%1$s></webspace>"
                        .formatted(operation, site(), guid));
    }

    private Biller.Answer subscriptions() {
        return done(
                "1.6.6.0",
                "<webspace><get><filter><name>" + host
                        + "</name></filter><dataset><limits/><subscriptions/></dataset></get></webspace>");
    }

    /// All addresses are shared here: what it finds free is none, and the one it asks for is the one that serves.
    @Test
    void aDedicatedAddressIsLookedForAndTheSharedOneServes() {
        sold();
        var offered = done("1.6.6.0", "<ip><get/></ip>");
        assertThat(offered.count("//ip_info[type='exclusive']")).isZero();
        var used = done("1.6.6.0", "<webspace><get><filter/><dataset><hosting/></dataset></get></webspace>");
        assertThat(used.at("//result[id=" + site() + "]//vrt_hst/ip_address")).isEqualTo("127.0.0.1");
        var elsewhere = "<webspace><set><filter><name>" + host
                + "</name></filter><values><hosting><vrt_hst><ip_address>203.0.113.9</ip_address></vrt_hst></hosting></values></set></webspace>";
        assertThat(biller.ask(elsewhere).at("//errcode")).isEqualTo("1018");
        isServed(PASSWORD);
    }

    @Test
    void aCertificateThatItInstallsIsTheOneThatTheSiteShows() {
        sold();
        var request = done(
                "1.6.6.0",
                "<certificate><generate><info><bits>2048</bits><country>DE</country><state>Bayern</state>"
                        + "<location>Ulm</location><company>Gasthof</company><email>a@gasthof.example</email><name>"
                        + host + "</name></info></generate></certificate>");
        var self = Certificate.of(List.of(host));
        var key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(self.key().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        done(
                "1.6.6.0",
                "<certificate><install><name>" + host + "</name><webspace>" + host + "</webspace><content><csr>"
                        + request.at("//csr") + "</csr><pvt>" + key + "</pvt><cert>" + self.chain()
                        + "</cert></content></install></certificate>");
        assertThat(given.number(
                        "select count(*) from wirt.certificate c join wirt.site w on w.id = c.site_id where w.host = ?",
                        host))
                .isEqualTo(1);
        status(16);
        isDark(PASSWORD);
        status(0);
        isServed(PASSWORD);
    }

    @Test
    void theSecondFamilySendsItsCustomerByAForm() {
        sold();
        var address = Base64.getEncoder().encodeToString("127.0.0.1".getBytes(StandardCharsets.US_ASCII));
        var token = done(
                        "1.6.6.0",
                        "<server><create_session><login>" + login + "</login><data><user_ip>" + address
                                + "</user_ip><source_server>" + address
                                + "</source_server></data></create_session></server>")
                .at("//result/id");
        var browser = browser();
        browser.post("/enterprise/rsession_init.php", "PLESKSESSID", token, "PHPSESSID", token);
        assertThat(browser.get("/websites").words()).contains(host);
        isServed(PASSWORD);
    }
}
