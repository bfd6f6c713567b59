package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What billing systems do with customers and subscriptions through the XML dialect, and what the servers make of it.
class BillingStory extends PanelTest {

    private Biller biller;
    private String login;

    @BeforeEach
    void aBillingSystem() {
        given.administratorsPassword();
        biller = new Biller(address(), "admin", Given.PASSWORD);
        login = "K" + Given.unique();
    }

    private static String customer(String login, String more) {
        return ("<customer><add><gen_info><cname>Gasthof &amp; Söhne</cname><pname>Ada Wirt</pname><login>%s</login>"
                        + "<passwd>kurz5</passwd><phone>+49 30 1</phone><email>ada@gasthof.example</email><country>DE</country>%s"
                        + "</gen_info></add></customer>")
                .formatted(login, more);
    }

    private long made(String login, String more) {
        var answer = biller.ask(customer(login, more));
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        return answer.number("//result/id");
    }

    private static String webspace(String name, long owner, String more) {
        return ("<webspace><add><gen_setup><name>%s</name><owner-id>%d</owner-id><htype>vrt_hst</htype></gen_setup>"
                        + "<hosting><vrt_hst><property><name>ftp_login</name><value>%s</value></property>"
                        + "<property><name>ftp_password</name><value>geheim&lt;&amp;5</value></property>"
                        + "<property><name>php</name><value>true</value></property></vrt_hst></hosting>%s</add></webspace>")
                .formatted(name, owner, "f" + Given.unique(), more);
    }

    private long live(String host) {
        return given.number(
                "select count(*) from node.sub s join wirt.subscription b on b.id = s.id where b.name = ? and s.live",
                host);
    }

    @Test
    void aCustomerIsMadeReadChangedAndDeleted() {
        var answer = biller.ask(
                customer(login, "<external-id>crm-1" + login + "</external-id><description>Notiz</description>"));
        assertThat(answer.at("/packet/@version")).isEqualTo("1.6.9.1");
        assertThat(answer.text()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<packet");
        var id = answer.number("/packet/customer/add/result/id");
        assertThat(answer.at("//result/guid")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        var read = biller.ask("<customer><get><filter><login>" + login.toLowerCase(Locale.ROOT)
                + "</login></filter><dataset><gen_info/><stat/></dataset></get></customer>");
        var info = "//result/data/gen_info/";
        assertThat(read.number("//result/id")).isEqualTo(id);
        assertThat(read.at(info + "cname")).isEqualTo("Gasthof & Söhne");
        assertThat(read.at(info + "status")).isEqualTo("0");
        assertThat(read.at(info + "owner-login")).isEqualTo("admin");
        assertThat(read.count(info + "owner-id")).isZero();
        assertThat(read.at(info + "external-id")).isEqualTo("crm-1" + login);
        assertThat(read.at(info + "description")).isEqualTo("Notiz");
        assertThat(read.at("//stat/postboxs")).isEqualTo("0");

        var set = biller.ask(
                "<customer><set><filter><id>" + id + "</id></filter><values><gen_info><cname/><login>" + login
                        + "</login><passwd>neu&lt;5678</passwd><fax>+49 30 2</fax></gen_info></values></set></customer>");
        assertThat(set.at("//result/status")).as(set.text()).isEqualTo("ok");
        assertThat(set.at("//result/filter-id")).isEqualTo(Long.toString(id));
        read = biller.ask(
                "<customer><get><filter><id>" + id + "</id></filter><dataset><gen_info/></dataset></get></customer>");
        assertThat(read.at(info + "cname")).isEmpty();
        assertThat(read.at(info + "pname")).isEqualTo("Ada Wirt");
        assertThat(read.at(info + "fax")).isEqualTo("+49 30 2");

        assertThat(biller.ask("<customer><del><filter><id>" + id + "</id></filter></del></customer>")
                        .at("//status"))
                .isEqualTo("ok");
        var gone = biller.ask(
                "<customer><get><filter><id>" + id + "</id></filter><dataset><gen_info/></dataset></get></customer>");
        assertThat(gone.at("//result/errcode")).isEqualTo("1013");
        assertThat(gone.at("//result/errtext")).isEqualTo("client does not exist");
        assertThat(gone.at("//result/filter-id")).isEqualTo(Long.toString(id));
        assertThat(gone.count("//result/id")).isZero();
    }

    @Test
    void aLoginThatIsTakenAndAnOwnerWhoIsNotThereAreToldByTheirNumbers() {
        made(login, "");
        var taken = biller.ask(customer(login, ""));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.at("//result/errcode")).isEqualTo("1007");
        assertThat(taken.at("//result/errtext")).isEqualTo("Client with login name '" + login + "' already exists.");
        var nobody = biller.ask(customer(login + "x", "<owner-id>888888888888</owner-id>"));
        assertThat(nobody.at("//result/errcode")).isEqualTo("1015");
        assertThat(given.number("select count(*) from wirt.login where username = ?", login + "x"))
                .isZero();
    }

    @Test
    void aSubscriptionIsMadeSuspendedLimitedAndDeleted() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        var answer = biller.ask(webspace(
                host,
                owner,
                "<limits><limit><name>max_box</name><value>7</value></limit><limit><name>disk_space</name><value>52428800</value></limit></limits>"
                        + "<permissions><permission><name>manage_dns</name><value>true</value></permission></permissions>"
                        + "<prefs><www>false</www></prefs>"));
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        long id = answer.number("//result/id");
        assertThat(live(host)).isEqualTo(1);

        var read = biller.ask("<webspace><get><filter><name>" + host
                + "</name></filter><dataset><gen_info/><hosting/><limits/><prefs/><permissions/><subscriptions/><disk_usage/><php-settings/>"
                + "<resource-usage/><stat/><performance/></dataset></get></webspace>");
        assertThat(read.at("//gen_info/name")).isEqualTo(host);
        assertThat(read.number("//gen_info/owner-id")).isEqualTo(owner);
        assertThat(read.at("//gen_info/guid")).isEqualTo(answer.at("//result/guid"));
        assertThat(read.at("//gen_info/real_size")).isEqualTo("0");
        assertThat(read.at("//limits/limit[name='max_box']/value")).isEqualTo("7");
        assertThat(read.at("//limits/limit[name='disk_space']/value")).isEqualTo("52428800");
        assertThat(read.at("//permissions/permission[name='manage_dns']/value")).isEqualTo("true");
        assertThat(read.at("//prefs/www")).isEqualTo("false");
        assertThat(read.at("//hosting/vrt_hst/property[name='php']/value")).isEqualTo("true");
        assertThat(read.at("//hosting/vrt_hst/ip_address")).isEqualTo("127.0.0.1");
        assertThat(read.at("//php-settings/setting[name='open_basedir']/value")).isNotEmpty();

        var dark = biller.ask(status("webspace", host, 16));
        assertThat(dark.at("//result/status")).as(dark.text()).isEqualTo("ok");
        assertThat(live(host)).isZero();
        assertThat(biller.ask("<webspace><get><filter><id>" + id
                                + "</id></filter><dataset><gen_info/></dataset></get></webspace>")
                        .at("//gen_info/status"))
                .isEqualTo("16");
        assertThat(biller.ask(status("webspace", host, 0)).at("//result/status"))
                .isEqualTo("ok");
        assertThat(live(host)).isEqualTo(1);

        assertThat(biller.ask("<webspace><del><filter><name>" + host + "</name></filter></del></webspace>")
                        .at("//result/status"))
                .isEqualTo("ok");
        assertThat(biller.ask("<webspace><del><filter><name>" + host + "</name></filter></del></webspace>")
                        .at("//result/errcode"))
                .isEqualTo("1013");
        var none = biller.ask("<webspace><get><filter><owner-id>" + owner
                + "</owner-id></filter><dataset><gen_info/></dataset></get></webspace>");
        assertThat(none.at("//result/status")).isEqualTo("ok");
        assertThat(none.count("//result/id")).isZero();
    }

    private static String status(String operator, String host, int bits) {
        return "<%1$s><set><filter><name>%2$s</name></filter><values><gen_setup><status>%3$d</status></gen_setup></values></set></%1$s>"
                .formatted(operator, host, bits);
    }

    @Test
    void whenACustomerIsSuspendedHisSubscriptionsAreDark() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        biller.ask(webspace(host, owner, ""));
        var set = "<customer><set><filter><login>" + login
                + "</login></filter><values><gen_info><status>%d</status></gen_info></values></set></customer>";
        assertThat(biller.ask(set.formatted(16)).at("//result/status")).isEqualTo("ok");
        assertThat(live(host)).isZero();
        assertThat(biller.ask(set.formatted(64)).at("//result/errcode")).isEqualTo("1025");
        assertThat(biller.ask(set.formatted(0)).at("//result/status")).isEqualTo("ok");
        assertThat(biller.ask(set.formatted(1)).at("//result/status"))
                .as("as some clients say it")
                .isEqualTo("ok");
        assertThat(live(host)).isZero();
        assertThat(biller.ask(set.formatted(0)).at("//result/status")).isEqualTo("ok");
        assertThat(live(host)).isEqualTo(1);
        assertThat(given.text(
                        "select distinct door from wirt.audit where verb = 'customer.suspend' and object_id = ?",
                        owner))
                .isEqualTo("XML");
    }

    @Test
    void theOldestPacketsAreAnsweredInTheirOwnVersion() {
        biller.speaking("1.0.0.0");
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        biller.ask(webspace(host, owner, ""));
        var dark = biller.ask(status("domain", host, 16));
        assertThat(dark.at("/packet/@version")).isEqualTo("1.0.0.0");
        assertThat(dark.at("/packet/domain/set/result/status")).as(dark.text()).isEqualTo("ok");
        assertThat(live(host)).isZero();
        var password = biller.ask(
                "<domain><set><filter><name>" + host
                        + "</name></filter><values><hosting><vrt_hst><ftp_password>ganzneu77</ftp_password></vrt_hst></hosting></values></set></domain>");
        assertThat(password.at("//result/status")).as(password.text()).isEqualTo("ok");
    }

    @Test
    void aPlanIsMadeFoundBoundAndDeleted() {
        var name = "Plan " + Given.unique();
        var made = biller.ask("<service-plan><add><name>" + name
                + "</name><limits><limit><name>max_box</name><value>3</value></limit><limit><name>max_traffic</name><value>-1</value></limit></limits>"
                + "<hosting><property><name>php</name><value>false</value></property></hosting></add></service-plan>");
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        var guid = made.at("//result/guid");
        var read = biller.ask("<service-plan><get><filter><name>" + name + "</name></filter></get></service-plan>");
        assertThat(read.at("//result/guid")).isEqualTo(guid);
        assertThat(read.at("//limits/limit[name='max_box']/value")).isEqualTo("3");
        assertThat(read.at("//limits/limit[name='max_traffic']/value")).isEqualTo("-1");
        assertThat(read.at("//hosting/vrt_hst/property[name='php']/value")).isEqualTo("false");
        assertThat(biller.ask("<service-plan><add><name>" + name + "</name></add></service-plan>")
                        .at("//result/errcode"))
                .isEqualTo("1007");

        var owner = made(login, "");
        var host = Given.unique() + ".example";
        var webspace = biller.ask(webspace(host, owner, "<plan-name>" + name + "</plan-name>"));
        assertThat(webspace.at("//result/status")).as(webspace.text()).isEqualTo("ok");
        var bound = biller.ask("<webspace><get><filter><name>" + host
                + "</name></filter><dataset><limits/><subscriptions/></dataset></get></webspace>");
        assertThat(bound.at("//subscription/plan/plan-guid")).isEqualTo(guid);
        assertThat(bound.at("//subscription/locked")).isEqualTo("false");
        assertThat(bound.at("//limit[name='max_box']/value")).isEqualTo("3");
        assertThat(biller.ask(webspace(Given.unique() + ".example", owner, "<plan-name>Nirgends</plan-name>"))
                        .at("//result/errcode"))
                .isEqualTo("1013");
        var custom = biller.ask("<webspace><switch-subscription><filter><name>" + host
                + "</name></filter><no-plan/></switch-subscription></webspace>");
        assertThat(custom.at("//result/status")).as(custom.text()).isEqualTo("ok");
        assertThat(biller.ask("<service-plan><del><filter><guid>" + guid + "</guid></filter></del></service-plan>")
                        .at("//result/status"))
                .isEqualTo("ok");
    }

    @Test
    void aResellerIsMadeWithWhatHeHoldsAndSuspended() {
        var made = biller.ask(
                "<reseller><add><gen-info><pname>Netzwirt</pname><login>" + login
                        + "</login><passwd>kurz5</passwd></gen-info><limits><limit><name>max_cl</name><value>9</value></limit></limits>"
                        + "<permissions><permission><name>create_clients</name><value>true</value></permission></permissions></add></reseller>");
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        var read = biller.ask(
                "<reseller><get><filter><login>" + login
                        + "</login></filter><dataset><gen-info/><stat/><limits/><permissions/><ippool/><subscriptions/></dataset></get></reseller>");
        assertThat(read.at("//gen-info/pname")).isEqualTo("Netzwirt");
        assertThat(read.at("//limits/limit[name='max_cl']/value")).isEqualTo("9");
        assertThat(read.at("//permissions/permission[name='create_clients']/value"))
                .isEqualTo("true");
        assertThat(read.at("//ippool/ip/ip-type")).isEqualTo("shared");
        var again = biller.ask("<reseller><add><gen-info><pname>Netzwirt</pname><login>" + login
                + "</login><passwd>kurz5</passwd></gen-info></add></reseller>");
        assertThat(again.at("//result/errcode")).isEqualTo("1019");
        var dark = biller.ask("<reseller><set><filter><login>" + login
                + "</login></filter><values><gen-info><status>16</status></gen-info></values></set></reseller>");
        assertThat(dark.at("//result/status")).as(dark.text()).isEqualTo("ok");
        assertThat(biller.ask("<reseller><del><filter><login>" + login + "</login></filter></del></reseller>")
                        .at("//result/status"))
                .isEqualTo("ok");
    }

    @Test
    void whoIsNotLetInIsToldWhyWithinTheAnswer() {
        var wrong = new Biller(address(), "admin", "falsch-" + Given.unique()).ask("<server><get_protos/></server>");
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.headers().get("content-type")).startsWith("text/xml");
        assertThat(wrong.at("/packet/system/errcode")).isEqualTo("1001");
        assertThat(wrong.at("/packet/system/errtext")).isEqualTo("You have entered incorrect username or password.");
        var reseller = given.reseller("Netzwirt Ohne");
        var without = new Biller(address(), reseller.username(), Given.PASSWORD);
        assertThat(without.ask("<server><get_protos/></server>").at("//errcode"))
                .isEqualTo("1006");
        var key = new Biller(address(), "00000000-0000-4000-8000-000000000000").ask("<server><get_protos/></server>");
        assertThat(key.at("/packet/system/errcode")).isEqualTo("11003");
        given.administratorsPassword();
    }

    @Test
    void whatIsNoPacketIsRefusedAsAWholeAndNothingIsDone() {
        for (var packet : new String[] {
            "<packet>",
            "kein XML",
            "<packet/>",
            "<paket><server><get_protos/></server></paket>",
            "<packet><unknown><get/></unknown></packet>",
            "<packet><customer><fly/></customer></packet>",
            "<packet><customer><get><filter><id>1</id><login>x</login></filter><dataset/></get></customer></packet>",
            "<!DOCTYPE packet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><packet><customer>&x;</customer></packet>",
            "<packet>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</packet>",
            "<packet><customer><add><gen_info><pname>" + "x".repeat(10_000_000)
                    + "</pname></gen_info></add></customer></packet>"
        }) {
            var answer = biller.send(packet);
            assertThat(answer.at("/packet/system/errcode"))
                    .as(packet.substring(0, Math.min(packet.length(), 120)))
                    .isEqualTo("1014");
            assertThat(answer.status()).isEqualTo(200);
        }
        var known = biller.ask("<webspace><add-subscription/></webspace><server><get_protos/></server>");
        assertThat(known.at("//add-subscription/result/errcode")).isEqualTo("1017");
        assertThat(known.at("//get_protos/result/status")).isEqualTo("ok");
        var half = biller.ask(customer(login, "") + "<customer><fly/></customer>");
        assertThat(half.at("//system/errcode")).isEqualTo("1014");
        assertThat(given.number("select count(*) from wirt.login where username = ?", login))
                .isZero();
        assertThat(biller.speaking("9.9.9.9")
                        .ask("<server><get_protos/></server>")
                        .at("//errcode"))
                .isEqualTo("1005");
        assertThat(biller.speaking("1.6").ask("<server><get_protos/></server>").at("/packet/@version"))
                .isEqualTo("1.6");
    }

    @Test
    void severalOperatorsAreAnsweredOneByOneInTheirOrder() {
        var answer = biller.ask("<server><get_protos/></server><server><get><gen_info/></get></server><ip><get/></ip>");
        assertThat(answer.count("/packet/server")).isEqualTo(2);
        assertThat(answer.at("/packet/server[1]/get_protos/result/protos/proto[.='1.6.3.0']"))
                .isNotEmpty();
        assertThat(answer.at("/packet/server[2]/get/result/gen_info/mode")).isEqualTo("standard");
        assertThat(answer.at("/packet/ip/get/result/addresses/ip_info[1]/ip_address"))
                .isEqualTo("127.0.0.1");
        var pretty = biller.saying("HTTP_PRETTY_PRINT", "TRUE").ask("<server><get_protos/></server>");
        assertThat(pretty.text().lines().map(String::strip)).contains("<status>ok</status>", "<result>");
    }

    @Test
    void theServerTellsWhatItIs() {
        var answer = biller.ask(
                "<server><get><key/><gen_info/><components/><stat/><admin/><interfaces/><services_state/><prefs/>"
                        + "<shells/><session_setup/><site-isolation-config/><updates/><admin-domain-list/></get></server>");
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        assertThat(answer.number("//stat/other/uptime")).isPositive();
        assertThat(answer.number("//stat/mem/total")).isGreaterThan(answer.number("//stat/mem/free"));
        assertThat(answer.at("//stat/version/plesk_name")).isEqualTo("psa");
        assertThat(answer.at("//services_state/srv[id='smtp']/state")).isEqualTo("running");
        assertThat(answer.number("//session_setup/login_timeout")).isEqualTo(30);
        assertThat(answer.at("//key/property[name='lim_cl']/value")).isEqualTo("-1");
    }

    @Test
    void aKeyOpensInPlaceOfALoginFromItsAddressAlone() {
        var made = biller.ask("<secret_key><create><description>Kasse</description></create></secret_key>");
        var key = made.at("//result/key");
        assertThat(key).as(made.text()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        var other = new Biller(address(), key);
        assertThat(other.ask("<server><get_protos/></server>").at("//status")).isEqualTo("ok");
        var info = biller.ask("<secret_key><get_info><filter><key>" + key + "</key></filter></get_info></secret_key>");
        assertThat(info.at("//key_info/ip_address")).isEqualTo("127.0.0.1");
        assertThat(info.at("//key_info/login")).isEqualTo("admin");
        assertThat(info.at("//key_info/key")).isEqualTo(key);
        assertThat(given.number("select count(*) from wirt.api_token where name = ?", key))
                .isZero();

        var far = biller.ask("<secret_key><create><ip_address>192.0.2.7,192.0.2.8</ip_address></create></secret_key>")
                .at("//result/key");
        assertThat(new Biller(address(), far)
                        .ask("<server><get_protos/></server>")
                        .at("//errcode"))
                .isEqualTo("11003");
        assertThat(biller.ask("<secret_key><get_info><filter><key>" + far + "</key></filter></get_info></secret_key>")
                        .at("//ip_address"))
                .isEqualTo("192.0.2.7,192.0.2.8");
        assertThat(biller.ask("<secret_key><delete><filter><key>" + key + "</key></filter></delete></secret_key>")
                        .at("//result/status"))
                .isEqualTo("ok");
        soon(() -> other.ask("<server><get_protos/></server>").at("//errcode").equals("11003"));
        assertThat(biller.ask("<secret_key><get_info><filter><key>" + key + "</key></filter></get_info></secret_key>")
                        .at("//result/errcode"))
                .isEqualTo("1013");
    }

    @Test
    void somebodyComesInOnceByATokenThatAProgramAskedFor() {
        var owner = made(login, "");
        var packet = "<server><create_session><login>" + login + "</login><data><user_ip>MTI3LjAuMC4x</user_ip>"
                + "<source_server></source_server></data></create_session></server>";
        var token = biller.ask(packet).at("//result/id");
        assertThat(token).matches("[0-9a-f]{32}");
        var waiting = biller.ask("<session><get/></session>");
        assertThat(waiting.at("//session[id='" + token + "']/login")).isEqualTo(login);
        assertThat(waiting.at("//session[id='" + token + "']/ip-address")).isEqualTo("127.0.0.1");

        var browser = browser();
        assertThat(browser.get("/enterprise/rsession_init.php?PHPSESSID=" + token
                                + "&success_redirect_url=//evil.example")
                        .path())
                .isEqualTo("/websites");
        assertThat(browser.get("/account").words()).contains("Ada Wirt");
        assertThat(owner).isPositive();
        var again = browser();
        again.get("/enterprise/rsession_init.php?PLESKSESSID=" + token);
        assertThat(again.get("/account").path()).as("used once").startsWith("/sign-in");

        var other = biller.ask(packet).at("//result/id");
        assertThat(biller.ask("<session><terminate><session-id>" + other + "</session-id></terminate></session>")
                        .at("//result/status"))
                .isEqualTo("ok");
        var late = browser();
        late.get("/enterprise/rsession_init.php?PLESKSESSID=" + other);
        assertThat(late.get("/account").path()).startsWith("/sign-in");
        assertThat(biller.ask("<server><create_session><login>" + login
                                + "x</login><data><user_ip>MTI3LjAuMC4x</user_ip></data></create_session></server>")
                        .at("//result/errcode"))
                .isEqualTo("1013");
    }

    @Test
    void anAdditionalSiteIsMadeReadAndDeleted() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        var parent = biller.ask(webspace(host, owner, "")).number("//result/id");
        var addon = Given.unique() + ".example";
        var made = biller.ask("<site><add><gen_setup><name>" + addon + "</name><webspace-id>" + parent
                + "</webspace-id></gen_setup><hosting><vrt_hst><property><name>www_root</name><value>" + addon
                + "</value></property></vrt_hst></hosting></add></site>");
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        var read = biller.ask("<site><get><filter><name>" + addon
                + "</name></filter><dataset><gen_info/><hosting/><stat/><prefs/><disk_usage/></dataset></get></site>");
        assertThat(read.number("//gen_info/webspace-id")).isEqualTo(parent);
        assertThat(read.at("//vrt_hst/property[name='www_root']/value")).endsWith("/" + addon);
        var main = biller.ask(
                "<site><get><filter><name>" + host + "</name></filter><dataset><gen_info/></dataset></get></site>");
        assertThat(main.number("//result/id")).isEqualTo(parent);
        assertThat(main.at("//gen_info/guid")).isEqualTo(main.at("//gen_info/webspace-guid"));
        assertThat(biller.ask("<site><get><filter><parent-name>" + host
                                + "</parent-name></filter><dataset><stat/></dataset></get></site>")
                        .count("//result[filter-id='" + host + "']"))
                .as("without the main domain")
                .isEqualTo(1);
        assertThat(biller.ask("<site><del><filter><name>" + addon + "</name></filter></del></site>")
                        .at("//result/status"))
                .isEqualTo("ok");
        var gone = biller.ask(
                "<site><get><filter><name>" + addon + "</name></filter><dataset><gen_info/></dataset></get></site>");
        assertThat(gone.at("//errtext")).isEqualTo("Site does not exist");
        var bare = biller.ask("<site><add><gen_setup><name>" + Given.unique() + ".example</name><webspace-id>" + parent
                        + "</webspace-id></gen_setup></add></site>")
                .number("//result/id");
        assertThat(biller.ask("<site><get><filter><id>" + bare
                                + "</id></filter><dataset><hosting/></dataset></get></site>")
                        .count("//hosting/none"))
                .isEqualTo(1);
    }

    @Test
    void aResellersCallReachesNobodyElses() {
        var reseller = given.reseller("Netzwirt Fremd");
        given.database.execute(
                "update wirt.reseller set permissions = permissions || '{\"remote_api\":true}' where account_id = ?",
                reseller.id());
        var own = given.customer("Gasthof Eigen", reseller);
        var foreign = given.customer("Gasthof Fremd");
        var subscription = given.subscription(foreign);
        var his = new Biller(address(), reseller.username(), Given.PASSWORD);
        assertThat(his.ask("<customer><get><filter/><dataset><gen_info/></dataset></get></customer>")
                        .at("//result/id"))
                .isEqualTo(Long.toString(own.id()));
        for (var packet : new String[] {
            "<customer><get><filter><id>%d</id></filter><dataset><gen_info/></dataset></get></customer>",
            "<customer><set><filter><id>%d</id></filter><values><gen_info><status>16</status></gen_info></values></set></customer>",
            "<customer><del><filter><id>%d</id></filter></del></customer>"
        }) assertSameAsMissing(his, packet, foreign.id());
        for (var packet : new String[] {
            "<webspace><get><filter><id>%d</id></filter><dataset><gen_info/></dataset></get></webspace>",
            "<webspace><set><filter><id>%d</id></filter><values><gen_setup><status>16</status></gen_setup></values></set></webspace>",
            "<webspace><del><filter><id>%d</id></filter></del></webspace>",
            "<site><get><filter><id>%d</id></filter><dataset><gen_info/></dataset></get></site>",
            "<site><del><filter><id>%d</id></filter></del></site>"
        }) assertSameAsMissing(his, packet, subscription.id());
        assertThat(his.ask("<reseller><add><gen-info><pname>X</pname><login>" + login
                                + "</login><passwd>kurz5</passwd></gen-info></add></reseller>")
                        .at("//result/errcode"))
                .isEqualTo("1006");
    }

    private static void assertSameAsMissing(Biller his, String packet, long id) {
        long missing = 888_888_888_888L;
        var foreigns = his.ask(packet.formatted(id)).text().replace(">" + id + "<", ">ID<");
        var nobodys = his.ask(packet.formatted(missing)).text().replace(">" + missing + "<", ">ID<");
        assertThat(foreigns).isEqualTo(nobodys).contains("1013");
    }

    @Test
    void dnsRecordsMailNamesAndFtpUsersAreReal() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        var id = biller.ask(webspace(host, owner, "")).number("//result/id");

        var mx = biller.ask("<dns><add_rec><site-id>" + id
                + "</site-id><type>MX</type><host></host><value>mail.elsewhere.example</value><opt>10</opt></add_rec>"
                + "<add_rec><site-id>" + id
                + "</site-id><type>TXT</type><host>_acme-challenge</host><value>abc</value></add_rec></dns>");
        assertThat(mx.count("//add_rec/result[status='ok']")).as(mx.text()).isEqualTo(2);
        var records = biller.ask("<dns><get_rec><filter><site-id>" + id + "</site-id></filter></get_rec></dns>");
        assertThat(records.at("//data[type='TXT']/host")).isEqualTo("_acme-challenge." + host + ".");
        assertThat(records.at("//data[type='MX']/opt")).isEqualTo("10");
        var record = mx.at("//add_rec[1]/result/id");
        assertThat(biller.ask("<dns><del_rec><filter><id>" + record + "</id></filter></del_rec></dns>")
                        .at("//result/id"))
                .isEqualTo(record);
        var gone = biller.ask("<dns><del_rec><filter><id>" + record + "</id></filter></del_rec></dns>");
        assertThat(gone.at("//errtext")).isEqualTo("Record does not exist");
        assertThat(gone.at("//result/id")).isEqualTo(record);
        assertThat(biller.ask(
                                "<dns><add_rec><site-id>888888888</site-id><type>A</type><host/><value>192.0.2.1</value></add_rec></dns>")
                        .at("//errcode"))
                .isEqualTo("1015");

        var box = biller.ask("<mail><create><filter><site-id>" + id
                + "</site-id><mailname><name>info</name><mailbox><enabled>true</enabled><quota>10485760</quota></mailbox>"
                + "<forwarding><enabled>true</enabled><address>a@elsewhere.example</address><address>b@elsewhere.example</address></forwarding>"
                + "<password><value>geheim5</value><type>plain</type></password></mailname></filter></create></mail>");
        assertThat(box.at("//result/status")).as(box.text()).isEqualTo("ok");
        var told = biller.ask("<mail><get_info><filter><site-id>" + id
                + "</site-id></filter><mailbox/><forwarding/><aliases/></get_info></mail>");
        assertThat(told.at("//mailname/name")).isEqualTo("info");
        assertThat(told.at("//mailname/mailbox/quota")).isEqualTo("10485760");
        assertThat(told.count("//mailname/forwarding/address")).isEqualTo(2);
        assertThat(given.number("select count(*) from node.mail_user where domain = ? and live", host))
                .isEqualTo(1);
        biller.ask(status("webspace", host, 16));
        assertThat(given.number("select count(*) from node.mail_user where domain = ? and live", host))
                .isZero();
        biller.ask(status("webspace", host, 0));
        var bare = biller.ask("<mail><create><filter><site-id>" + id
                + "</site-id><mailname><name>leer</name></mailname></filter></create></mail>");
        assertThat(bare.number("//mailname/id")).isPositive();
        assertThat(biller.ask("<mail><remove><filter><site-id>" + id
                                + "</site-id><name>info</name><name>leer</name></filter></remove></mail>")
                        .count("//result[status='ok']"))
                .isEqualTo(2);
        var none = biller.ask("<mail><get_info><filter><site-id>" + id + "</site-id></filter></get_info></mail>");
        assertThat(none.at("//result/status")).isEqualTo("ok");
        assertThat(none.count("//mailname")).isZero();

        var user = "z" + Given.unique();
        var ftp = biller.ask("<ftp-user><add><name>" + user
                + "</name><password>geheim5</password><home>/httpdocs</home><webspace-id>" + id
                + "</webspace-id></add></ftp-user>");
        assertThat(ftp.at("//result/status")).as(ftp.text()).isEqualTo("ok");
        assertThat(biller.ask("<ftp-user><get><filter><webspace-name>" + host
                                + "</webspace-name></filter></get></ftp-user>")
                        .at("//result/name"))
                .isEqualTo(user);
        assertThat(biller.ask("<ftp-user><del><filter><name>" + user + "</name></filter></del></ftp-user>")
                        .at("//status"))
                .isEqualTo("ok");
    }

    /// What a client does that gets certificates by the DNS, with the customer's own login.
    @Test
    void aCustomerWritesIntoHisOwnDnsAndSeesNothingElse() {
        var customer = given.customer("Gasthof Acme");
        var subscription = given.subscription(customer);
        var foreign = given.subscription(given.customer("Gasthof Fremd"));
        var his = new Biller(address(), customer.username(), Given.PASSWORD);
        assertThat(his.ask("<customer><get-domain-list><filter/></get-domain-list></customer>")
                        .at("//errcode"))
                .isEqualTo("1006");
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"remote_api\":true,\"manage_dns\":true}' where id = ?",
                subscription.id());
        var domains = his.ask("<customer><get-domain-list><filter/></get-domain-list></customer>");
        assertThat(domains.at("//domain/ascii-name")).as(domains.text()).isEqualTo(subscription.name());
        assertThat(domains.count("//domain")).isEqualTo(1);
        var record =
                "<dns><add_rec><site-id>%d</site-id><type>TXT</type><host>_acme-challenge</host><value>abc</value></add_rec></dns>";
        var made = his.ask(record.formatted(subscription.id()));
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        assertThat(his.ask(record.formatted(foreign.id())).at("//errcode")).isEqualTo("1015");
        assertThat(his.ask("<dns><del_rec><filter><id>" + made.at("//result/id") + "</id></filter></del_rec></dns>")
                        .at("//result/status"))
                .isEqualTo("ok");
        for (var packet : new String[] {
            "<customer><get><filter/><dataset><gen_info/></dataset></get></customer>",
            "<webspace><get><filter/><dataset><gen_info/></dataset></get></webspace>",
            "<event_log><get/></event_log>",
            "<server><get><stat/></get></server>",
            "<service-plan><get><filter/></get></service-plan>",
            "<reseller><get><filter/><dataset/></get></reseller>"
        }) assertThat(his.ask(packet).at("//errcode")).as(packet).isEqualTo("1006");
    }

    @Test
    void additionalUsersHaveNoSuchDoorWhateverTheirRole() {
        var customer = given.customer("Gasthof Viele");
        var subscription = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"remote_api\":true}' where id = ?",
                subscription.id());
        for (var role : new String[] {"ADMIN", "APPLICATION_USER"}) {
            var user = new Biller(address(), given.user(customer, role), Given.PASSWORD);
            assertThat(user.ask("<secret_key><create><login>" + customer.username() + "</login></create></secret_key>")
                            .at("/packet/system/errcode"))
                    .as(role)
                    .isEqualTo("1006");
        }
        var key = new Biller(address(), customer.username(), Given.PASSWORD)
                .ask("<secret_key><create/></secret_key>")
                .at("//key");
        assertThat(key).isNotEmpty();
        assertThat(new Program(address(), key).get("/api/v1/subscriptions").status())
                .as("a key is no token")
                .isEqualTo(401);
    }

    @Test
    void aCustomerManagesHisMailByTheDialectToo() {
        var customer = given.customer("Gasthof Post");
        var subscription = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"remote_api\":true,\"manage_mail\":true}' where id = ?",
                subscription.id());
        var his = new Biller(address(), customer.username(), Given.PASSWORD);
        var made = his.ask("<mail><create><filter><site-id>" + subscription.id()
                + "</site-id><mailname><name>leer</name></mailname></filter></create></mail>");
        assertThat(made.at("//result/status")).as(made.text()).isEqualTo("ok");
        assertThat(his.ask("<mail><get_info><filter><site-id>" + subscription.id()
                                + "</site-id></filter></get_info></mail>")
                        .at("//mailname/name"))
                .isEqualTo("leer");
        var set = his.ask(
                "<site><set><filter><id>" + subscription.id()
                        + "</id></filter><values><gen_setup><description>Notiz</description></gen_setup></values></set></site>");
        assertThat(set.at("//result/status")).as(set.text()).isEqualTo("ok");
    }

    @Test
    void anExternalIdMeansTheOneThatIsThere() {
        var owner = made(login, "");
        var external = "crm-" + Given.unique();
        var packet = "<webspace><add><gen_setup><name>%s</name><owner-id>" + owner + "</owner-id><external-id>"
                + external + "</external-id></gen_setup></add></webspace>";
        var first = biller.ask(packet.formatted(Given.unique() + ".example")).number("//result/id");
        biller.ask("<webspace><del><filter><external-id>" + external + "</external-id></filter></del></webspace>");
        var second = biller.ask(packet.formatted(Given.unique() + ".example")).number("//result/id");
        var get = "<webspace><get><filter><external-id>" + external
                + "</external-id></filter><dataset/></get></webspace>";
        assertThat(biller.ask(get).number("//result/id")).isEqualTo(second).isNotEqualTo(first);
        biller.ask(packet.formatted(Given.unique() + ".example"));
        assertThat(biller.ask(get).at("//errcode")).as("two of them").isEqualTo("1023");
    }

    @Test
    void whoKnowsThePasswordIsNotHeldUpByStrangersAndDoesNotLetThemIn() {
        var reseller = given.reseller("Netzwirt Fleissig");
        given.database.execute(
                "update wirt.reseller set permissions = permissions || '{\"remote_api\":true}' where account_id = ?",
                reseller.id());
        var his = new Biller(address(), reseller.username(), Given.PASSWORD);
        var strangers = new Biller(address(), reseller.username(), "geraten-" + Given.unique());
        var protocols = "<server><get_protos/></server>";
        var last = "";
        for (int i = 0; i < 7; i++) {
            assertThat(his.ask(protocols).at("//result/status")).isEqualTo("ok");
            last = strangers.ask(protocols).at("//errcode");
        }
        assertThat(last).isEqualTo("1012");
        assertThat(his.ask(protocols).at("//result/status")).isEqualTo("ok");
        given.database.execute("delete from wirt.attempt");
    }

    @Test
    void aPacketOfNothingButCommentsIsRefused() {
        assertThat(biller.send("<packet><server><get_protos/>" + "x<!---->".repeat(240_000) + "</server></packet>")
                        .at("//system/errcode"))
                .isEqualTo("1014");
    }
}
