package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

/// What cannot be as it was said is not answered as done: nothing happens to others than those that were meant, and
/// nothing is told that is not so.
class TruthForBillersStory extends BillersDeedsTest {

    private void malformed(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("/packet/system/errcode"))
                .as(packet + answer.text())
                .isEqualTo("1014");
    }

    private String host() {
        return Given.unique() + ".example";
    }

    private static String webspaceSet(long id, String values) {
        return "<webspace><set><filter><id>" + id + "</id></filter><values>" + values + "</values></set></webspace>";
    }

    private static String property(String name, String value) {
        return "<property><name>" + name + "</name><value>" + value + "</value></property>";
    }

    @Test
    void recordsOfAnAliasNeverReachTheTemplate() {
        var id = done(webspace(host(), made(login, ""), ""));
        var alias = done(
                "<site-alias><create><site-id>" + id + "</site-id><name>" + host() + "</name></create></site-alias>");
        var before = templates();
        var record =
                "<dns><add_rec><site-alias-id>%s</site-alias-id><type>A</type><host>q</host><value>192.0.2.1</value></add_rec></dns>";
        refused("1017", record.formatted(alias));
        refused("1015", record.formatted(888_888_888));
        refused("1015", record.formatted(""));
        malformed(record.formatted(alias).replace("<type>", "<site-id>" + id + "</site-id><type>"));
        refused("1017", by("dns", "get_rec", "site-alias-id", alias));
        refused("1017", by("dns", "del_rec", "site-alias-id", alias));
        assertThat(templates()).isEqualTo(before);
    }

    private int templates() {
        return biller.ask("<dns><get_rec><filter/><template/></get_rec></dns>").count("//data");
    }

    @Test
    void anFtpUserOfAnotherSubscriptionIsNotMeant() {
        var owner = made(login, "");
        var host = host();
        var his = done(webspace(host, owner, ""));
        var others = host();
        var other = done(webspace(others, owner, ""));
        var name = "z" + Given.unique();
        var id = done("<ftp-user><add><name>" + name + "</name><password>geheim5</password><webspace-id>" + his
                + "</webspace-id></add></ftp-user>");
        for (var beside : new String[] {
            "<webspace-id>" + other + "</webspace-id>",
            "<webspace-name>" + others + "</webspace-name>",
            "<webspace-name>nirgends.example</webspace-name>"
        })
            for (var filter : new String[] {"<name>" + name + "</name>", "<id>" + id + "</id>"}) {
                refused("1013", "<ftp-user><get><filter>" + filter + "</filter>" + beside + "</get></ftp-user>");
                refused("1013", "<ftp-user><del><filter>" + filter + "</filter>" + beside + "</del></ftp-user>");
                refused(
                        "1013",
                        "<ftp-user><set><filter>" + filter
                                + "</filter><values><password>anders5</password></values>" + beside
                                + "</set></ftp-user>");
            }
        assertThat(biller.ask("<ftp-user><get><filter/><webspace-id>" + other + "</webspace-id></get></ftp-user>")
                        .count("//name"))
                .isZero();
        assertThat(biller.ask("<ftp-user><get><filter/><webspace-id>" + his + "</webspace-id></get></ftp-user>")
                        .at("//name"))
                .isEqualTo(name);
        done("<ftp-user><del><filter><name>" + name + "</name></filter><webspace-name>" + host
                + "</webspace-name></del></ftp-user>");
    }

    @Test
    void whoMovesToAnAddressThatNobodyHasStays() {
        var reseller = given.reseller("Netzwirt Ziel");
        var owner = made(login, "");
        var move = "<customer><change-owner><filter><id>" + owner + "</id></filter><new-owner-login>"
                + reseller.username() + "</new-owner-login><ipV4-address>%s</ipV4-address></change-owner></customer>";
        refused("1018", move.formatted("198.51.100.77"));
        assertThat(biller.ask("<customer><get><filter><id>" + owner
                                + "</id></filter><dataset><gen_info/></dataset></get></customer>")
                        .at("//owner-login"))
                .isEqualTo("admin");
        done(move.formatted(biller.ask("<ip><get/></ip>").at("//ip_address")));
    }

    @Test
    void thereIsHostingOrNone() {
        var owner = made(login, "");
        for (var kind : new String[] {"none", "quatsch"})
            refused("1019", webspace(host(), owner, "").replace("<htype>vrt_hst", "<htype>" + kind));
        var name = host();
        var id = done(webspace(name, owner, ""));
        refused(
                "1019",
                webspaceSet(id, "<hosting><none/><vrt_hst>" + property("php", "true") + "</vrt_hst></hosting>"));
        refused(
                "1019",
                "<site><add><gen_setup><name>" + host() + "</name><htype>none</htype><webspace-id>" + id
                        + "</webspace-id></gen_setup><hosting><vrt_hst/></hosting></add></site>");
        assertThat(live(name)).isEqualTo(1);
    }

    @Test
    void whatIsMadeWithoutHostingCallsItsSystemUserAsItIsSaidLater() {
        var owner = made(login, "");
        var id = done("<webspace><add><gen_setup><name>" + host() + "</name><owner-id>" + owner
                + "</owner-id><htype>none</htype></gen_setup></add></webspace>");
        var user = "f" + Given.unique();
        var hosting = "<hosting><vrt_hst>" + property("ftp_login", "%s") + property("ftp_password", "geheim5")
                + "</vrt_hst></hosting>";
        refused("1019", webspaceSet(id, hosting.formatted("")));
        refused("1019", webspaceSet(id, hosting.formatted("root")));
        done(webspaceSet(id, hosting.formatted(user)));
        assertThat(biller.ask("<webspace><get><filter><id>" + id
                                + "</id></filter><dataset><hosting/></dataset></get></webspace>")
                        .at("//property[name='ftp_login']/value"))
                .isEqualTo(user);
    }

    @Test
    void nobodyIsCalledNothing() {
        var owner = made(login, "");
        var id = done(webspace(host(), owner, ""));
        refused(
                "1019",
                "<customer><set><filter><id>" + owner
                        + "</id></filter><values><gen_info><login></login></gen_info></values></set></customer>");
        refused("1019", webspaceSet(id, "<gen_setup><name/></gen_setup>"));
        for (var operator : new String[] {"service-plan", "reseller-plan", "service-plan-addon"}) {
            var name = "Paket " + Given.unique();
            done("<%1$s><add><name>%2$s</name></add></%1$s>".formatted(operator, name));
            refused(
                    "1019",
                    "<%1$s><set><filter><name>%2$s</name></filter><name></name></set></%1$s>"
                            .formatted(operator, name));
        }
        refused(
                "1017",
                "<mail><create><filter><site-id>" + id
                        + "</site-id><mailname><name>leer</name><mailbox><enabled>false</enabled></mailbox>"
                        + "<password><value>geheim5</value></password></mailname></filter></create></mail>");
        assertThat(biller.ask("<mail><get_info><filter><site-id>" + id + "</site-id></filter></get_info></mail>")
                        .count("//mailname"))
                .isZero();
    }

    @Test
    void whatIsASwitchOrANumberIsToldAsOne() {
        var id = done(webspace(host(), made(login, ""), ""));
        for (var wrong : new String[] {
            "<prefs><www>vielleicht</www></prefs>",
            "<prefs><stat_ttl>-3</stat_ttl></prefs>",
            "<performance><bandwidth>abc</bandwidth></performance>",
            "<performance><max_connections>-7</max_connections></performance>",
            "<hosting><vrt_hst>" + property("ftp_quota", "abc") + "</vrt_hst></hosting>",
            "<hosting><vrt_hst>" + property("webstat", "foo") + "</vrt_hst></hosting>",
            "<hosting><vrt_hst>" + property("ssl", "vielleicht") + "</vrt_hst></hosting>"
        }) refused("1019", webspaceSet(id, wrong));
        done(webspaceSet(
                id,
                "<prefs><icp-permit>frei</icp-permit><stat_ttl>6</stat_ttl><www>0</www></prefs>"
                        + "<performance><max_connections>-1</max_connections><bandwidth>1000</bandwidth></performance>"
                        + "<hosting><vrt_hst>" + property("ssl", "0") + property("webstat", "awstats")
                        + property("php_handler_id", "was auch immer") + "</vrt_hst></hosting>"));
        var told = biller.ask("<webspace><get><filter><id>" + id
                + "</id></filter><dataset><hosting/><prefs/><performance/></dataset></get></webspace>");
        assertThat(told.at("//prefs/www")).isEqualTo("false");
        assertThat(names(told, "prefs")).containsExactly("www", "stat_ttl", "icp-permit");
        assertThat(names(told, "performance")).containsExactly("bandwidth", "max_connections");
        assertThat(told.at("//property[name='ssl']/value")).isEqualTo("false");
        assertThat(told.at("//property[name='webstat']/value")).isEqualTo("awstats");
        assertThat(told.at("//property[name='php_handler_id']/value")).isEqualTo("was auch immer");
    }

    @Test
    void aPlanIsToldInTheOrderOfTheProtocol() {
        var name = "Ordnung " + Given.unique();
        done("<service-plan><add><name>" + name
                + "</name><mail><outgoing-messages-mbox-limit>9</outgoing-messages-mbox-limit>"
                + "<maillists>1</maillists><webmail>none</webmail></mail>"
                + "<preferences><dns_zone_type>master</dns_zone_type><maillists>false</maillists><stat>4</stat></preferences>"
                + "<web-server-settings><nginx-proxy-mode>on</nginx-proxy-mode><additional>x</additional>"
                + "<additional-nginx>y</additional-nginx></web-server-settings></add></service-plan>");
        var told = biller.ask(by("service-plan", "get", "name", name));
        assertThat(names(told, "mail"))
                .containsExactly("webmail", "maillists", "mailservice", "outgoing-messages-mbox-limit");
        assertThat(told.at("//mail/maillists")).isEqualTo("true");
        assertThat(names(told, "preferences")).containsExactly("stat", "maillists", "dns_zone_type");
        assertThat(names(told, "web-server-settings"))
                .containsExactly("additional", "additional-nginx", "nginx-proxy-mode");
    }

    private static List<String> names(Biller.Answer answer, String group) {
        return Xml.children(answer.document().getElementsByTagName(group).item(0)).stream()
                .map(Node::getNodeName)
                .toList();
    }

    @Test
    void furtherOperationsOfTheServerLeaveTheOthersOfThePacketAlone() {
        for (var operation : new String[] {"reboot", "shutdown", "lic_update", "reset-server"}) {
            var answer = biller.ask("<server><" + operation + "/><get_protos/></server>");
            assertThat(answer.at("//server/" + operation + "/result/errcode"))
                    .as(answer.text())
                    .isEqualTo("1017");
            assertThat(answer.count("//proto")).isPositive();
        }
        malformed("<server><tanzen/></server>");
    }

    @Test
    void aDatabaseIsThereOnceAndNobodyComesInWithoutAPassword() {
        var owner = made(login, "");
        var first = done(webspace(host(), owner, ""));
        var reseller = given.reseller("Netzwirt Datenbank");
        given.permit(reseller, "remote_api", "create_subscriptions");
        var others = done(webspace(host(), reseller.id(), ""));
        var name = "db" + Given.unique();
        var add =
                "<database><add-db><webspace-id>%d</webspace-id><name>%s</name><type>mysql</type></add-db></database>";
        var id = done(add.formatted(first, name));
        refused("1007", add.formatted(others, name));
        assertThat(new Biller(address(), reseller.username(), Given.PASSWORD)
                        .ask(add.formatted(others, name))
                        .at("//errcode"))
                .as("also of what he does not see")
                .isEqualTo("1007");
        done(add.formatted(others, name + "x"));

        var user = "<database><add-db-user><db-id>" + id + "</db-id><login>u" + Given.unique()
                + "</login><password>%s</password></add-db-user></database>";
        refused("1019", user.formatted(""));
        var made = done(user.formatted("geheim5"));
        refused("1019", "<database><set-db-user><id>" + made + "</id><password/></set-db-user></database>");
        done(by("webspace", "del", "id", first));
        done(add.formatted(others, name));
    }

    @Test
    void theFolderThatWasToldMayBeSaidAgain() {
        var host = host();
        done(webspace(host, made(login, ""), ""));
        var add = "<subdomain><add><parent>" + host + "</parent><name>%s</name>" + property("www_root", "%s")
                + "</add></subdomain>";
        refused("1017", add.formatted("a", "anderswo"));
        done(add.formatted("a", "a." + host));
        var told = biller.ask(by("subdomain", "get", "name", "a." + host)).at("//property[name='www_root']/value");
        done(by("subdomain", "del", "name", "a." + host));
        done(add.formatted("b", told.replace("/a." + host, "/b." + host)));
        done(add.formatted("c", "/c"));
    }

    @Test
    void whatIsNotSupportedIsAnsweredOfWhatWasNamed() {
        var host = host();
        var id = done(webspace(host, made(login, ""), ""));
        var shop = "shop." + host;
        var subdomain = done("<subdomain><add><parent>" + host + "</parent><name>shop</name></add></subdomain>");
        for (var packet : List.of(
                by("webspace", "add-plan-item", "name", host) + "|" + id,
                by("webspace", "add-package", "id", id) + "|" + id,
                by("subdomain", "set", "name", shop) + "|" + subdomain)) {
            var asked = packet.substring(0, packet.indexOf('|'));
            var answer = biller.ask(asked);
            assertThat(answer.at("//result/errcode")).as(answer.text()).isEqualTo("1017");
            assertThat(answer.at("//result/id")).isEqualTo(packet.substring(packet.indexOf('|') + 1));
            assertThat(asked).contains(">" + answer.at("//result/filter-id") + "<");
        }
        var missing = biller.ask(by("webspace", "add-plan-item", "id", "888888888"));
        assertThat(missing.at("//result/errcode")).isEqualTo("1013");
        assertThat(missing.at("//result/filter-id")).isEqualTo("888888888");
        refused("1017", "<webspace><add-plan-item><filter/></add-plan-item></webspace>");
        malformed(by("webspace", "add-plan-item", "farbe", "blau"));
    }

    @Test
    void whoReadsSaysWhatHeWantsToKnow() {
        for (var operator : List.of("webspace", "site", "customer", "reseller"))
            malformed("<%1$s><get><filter/></get></%1$s>".formatted(operator));
    }

    @Test
    void aFilterThatNamesNothingIsNotEverything() {
        malformed("<webspace><get><filter>32</filter><dataset/></get></webspace>");
        malformed("<customer><get><filter/><filter/><dataset/></get></customer>");
        malformed("<mail><get_info><filter><site-id>1</site-id></filter><filter/></get_info></mail>");
        malformed("<dns><get><filter>5</filter></get></dns>");
    }

    @Test
    void onlyOneIsNamedOfWhatNamesTheSame() {
        var owner = made(login, "");
        malformed(webspace(host(), owner, "<plan-name>Unlimited</plan-name><plan-id>1</plan-id>"));
        malformed(webspace(host(), owner, "").replace("<owner-id>", "<owner-login>admin</owner-login><owner-id>"));
        malformed("<service-plan><get><filter/><owner-all/><owner-login>admin</owner-login></get></service-plan>");
        malformed("<webspace><switch-subscription><filter><id>1</id></filter><no-plan/><plan-name>Unlimited</plan-name>"
                + "</switch-subscription></webspace>");
        refused("1019", webspace(host(), owner, "<plan-name></plan-name>"));
    }

    @Test
    void whatHasNoOneMeaningIsToldBesideTheOthers() {
        var crm = "crm-" + Given.unique();
        var owner = made(login, "");
        var external = "<gen_setup><external-id>" + crm + "</external-id></gen_setup>";
        for (int i = 0; i < 2; i++) done(webspaceSet(done(webspace(host(), owner, "")), external));
        var answer = biller.ask("<webspace><get><filter><external-id>" + crm
                + "</external-id><external-id>niemand</external-id></filter><dataset/></get></webspace>");
        assertThat(answer.at("//result[1]/errcode")).as(answer.text()).isEqualTo("1023");
        assertThat(answer.at("//result[1]/filter-id")).isEqualTo(crm);
        assertThat(answer.at("//result[2]/errcode")).isEqualTo("1013");
    }

    @Test
    void mailNamesComeByTheirNumbers() {
        var id = done(webspace(host(), made(login, ""), ""));
        for (var name : new String[] {"zoe", "anna", "mitte"})
            done("<mail><create><filter><site-id>" + id + "</site-id><mailname><name>" + name
                    + "</name></mailname></filter></create></mail>");
        var numbers = biller.ask("<mail><get_info><filter><site-id>" + id + "</site-id></filter></get_info></mail>")
                .numbers("//mailname/id");
        assertThat(numbers).hasSize(3).isSorted();
    }

    @Test
    void anOwnerWhomNobodyNamesIsNotTheOneWhoAsks() {
        var id = done(webspace(host(), made(login, ""), ""));
        refused("1019", webspace(host(), 1, "").replaceFirst("<owner-id>1<", "<owner-id><"));
        refused("1019", customer("x" + login, "<owner-login></owner-login>"));
        refused("1019", webspaceSet(id, "<gen_setup><owner-id/></gen_setup>"));
        refused("1019", "<service-plan><add><name>Leer</name><owner-id/></add></service-plan>");
    }

    @Test
    void whatIsMeasuredIsNotSaid() {
        var id = done(webspace(host(), made(login, ""), ""));
        var usage = "<disk_usage><mailboxes>77</mailboxes></disk_usage>";
        refused("1017", webspaceSet(id, usage));
        refused("1017", webspaceSet(id, usage).replace("webspace>", "site>"));
    }

    @Test
    void aKeyIsForWhoMayComeAndIsCalledAsItWasSaid() {
        var id = done(
                webspace(
                        host(),
                        made(login, ""),
                        "<permissions><permission><name>remote_access_interface</name><value>true</value></permission></permissions>"));
        assertThat(id).isPositive();
        var create =
                "<secret_key><create><login>" + login + "</login><description>%s</description></create></secret_key>";
        refused("1019", create.formatted("x".repeat(101)));
        done(create.formatted("x".repeat(100)));
        done("<customer><set><filter><login>" + login
                + "</login></filter><values><gen_info><status>16</status></gen_info></values></set></customer>");
        refused("1011", create.formatted("spät"));
    }
}
