package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.commons.net.ftp.FTPClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.engine.embedded.EmbeddedFtp;
import org.wirt.engine.embedded.EmbeddedWeb;
import org.wirt.hosting.NodeViews;

/// What two families of billing modules send for each of their actions, packet after packet as they do; and after each
/// a look at the servers that run.
class BillingSequencesStory extends BillingTest {

    private static final String PASSWORD = "geheim<&5";
    private static final int LET_IN = 230;
    private static final int REFUSED = 530;

    @Autowired
    private EmbeddedWeb web;

    @Autowired
    private EmbeddedFtp ftp;

    @Autowired
    private NodeViews views;

    private final String host = Given.unique() + ".example";
    private final String user = "f" + Given.unique();

    private Biller.Answer done(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.count("//status[text()='error']")).as(answer.text()).isZero();
        return answer;
    }

    /// How the website answers, asked as a browser asks.
    private int website() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int ftpLogin(String password) {
        var client = new FTPClient();
        try {
            client.setControlEncoding(StandardCharsets.UTF_8);
            client.connect("127.0.0.1", ftp.port());
            client.login(user, password);
            int reply = client.getReplyCode();
            client.disconnect();
            return reply;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void isServed(String password) {
        assertThat(website()).isEqualTo(200);
        assertThat(ftpLogin(password)).isEqualTo(LET_IN);
    }

    private void isDark(String password) {
        assertThat(website()).isEqualTo(503);
        assertThat(ftpLogin(password)).isEqualTo(REFUSED);
    }

    private void isGone(String password) {
        assertThat(website()).isEqualTo(404);
        assertThat(ftpLogin(password)).isEqualTo(REFUSED);
        assertThat(views.web(host)).isEmpty();
    }

    private static String properties(String... pairs) {
        return named("property", pairs);
    }

    private static String named(String node, String... pairs) {
        var text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2)
            text.append("<%1$s><name>%2$s</name><value>%3$s</value></%1$s>".formatted(node, pairs[i], pairs[i + 1]));
        return text.toString();
    }

    private static String escaped(String password) {
        return password.replace("&", "&amp;").replace("<", "&lt;");
    }

    // What the first family does: no version, the customer is what is suspended.

    private static final String[] LIMITS = {
        "max_db",
        "0",
        "max_maillists",
        "0",
        "max_box",
        "5",
        "max_traffic",
        "1048576000",
        "disk_space",
        "524288000",
        "max_subdom",
        "3",
        "max_subftp_users",
        "2",
        "max_site",
        "1"
    };

    private static final String[] PERMISSIONS = {
        "manage_subdomains",
        "true",
        "manage_dns",
        "true",
        "manage_crontab",
        "false",
        "manage_anonftp",
        "false",
        "manage_sh_access",
        "false",
        "manage_maillists",
        "false",
        "create_domains",
        "true",
        "manage_phosting",
        "false",
        "manage_quota",
        "false",
        "manage_not_chroot_shell",
        "false",
        "manage_domain_aliases",
        "true",
        "manage_subftp",
        "true",
        "manage_spamfilter",
        "false"
    };

    private String hosting(String password) {
        return "<hosting><vrt_hst>"
                + properties(
                        "ftp_login",
                        user,
                        "ftp_password",
                        escaped(password),
                        "php",
                        "true",
                        "ssl",
                        "true",
                        "cgi",
                        "true")
                + "<ip_address>127.0.0.1</ip_address></vrt_hst></hosting>";
    }

    private String webspaceOf(String owner) {
        return "<webspace><add><gen_setup><name>" + host + "</name><owner-login>" + owner
                + "</owner-login><htype>vrt_hst</htype><ip_address>127.0.0.1</ip_address></gen_setup>"
                + hosting(PASSWORD) + "<limits>" + named("limit", LIMITS) + "</limits><permissions>"
                + named("permission", PERMISSIONS) + "</permissions><plan-name>Unlimited</plan-name></add></webspace>";
    }

    private static final String CONTACT = "<cname>Gasthof &amp; Söhne</cname><pname>Ada Wirt</pname><login>%s</login>"
            + "<passwd>kurz5</passwd><phone>+49.301</phone><fax></fax><email>ada@gasthof.example</email>"
            + "<address>Am Markt 1</address><city>Berlin</city><state>BE</state><description></description>";

    private String ofCustomer(String values) {
        return "<customer><set><filter><login>" + login + "</login></filter><values><gen_info>" + values
                + "</gen_info></values></set></customer>";
    }

    @Test
    void anAccountOfTheFirstFamilyFromItsSaleToItsEnd() {
        assertThat(done("<server><get><stat/></get></server>").number("//other/uptime"))
                .isPositive();

        done("<customer><add><gen_info>" + CONTACT.formatted(login) + "</gen_info></add></customer>");
        done(webspaceOf(login));
        isServed(PASSWORD);

        done(ofCustomer("<status>16</status>"));
        isDark(PASSWORD);
        done(ofCustomer("<status>0</status>"));
        isServed(PASSWORD);

        done(ofCustomer("<passwd>anders5!</passwd>"));
        isServed(PASSWORD);
        var browser = browser();
        browser.signIn(login, "anders5!");
        assertThat(browser.get("/").body()).contains(login);

        // Another package: the account with its own login again, then the subscription, its parts in this order.
        done(ofCustomer(CONTACT.formatted(login)));
        done("<webspace><set><filter><name>" + host + "</name></filter><values><gen_setup><name>" + host
                + "</name><owner-login>" + login + "</owner-login><ip_address>127.0.0.1</ip_address></gen_setup>"
                + hosting("neu<&5") + "<limits>" + named("limit", LIMITS) + "</limits><permissions>"
                + named("permission", PERMISSIONS) + "</permissions></values></set></webspace>");
        isServed("neu<&5");
        assertThat(ftpLogin(PASSWORD)).isEqualTo(REFUSED);

        done("<webspace><del><filter><name>" + host + "</name></filter></del></webspace>");
        isGone("neu<&5");
        done("<customer><del><filter><login>" + login + "</login></filter></del></customer>");
        assertThat(biller.ask("<customer><del><filter><login>" + login + "</login></filter></del></customer>")
                        .at("//errcode"))
                .isEqualTo("1013");
    }

    /// A main domain keeps its name: mailboxes, certificates and files are under it.
    @Test
    void anotherDomainIsRefusedAndTheOldOneServedOn() {
        done("<customer><add><gen_info>" + CONTACT.formatted(login) + "</gen_info></add></customer>");
        done(webspaceOf(login));
        var renamed =
                biller.ask("<webspace><set><filter><name>" + host + "</name></filter><values><gen_setup><name>new-"
                        + host + "</name></gen_setup></values></set></webspace>");
        assertThat(renamed.at("//result/errcode")).isEqualTo("1023");
        isServed(PASSWORD);
    }

    @Test
    void aResellerOfTheFirstFamilyIsSoldAndCancelled() {
        assertThat(done("<ip><get/></ip>").at("//ip_info[1]/type")).isEqualTo("shared");
        done("<reseller><add><gen-info><pname>Rita Wirt</pname><login>" + login
                + "</login><passwd>kurz5</passwd><email>r@gasthof.example</email></gen-info></add></reseller>");
        // What she holds is her own: the administrator's plans are not hers to use, and nothing is half made.
        assertThat(biller.ask(webspaceOf(login)).at("//result/errcode")).isEqualTo("1013");
        assertThat(website()).isEqualTo(404);
        done("<service-plan><add><name>Unlimited</name><owner-login>" + login + "</owner-login></add></service-plan>");
        done(webspaceOf(login));
        isServed(PASSWORD);
        done("<reseller><del><filter><login>" + login + "</login></filter></del></reseller>");
        isGone(PASSWORD);
    }

    @Test
    void theFirstFamilyLetsACustomerIntoThePanel() {
        done("<customer><add><gen_info>" + CONTACT.formatted(login) + "</gen_info></add></customer>");
        done(webspaceOf(login));
        var address = Base64.getEncoder().encodeToString("127.0.0.1".getBytes(StandardCharsets.US_ASCII));
        var token = done("<server><create_session><login>" + login + "</login><data><user_ip>" + address
                        + "</user_ip><source_server></source_server></data></create_session></server>")
                .at("//result/id");
        var browser = browser();
        browser.get("/enterprise/rsession_init.php?PHPSESSID=" + token);
        assertThat(browser.get("/websites").words()).contains(host);
        isServed(PASSWORD);
    }

    // What the second family does: the protocols first, then versions by action, the subscription is what is suspended.

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
        given.database.execute(
                "update wirt.reseller set permissions = permissions || '{\"remote_api\":true,\"create_clients\":true,\"create_subscriptions\":true}' where account_id = ?",
                reseller.id());
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
                        + named("permission", "create_subscriptions", "true") + "</permissions></add></reseller-plan>");
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
