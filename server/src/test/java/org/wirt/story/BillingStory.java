package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What billing systems do with customers, resellers, plans and subscriptions through the XML dialect, and what the
/// servers make of it.
class BillingStory extends BillingTest {

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
        given.permit(reseller, "remote_api");
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

    /// It means something, and is not told that it is done.
    @Test
    void whoeverSaysNothingThatIsKnownIsNotToldThatItIsDone() {
        var owner = made(login, "");
        var host = Given.unique() + ".example";
        biller.ask(webspace(host, owner, ""));
        for (var packet : List.of(
                "<webspace><set><filter><name>" + host
                        + "</name></filter><values><gen_info><status>16</status></gen_info></values></set></webspace>",
                "<webspace><set><filter><name>" + host
                        + "</name></filter><values><plan-id>1</plan-id></values></set></webspace>",
                "<customer><set><filter><id>" + owner
                        + "</id></filter><values><gen-info><status>16</status></gen-info></values></set></customer>"))
            assertThat(biller.ask(packet).at("//system/errcode")).as(packet).isEqualTo("1014");
        assertThat(live(host)).isEqualTo(1);
    }
}
