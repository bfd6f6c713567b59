package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What billing systems say in words of their own of what Wirt has: told again in these words, kept beside it where it
/// means nothing more, and refused where keeping it would be a lie.
class BillersWordsStory extends BillersWebspaceTest {

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
        assertThat(biller.ask("<webspace><del><filter/></del></webspace>").at("//errcode"))
                .isEqualTo("1019");
    }

    @Test
    void theNavigationIsThatOfThePanel() {
        var reseller = given.reseller("Netzwirt Wegweiser");
        given.permit(reseller, "remote_api");
        var customer = given.customer("Gasthof Wegweiser");
        given.permit(given.subscription(customer), "remote_api");
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

    @Test
    void anEventTellsTheNumberOfWhatWasMade() {
        var before = biller.ask("<event_log><get-last-id/></event_log>").number("//result/id");
        var plan = made("<service-plan><add><name>Ereignis " + Given.unique() + "</name></add></service-plan>");
        var space = made(webspace(Given.unique() + ".example", webspace.customerId(), ""));
        var events = biller.ask("<event_log><get_events><lastId>" + before + "</lastId></get_events></event_log>");
        assertThat(events.at("//event[class='plan' and type='added']/obj_id")).isEqualTo(plan);
        assertThat(events.at("//event[class='domain' and type='added']/obj_id")).isEqualTo(space);
    }

    @Test
    void anExternalIdOfTwoAccountsIsNobodys() {
        var foreign = "crm-" + Given.unique();
        for (var reseller : List.of(given.reseller("Netz Eins"), given.reseller("Netz Zwei")))
            given.database.execute(
                    "update wirt.account set external_id = ? where id = ?",
                    foreign,
                    given.customer("Gasthof Doppelt", reseller).id());
        var set = biller.ask("<customer><set><filter><external-id>" + foreign
                + "</external-id></filter><values><gen_info><status>16</status></gen_info></values></set></customer>");
        assertThat(set.at("//errcode")).as(set.text()).isEqualTo("1023");
        assertThat(given.number(
                        "select count(*) from wirt.reason r join wirt.account a on a.id = r.account_id where a.external_id = ?",
                        foreign))
                .isZero();
    }

    @Test
    void aResellerLosesHisPlanOnlyWhereThatIsSaid() {
        var plan = "Netz " + Given.unique();
        made("<reseller-plan><add><name>" + plan + "</name></add></reseller-plan>");
        var made = made("<reseller><add><gen-info><pname>Rita</pname><login>" + login
                + "</login><passwd>kurz5</passwd><email>r@netz.example</email></gen-info><plan-name>" + plan
                + "</plan-name></add></reseller>");
        var change = "<reseller><switch-subscription><filter><id>" + made
                + "</id></filter>%s</switch-subscription></reseller>";
        for (var operator : List.of("reseller", "webspace"))
            assertThat(biller.ask(change.formatted("").replace("reseller>", operator + ">"))
                            .at("//system/errcode"))
                    .isEqualTo("1014");
        assertThat(given.number(
                        "select count(*) from wirt.reseller where account_id = ? and plan_id is not null",
                        Long.parseLong(made)))
                .isEqualTo(1);
        assertThat(biller.ask(change.formatted("<no-plan/>")).at("//status")).isEqualTo("ok");
    }

    /// Underscores, and a node for each limit.
    @Test
    void theOldestPacketsNameTheirOwnerAndLimits() {
        biller.speaking("1.5.2.0");
        var host = Given.unique() + ".example";
        var id = made(
                "<domain><add><gen_setup><name>" + host + "</name><client_id>" + webspace.customerId()
                        + "</client_id><htype>vrt_hst</htype></gen_setup><hosting><vrt_hst><ftp_login>f"
                        + Given.unique()
                        + "</ftp_login><ftp_password>geheim5</ftp_password></vrt_hst></hosting><limits><max_box>3</max_box></limits></add></domain>");
        assertThat(given.number("select customer_id from wirt.subscription where id = ?", Long.parseLong(id)))
                .isEqualTo(webspace.customerId());
        var told = biller.ask(
                "<webspace><get><filter><id>" + id + "</id></filter><dataset><limits/></dataset></get></webspace>");
        assertThat(told.at("//limit[name='max_box']/value")).isEqualTo("3");
    }

    @Test
    void whatIsRevokedAtOnceIsAlsoWhatWirtHasNoNameFor() {
        var set = "<webspace><set><filter><id>" + webspace.id()
                + "</id></filter><values><permissions>%s</permissions></values></set></webspace>";
        made(set.formatted("<permission><name>allow_insecure_sites</name><value>true</value></permission>"));
        made(set.formatted("<revoke-all/>"));
        var told = biller.ask("<webspace><get><filter><id>" + webspace.id()
                + "</id></filter><dataset><permissions/></dataset></get></webspace>");
        assertThat(told.count("//permission[value='true']")).as(told.text()).isZero();
    }

    @Test
    void theAdministratorsNoteIsWrittenByNobodyElse() {
        var reseller = given.reseller("Netzwirt Notiz");
        given.permit(reseller, "remote_api");
        var space = given.subscription(given.customer("Gasthof Notiz", reseller));
        var set = "<webspace><set><filter><id>" + space.id()
                + "</id></filter><values><gen_setup><admin-description>%s</admin-description></gen_setup></values></set></webspace>";
        made(set.formatted("Zahlt spät"));
        assertThat(new Biller(address(), reseller.username(), Given.PASSWORD)
                        .ask(set.formatted("Zahlt"))
                        .at("//errcode"))
                .isEqualTo("1006");
        assertThat(biller.ask("<webspace><get><filter><id>" + space.id()
                                + "</id></filter><dataset><gen_info/></dataset></get></webspace>")
                        .at("//admin-description"))
                .isEqualTo("Zahlt spät");
    }

    @Test
    void aSubdomainFollowsItsDomainToItsNewName() {
        var id = made("<subdomain><add><parent>" + webspace.name() + "</parent><name>blog</name></add></subdomain>");
        var told = biller.ask(by("subdomain", "get", "id", id));
        assertThat(told.count("//property[name='name' or name='parent']"))
                .as(told.text())
                .isZero();
        var other = "neu-" + webspace.name();
        made("<webspace><set><filter><id>" + webspace.id() + "</id></filter><values><gen_setup><name>" + other
                + "</name></gen_setup></values></set></webspace>");
        assertThat(biller.ask(by("subdomain", "get", "id", id)).at("//data/parent"))
                .isEqualTo(other);
        assertThat(biller.ask(by("subdomain", "get", "parent-name", other)).at("//result/id"))
                .isEqualTo(id);
    }

    @Test
    void zonesAreThoseOfAllDomains() {
        var zones = biller.ask("<dns><get/></dns>");
        assertThat(zones.count("//result[site-id='" + webspace.id() + "']/zone_type"))
                .as(zones.text())
                .isEqualTo(1);
    }
}
