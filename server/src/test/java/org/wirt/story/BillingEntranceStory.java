package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whom the XML dialect lets in, and which packets it takes.
class BillingEntranceStory extends BillingTest {

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
        var known = biller.ask("<webspace><add-plan-item/></webspace><server><get_protos/></server>");
        assertThat(known.at("//add-plan-item/result/errcode")).isEqualTo("1017");
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
    void whatStandsBehindAPacketOrIsMissingInItUndoesTheWholeOfIt() {
        var packet = "<packet>" + customer(login, "") + "</packet>";
        for (var behind : List.of("rest", "<packet/>", "<"))
            assertThat(biller.send(packet + behind).at("//system/errcode"))
                    .as(behind)
                    .isEqualTo("1014");
        for (var missing : List.of(
                "<customer><add><gen_info><pname>X</pname><passwd>kurz5</passwd></gen_info></add></customer>",
                "<customer><add><gen_info><pname>X</pname><login>x</login></gen_info></add></customer>",
                "<webspace><add><gen_setup><owner-id>1</owner-id></gen_setup></add></webspace>",
                "<site><add><gen_setup><webspace-id>1</webspace-id></gen_setup></add></site>"))
            assertThat(biller.ask(customer(login, "") + missing).at("//system/errcode"))
                    .as(missing)
                    .isEqualTo("1014");
        assertThat(given.number("select count(*) from wirt.login where username = ?", login))
                .isZero();
        assertThat(biller.send("<!-- vorher -->" + packet + "<!-- nachher -->\n")
                        .at("//result/status"))
                .isEqualTo("ok");
    }

    @Test
    void passwordsAreOfAnyLettersWhateverAClientSends() throws IOException {
        for (var password : List.of("Straße.12", "Ärger.Öl.Übel", "€uro.Wirt", "日本語.12", "Καλή.12")) {
            var name = "k" + Given.unique();
            var answer = biller.ask(("<customer><add><gen_info><pname>Ada</pname><login>%s</login><passwd>%s</passwd>"
                            + "</gen_info></add></customer>")
                    .formatted(name, password));
            assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
            assertThat(heardAs(name, password))
                    .as(password + " is right, and customers alone have no access")
                    .contains("<errcode>1006</errcode>");
            assertThat(heardAs(name, password + "x")).contains("<errcode>1001</errcode>");
        }
    }

    /// Java's own client writes headers in ASCII alone; others send what they have in UTF-8.
    private String heardAs(String name, String password) throws IOException {
        var at = URI.create(address());
        var body = "<packet><server><get_protos/></server></packet>";
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout((int) Program.PATIENCE.toMillis());
            socket.getOutputStream()
                    .write(("POST /enterprise/control/agent.php HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "HTTP_AUTH_LOGIN: %s\r\nHTTP_AUTH_PASSWD: %s\r\nContent-Length: %d\r\n\r\n%s")
                            .formatted(name, password, body.length(), body)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPacketOfNothingButCommentsIsRefused() {
        assertThat(biller.send("<packet><server><get_protos/>" + "x<!---->".repeat(240_000) + "</server></packet>")
                        .at("//system/errcode"))
                .isEqualTo("1014");
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
    void aKeyIsRefusedForTheReasonAPasswordIs() {
        long owner = made(login, "");
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"remote_api\":true}' where id = ?",
                biller.ask(webspace(Given.unique() + ".example", owner, "")).number("//result/id"));
        var key = biller.ask("<secret_key><create><login>" + login + "</login></create></secret_key>")
                .at("//key");
        var ways = Map.of("11003", new Biller(address(), key), "1001", new Biller(address(), login, "kurz5"));
        ways.forEach((_, way) -> assertThat(answered(way)).isEmpty());
        biller.ask("<customer><set><filter><id>" + owner
                + "</id></filter><values><gen_info><status>16</status></gen_info></values></set></customer>");
        ways.forEach((_, way) -> assertThat(answered(way)).isEqualTo("1011"));
        biller.ask("<customer><set><filter><id>" + owner
                + "</id></filter><values><gen_info><status>0</status></gen_info></values></set></customer>");
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"remote_api\":false}' where customer_id = ?",
                owner);
        ways.forEach((_, way) -> assertThat(answered(way)).isEqualTo("1006"));
        biller.ask(by("customer", "del", "id", owner));
        ways.forEach((number, way) ->
                assertThat(answered(way)).as("in the recycle bin").isEqualTo(number));
    }

    private static String answered(Biller way) {
        return way.ask("<server><get_protos/></server>").at("//errcode");
    }

    @Test
    void somebodyComesInOnceByATokenThatAProgramAskedFor() {
        var owner = made(login, "");
        var packet = "<server><create_session><login>" + login + "</login><data><user_ip>MTI3LjAuMC4x</user_ip>"
                + "<source_server></source_server></data></create_session></server>";
        assertThat(biller.ask(packet.replace("MTI3LjAuMC4x", "127.0.0.1")).at("//result/status"))
                .as("some clients write the address as it is")
                .isEqualTo("ok");
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

    /// Programs that ask for certificates sign in as the customer and look for his domains first.
    @Test
    void aCustomerHearsOfHisOwnSubscriptionsAndSites() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        var id = biller.ask(webspace(host, owner, "")).number("//result/id");
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"remote_api\":true}', sync = 'LOCKED', "
                        + "plan_id = (select min(id) from wirt.plan where kind = 'HOSTING' and account_id = 1) where id = ?",
                id);
        biller.ask(
                "<webspace><set><filter><id>" + id + "</id></filter><values><gen_setup><external-id>K-7</external-id>"
                        + "<description>Notiz</description><reseller-description>intern</reseller-description></gen_setup></values></set></webspace>");
        var himself = new Biller(address(), login, "kurz5");
        var all =
                "<gen_info/><hosting/><limits/><stat/><prefs/><disk_usage/><subscriptions/><permissions/><resource-usage/>";
        var own = himself.ask("<webspace><get><filter/><dataset>" + all + "</dataset></get></webspace>");
        assertThat(own.count("//result")).as(own.text()).isEqualTo(1);
        assertThat(own.at("//gen_info/name")).isEqualTo(host);
        assertThat(own.text()).doesNotContain("K-7", "intern");
        assertThat(own.at("//subscription/plan/plan-guid"))
                .isEqualTo(given.text(
                        "select guid::text from wirt.plan where id = (select plan_id from wirt.subscription where id = ?)",
                        id));
        var site = himself.ask("<site><get><filter><name>" + host
                + "</name></filter><dataset><gen_info/><hosting/><stat/></dataset></get></site>");
        assertThat(site.at("//result/id")).as(site.text()).isEqualTo(String.valueOf(id));

        var foreign = given.subscription(given.customer("Gasthof Fremd"));
        for (var operator : List.of("webspace", "site"))
            assertThat(himself.ask(by(operator, "get", "id", foreign.id()).replace("</get>", "<dataset/></get>"))
                            .at("//errcode"))
                    .isEqualTo("1013");
        assertThat(himself.ask(status("webspace", host, 16)).at("//errcode"))
                .as("the administrator's")
                .isEqualTo("1025");
    }

    @Test
    void additionalUsersHaveNoSuchDoorWhateverTheirRole() {
        var customer = given.customer("Gasthof Viele");
        var subscription = given.subscription(customer);
        given.permit(subscription, "remote_api");
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
    void whoKnowsThePasswordIsNotHeldUpByStrangersAndDoesNotLetThemIn() {
        var reseller = given.reseller("Netzwirt Fleissig");
        given.permit(reseller, "remote_api");
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
}
