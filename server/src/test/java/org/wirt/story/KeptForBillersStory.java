package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirt.database.Certificate;

/// What billing systems say of things that Wirt has no such thing of, and what it knows besides: kept truthfully, told
/// again, and refused where keeping it would be a lie.
class KeptForBillersStory extends PanelTest {

    private Biller biller;
    private Given.Subscription webspace;

    @BeforeEach
    void aSubscription() {
        given.administratorsPassword();
        biller = new Biller(address(), "admin", Given.PASSWORD);
        webspace = given.subscription(given.customer("Gasthof Ablage"));
    }

    private String made(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        return answer.at("//result/id");
    }

    private void isMadeToldAndGone(String operator, String get, String del, String id, String way, String expected) {
        assertThat(biller.ask(by(operator, get, "id", id)).at(way)).isEqualTo(expected);
        assertThat(biller.ask(by(operator, del, "id", id)).at("//result/status"))
                .isEqualTo("ok");
        assertThat(biller.ask(by(operator, get, "id", id)).at("//result/errcode"))
                .isEqualTo("1013");
    }

    @Test
    void databasesAndTheirUsers() {
        var database = made(
                "<database><add-db><webspace-id>" + webspace.id()
                        + "</webspace-id><name>kasse</name><type>mysql</type><db-server-id>1</db-server-id></add-db></database>");
        var user = made("<database><add-db-user><db-id>" + database
                + "</db-id><login>kasse</login><password>geheim5</password></add-db-user></database>");
        assertThat(biller.ask("<database><get-db-users><filter><db-id>" + database
                                + "</db-id></filter></get-db-users></database>")
                        .at("//result/login"))
                .isEqualTo("kasse");
        assertThat(given.number("select count(*) from wirt.kept_object where data::text like '%geheim5%'"))
                .isZero();
        assertThat(biller.ask(by("database", "get-db", "webspace-name", webspace.name()))
                        .at("//result/id"))
                .isEqualTo(database);
        isMadeToldAndGone(
                "database", "get-db", "del-db", database, "//result/webspace-id", Long.toString(webspace.id()));
        assertThat(biller.ask(by("database", "get-db-users", "id", user)).at("//errcode"))
                .as("gone with its database")
                .isEqualTo("1013");
        assertThat(biller.ask("<db_server><get><filter><id>1</id></filter></get></db_server>")
                        .at("//data/status"))
                .as("it does not run")
                .isEqualTo("CONNECTION_FAILED");
    }

    @Test
    void protectedFoldersAliasesAndButtons() {
        var folder = made("<protected-dir><add><site-id>" + webspace.id()
                + "</site-id><name>/intern</name><header>Nur innen</header></add></protected-dir>");
        made("<protected-dir><add-user><pd-id>" + folder
                + "</pd-id><login>otto</login><password>geheim5</password></add-user></protected-dir>");
        isMadeToldAndGone("protected-dir", "get", "delete", folder, "//data/header", "Nur innen");
        assertThat(biller.ask("<protected-dir><add><site-id>" + webspace.id()
                                + "</site-id><name></name></add></protected-dir>")
                        .at("//errcode"))
                .isEqualTo("1019");

        var name = Given.unique() + ".example";
        var alias = made("<site-alias><create><status>0</status><pref><web>true</web></pref><site-id>" + webspace.id()
                + "</site-id><name>" + name + "</name></create></site-alias>");
        isMadeToldAndGone("site-alias", "get", "delete", alias, "//info/name", name);
        for (var wrong : Map.of(webspace.name(), "1007", "co.uk", "1019", "kein name", "1019")
                .entrySet()) {
            assertThat(biller.ask("<site-alias><create><site-id>" + webspace.id() + "</site-id><name>" + wrong.getKey()
                                    + "</name></create></site-alias>")
                            .at("//errcode"))
                    .as(wrong.getKey())
                    .isEqualTo(wrong.getValue());
        }

        var button = made(
                "<ui><create-custombutton><owner><admin/></owner><properties><place>admin</place><url>https://hilfe.example</url>"
                        + "<text>Hilfe</text></properties></create-custombutton></ui>");
        assertThat(biller.ask(by("ui", "get-custombutton", "custombutton-id", button))
                        .at("//properties/url"))
                .isEqualTo("https://hilfe.example");
        assertThat(biller.ask(by("ui", "delete-custombutton", "custombutton-id", button))
                        .at("//status"))
                .isEqualTo("ok");
    }

    @Test
    void subdomainsAreSitesAndResellerPlansArePlans() {
        var left = "s" + Given.unique();
        var id = made("<subdomain><add><parent>" + webspace.name() + "</parent><name>" + left
                + "</name><property><name>www_root</name><value>" + left + "</value></property></add></subdomain>");
        assertThat(biller.ask(by("subdomain", "get", "parent-name", webspace.name()))
                        .at("//data/name"))
                .isEqualTo(left + "." + webspace.name());
        assertThat(given.number("select count(*) from node.web where host = ?", left + "." + webspace.name()))
                .isEqualTo(1);
        isMadeToldAndGone("subdomain", "get", "del", id, "//data/parent", webspace.name());

        var plan = "Netz " + Given.unique();
        var made = biller.ask("<reseller-plan><add><name>" + plan
                + "</name><limits><limit><name>max_cl</name><value>12</value></limit></limits></add></reseller-plan>");
        assertThat(made.at("//result/guid")).as(made.text()).isNotEmpty();
        assertThat(biller.ask("<reseller-plan><get><filter><name>" + plan
                                + "</name></filter><limits/><permissions/><ip-pool/></get></reseller-plan>")
                        .at("//limit[name='max_cl']/value"))
                .isEqualTo("12");
        assertThat(biller.ask("<reseller-plan><get><filter/></get></reseller-plan>")
                        .at("//system/errcode"))
                .isEqualTo("1014");
        assertThat(biller.ask(by("reseller-plan", "del", "name", plan)).at("//result/status"))
                .isEqualTo("ok");

        var addon = "Mehr " + Given.unique();
        var number = made(
                "<service-plan-addon><add><name>" + addon
                        + "</name><limits><limit><name>max_box</name><value>5</value></limit></limits></add></service-plan-addon>");
        isMadeToldAndGone("service-plan-addon", "get", "del", number, "//limit/value", "5");
    }

    @Test
    void keysAndRequestsAreMadeForRealAndCertificatesAreUsed() {
        var made = biller.ask("<certificate><generate><info><bits>2048</bits><country>DE</country><state>Bayern</state>"
                + "<location>Ulm</location><company>Gasthof</company><email>a@gasthof.example</email><name>"
                + webspace.name()
                + "</name></info></generate></certificate>");
        assertThat(made.at("//csr")).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        assertThat(made.at("//pvt")).startsWith("-----BEGIN PRIVATE KEY-----");
        var self = Certificate.of(List.of(webspace.name()));
        var key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(self.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        var installed = biller.ask("<certificate><install><name>eigen</name><webspace>" + webspace.name()
                + "</webspace><content><csr/><pvt>" + key + "</pvt><cert>" + self.chain()
                + "</cert></content></install></certificate>");
        assertThat(installed.at("//result/status")).as(installed.text()).isEqualTo("ok");
        assertThat(given.number("select count(*) from wirt.certificate where site_id = ?", webspace.id()))
                .isEqualTo(1);
        assertThat(biller.ask("<certificate><remove><filter><name>eigen</name></filter><webspace>" + webspace.name()
                                + "</webspace></remove></certificate>")
                        .at("//result/status"))
                .isEqualTo("ok");
        assertThat(given.number("select count(*) from wirt.certificate where site_id = ?", webspace.id()))
                .isZero();
    }

    @Test
    void languagesEventsAndWhatIsNotThere() {
        assertThat(biller.ask("<locale><get><filter/></get></locale>").at("//info[id='en-US']/enabled"))
                .isEqualTo("true");
        biller.ask("<customer><set><filter><id>" + webspace.customerId()
                + "</id></filter><values><gen_info><status>16</status></gen_info></values></set></customer>");
        var last = biller.ask("<event_log><get-last-id/></event_log>").number("//result/id");
        var events = biller.ask("<event_log><get_events><lastId>" + (last - 1) + "</lastId></get_events></event_log>");
        assertThat(events.number("//event/id")).isEqualTo(last);
        assertThat(events.at("//event/class")).isEqualTo("client");
        assertThat(biller.ask("<php-handler><get><filter><id>nirgends</id></filter></get></php-handler>")
                        .at("//errtext"))
                .contains("Php handler does not exists");
        var forwarding = biller.ask(
                "<webspace><add><gen_setup><name>" + Given.unique() + ".example</name><owner-id>"
                        + webspace.customerId()
                        + "</owner-id></gen_setup><hosting><std_fwd><dest_url>https://x.example</dest_url></std_fwd></hosting></add></webspace>");
        assertThat(forwarding.at("//errcode")).isEqualTo("1017");
        assertThat(biller.ask("<webspace><del><filter/></del></webspace>").at("//errcode"))
                .isEqualTo("1019");
    }

    private String selfMade(String name) {
        var self = Certificate.of(List.of(webspace.name()));
        var key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(self.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return "<certificate><install><name>" + name + "</name><webspace>" + webspace.name()
                + "</webspace><content><csr/><pvt>" + key + "</pvt><cert>" + self.chain()
                + "</cert></content></install></certificate>";
    }

    @Test
    void theNameOfACertificateMeansNoOtherThatCameLater() {
        var remove = "<certificate><remove><filter><name>eigen</name></filter><webspace>" + webspace.name()
                + "</webspace></remove></certificate>";
        assertThat(biller.ask(selfMade("eigen")).at("//result/status")).isEqualTo("ok");
        given.database.execute("update wirt.certificate set chain = chain || '\n' where site_id = ?", webspace.id());
        assertThat(biller.ask(remove).at("//result/status")).isEqualTo("ok");
        assertThat(given.number("select count(*) from wirt.certificate where site_id = ?", webspace.id()))
                .as("another one")
                .isEqualTo(1);
        assertThat(biller.ask(remove).at("//errcode")).isEqualTo("1013");
    }

    @Test
    void theNavigationIsThatOfThePanel() {
        var reseller = given.reseller("Netzwirt Wegweiser");
        given.database.execute(
                "update wirt.reseller set permissions = permissions || '{\"remote_api\":true}' where account_id = ?",
                reseller.id());
        var customer = given.customer("Gasthof Wegweiser");
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"remote_api\":true}' where id = ?",
                given.subscription(customer).id());
        for (var username : List.of("admin", reseller.username(), customer.username())) {
            var told = new String(
                    Base64.getDecoder()
                            .decode(new Biller(address(), username, Given.PASSWORD)
                                    .ask("<ui><get-navigation/></ui>")
                                    .at("//navigation")),
                    StandardCharsets.UTF_8);
            assertThat(told)
                    .startsWith("a:2:{s:7:\"general\";a:2:{s:4:\"name\";")
                    .contains("s:7:\"hosting\";a:2:{");
            var rail = signedIn(username).get("/").body();
            var shown = rail.substring(rail.indexOf("<ul>"), rail.indexOf("</ul>"));
            assertThat(all("s:4:\"link\";s:\\d+:\"([^\"]*)\"", told))
                    .as(username)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(all("<a href=\"([^\"]*)\"", shown));
        }
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void whatIsKeptIsToldInTheAuditLogWithoutWhatItSays() {
        var database = made("<database><add-db><webspace-id>" + webspace.id()
                + "</webspace-id><name>kasse</name><type>mysql</type></add-db></database>");
        var user = made("<database><add-db-user><db-id>" + database
                + "</db-id><login>kasse</login><password>geheim5</password></add-db-user></database>");
        biller.ask("<database><set-db-user><id>" + user
                + "</id><login>neu</login><password>geheim6</password></set-db-user></database>");
        biller.ask(by("database", "del-db", "id", database));
        var lines =
                "select string_agg(verb || ' ' || object_name, ', ' order by id) from wirt.audit where object = 'kept' and account_id = ?";
        assertThat(given.text(lines, webspace.customerId()))
                .isEqualTo(
                        "kept.create database kasse, kept.create database-user kasse, kept.change database-user neu, "
                                + "kept.remove database-user neu, kept.remove database kasse");

        var words = "<webspace><set><filter><id>" + webspace.id()
                + "</id></filter><values><prefs><www>geheim7</www></prefs></values></set></webspace>";
        biller.ask(words);
        biller.ask(words);
        assertThat(given.text(
                        "select string_agg(after ->> 'kept', ', ') from wirt.audit where verb = 'subscription.keep' and object_id = ?",
                        webspace.id()))
                .as("once: the second time nothing is new")
                .isEqualTo("prefs.www");
        assertThat(given.number(
                        "select count(*) from wirt.audit where account_id = ? and concat(before, after, object_name) like '%geheim%'",
                        webspace.customerId()))
                .isZero();
        assertThat(administrator().get("/audit").words()).contains("Für ein Programm aufbewahrt", "prefs.www");
    }

    @Test
    void whoEndsASessionIsNamedInTheAuditLog() {
        var customer = given.customer("Gasthof Sitzung");
        signedIn(customer.username());
        var open = biller.ask("<session><get/></session>").at("//session[login='" + customer.username() + "']/id");
        assertThat(biller.ask("<session><terminate><session-id>" + open + "</session-id></terminate></session>")
                        .at("//result/status"))
                .isEqualTo("ok");
        assertThat(given.text(
                        "select actor || ' ' || object_name from wirt.audit where verb = 'session.end' and account_id = ?",
                        customer.id()))
                .isEqualTo("admin " + customer.username());
        assertThat(biller.ask("<session><terminate><session-id>" + open + "</session-id></terminate></session>")
                        .at("//errcode"))
                .isEqualTo("1013");
    }

    @Test
    void whoIsNoResellerIsNotMadeACustomer() {
        var customer = given.customer("Gasthof Kunde");
        var refused = biller.ask(by("reseller", "convert-to-customer", "login", customer.username()));
        assertThat(refused.at("//errcode")).isEqualTo("1019");
        assertThat(refused.at("//errtext")).isEqualTo(customer.username() + " is not a reseller");
        assertThat(refused.at("//result/id")).isEqualTo(Long.toString(customer.id()));
        assertThat(biller.ask(by("reseller", "convert-to-customer", "login", "niemand" + Given.unique()))
                        .at("//errcode"))
                .isEqualTo("1013");
        var reseller = given.reseller("Netzwirt Heimkehrer");
        assertThat(biller.ask(by("reseller", "convert-to-customer", "login", reseller.username()))
                        .at("//result/status"))
                .isEqualTo("ok");
    }

    @Test
    void aPacketThatMakesSomebodyWithoutANameIsMalformed() {
        for (var packet : new String[] {
            "<customer><add><gen_info><login>%s</login><passwd>kurz5</passwd></gen_info></add></customer>",
            "<reseller><add><gen-info><login>%s</login><passwd>kurz5</passwd></gen-info></add></reseller>"
        })
            assertThat(biller.ask(packet.formatted("o" + Given.unique())).at("/packet/system/errcode"))
                    .isEqualTo("1014");
    }

    @Test
    void aPropertyThatIsNotTakenIsRefused() {
        var name = Given.unique() + ".example";
        var packet =
                "<webspace><add><gen_setup><name>%s</name><htype>vrt_hst</htype></gen_setup><hosting><vrt_hst><property><name>ftp_login</name><value>f%s</value></property><property><name>ftp_password</name><value>geheim5</value></property><property><name>%s</name><value>%s</value></property></vrt_hst></hosting></add></webspace>";
        for (var wrong : new String[][] {{"www_root", "public"}, {"ftp_password_type", "crypt"}})
            assertThat(biller.ask(packet.formatted(name, Given.unique(), wrong[0], wrong[1]))
                            .at("//errcode"))
                    .as(wrong[0])
                    .isEqualTo("1017");
        assertThat(biller.ask(
                                "<service-plan><add><name>%s</name><hosting><property><name>www_root</name><value>public</value></property></hosting></add></service-plan>"
                                        .formatted(name))
                        .at("//errcode"))
                .isEqualTo("1017");
        made(packet.formatted(name, Given.unique(), "www_root", "httpdocs"));
    }

    @Test
    void whatNobodyCanSetIsRefused() {
        var set =
                "<webspace><set><filter><id>%d</id></filter><values><gen_setup>%s</gen_setup></values></set></webspace>";
        for (var wrong : new String[] {"<guid/>", "<admin-as-vendor/>"})
            assertThat(biller.ask(set.formatted(webspace.id(), wrong)).at("//errcode"))
                    .as(wrong)
                    .isEqualTo("1017");
        assertThat(biller.ask(set.replace("webspace", "site")
                                .formatted(webspace.id(), "<turn-off-action>disable</turn-off-action>"))
                        .at("//errcode"))
                .isEqualTo("1017");
    }

    @Test
    void recordsOfTheDnsAreTakenAsOtherPanelsWriteThem() {
        var site = webspace.id();
        var record =
                "<dns><add_rec><site-id>%d</site-id><type>%s</type><host>%s</host><value>%s</value><opt>%s</opt></add_rec></dns>";
        made(record.formatted(site, "SRV", "_sip._tcp", "sip.example.org", "10 5 5060"));
        made(record.formatted(site, "CAA", "", "ca.example.org", "0 issue"));
        made(record.formatted(site, "MX", webspace.name().toUpperCase(Locale.ROOT) + ".", "mx.example.org", "20"));
        var told = biller.ask(by("dns", "get_rec", "site-id", Long.toString(site)));
        assertThat(told.at("//data[type='SRV']/value")).isEqualTo("5 5060 sip.example.org");
        assertThat(told.at("//data[type='SRV']/opt")).isEqualTo("10");
        assertThat(told.at("//data[type='CAA']/value")).isEqualTo("0 issue \"ca.example.org\"");
        for (var wrong : new String[] {
            record.formatted(site, "A", "", "192.0.2.1", "10"),
            record.formatted(site, "A", "www.anders.example.", "192.0.2.1", "")
        }) assertThat(biller.ask(wrong).at("//errcode")).isEqualTo("1019");
        assertThat(biller.ask("<dns><get><filter><site-id>" + site + "</site-id></filter><soa/></get></dns>")
                        .at("//soa/refresh"))
                .isEqualTo("10800");
    }

    @Test
    void theWordForWhatHappensAboveALimitIsToldAsItWasSaid() {
        var login = "r" + Given.unique();
        var reseller = made(
                "<reseller><add><gen-info><pname>Rita</pname><login>%s</login><passwd>geheim5</passwd></gen-info><limits><resource-policy><overuse>normal</overuse></resource-policy></limits></add></reseller>"
                        .formatted(login));
        var asked = "<reseller><get><filter><id>" + reseller
                + "</id></filter><dataset><limits/></dataset></get></reseller>";
        assertThat(biller.ask(asked).at("//resource-policy/overuse")).isEqualTo("normal");
        biller.ask(
                "<webspace><set><filter><id>" + webspace.id()
                        + "</id></filter><values><limits><overuse>not_suspend_notify</overuse></limits></values></set></webspace>");
        assertThat(biller.ask("<webspace><get><filter><id>" + webspace.id()
                                + "</id></filter><dataset><limits/></dataset></get></webspace>")
                        .at("//limits/overuse"))
                .isEqualTo("not_suspend_notify");
    }

    @Test
    void aResellerOnAPlanOfPacketsMaySell() {
        var plan = "Reseller " + Given.unique();
        made(
                "<reseller-plan><add><name>%s</name><permissions><permission><name>create_domains</name><value>true</value></permission><permission><name>create_clients</name><value>true</value></permission><permission><name>remote_access_interface</name><value>true</value></permission></permissions></add></reseller-plan>"
                        .formatted(plan));
        var login = "r" + Given.unique();
        made(
                "<reseller><add><gen-info><pname>Rita</pname><login>%s</login><passwd>geheim5</passwd></gen-info><plan-name>%s</plan-name></add></reseller>"
                        .formatted(login, plan));
        var space =
                "<webspace><add><gen_setup><name>%s</name>%s</gen_setup><hosting><vrt_hst><property><name>ftp_login</name><value>f%s</value></property><property><name>ftp_password</name><value>geheim5</value></property></vrt_hst></hosting>%s</add></webspace>";
        var own = new Biller(address(), login, "geheim5");
        var answer = own.ask(space.formatted(Given.unique() + ".example", "", Given.unique(), ""));
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");

        var hosting = "Paket " + Given.unique();
        made(
                "<service-plan><add><name>%s</name><limits><limit><name>max_box</name><value>7</value></limit></limits></add></service-plan>"
                        .formatted(hosting));
        var sold = made(space.formatted(
                Given.unique() + ".example",
                "<owner-login>" + login + "</owner-login>",
                Given.unique(),
                "<plan-name>" + hosting + "</plan-name>"));
        var told = biller.ask("<webspace><get><filter><id>" + sold
                + "</id></filter><dataset><limits/><subscriptions/></dataset></get></webspace>");
        assertThat(told.at("//limit[name='max_box']/value")).isEqualTo("7");
        assertThat(told.count("//plan"))
                .as("bound to a plan of somebody else it is not")
                .isZero();
        assertThat(biller.ask(space.formatted(
                                Given.unique() + ".example",
                                "<owner-login>" + login + "</owner-login>",
                                Given.unique(),
                                "<plan-name>gibt es nicht</plan-name>"))
                        .at("//errcode"))
                .isEqualTo("1013");
    }

    @Test
    void theAdministratorHasAnAddress() {
        assertThat(biller.ask("<server><get><admin/></get></server>").at("//admin_email"))
                .contains("@");
    }
}
