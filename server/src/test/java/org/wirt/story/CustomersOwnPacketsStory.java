package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a customer says by packets of his own domains, as far as his contract lets him.
class CustomersOwnPacketsStory extends BillersDeedsTest {

    private Given.Account customer;
    private Given.Subscription webspace;
    private Biller his;

    @BeforeEach
    void aCustomerWithAProgram() {
        customer = given.customer("Gasthof Selbst");
        webspace = given.subscription(customer);
        permit("{\"remote_api\":true,\"create_domains\":true}");
        his = new Biller(address(), customer.username(), Given.PASSWORD);
    }

    private void permit(String permissions) {
        given.database.execute(
                "update wirt.subscription set permissions = permissions || cast(? as jsonb) where id = ?",
                permissions,
                webspace.id());
    }

    private String add(String name, String hosting) {
        return "<site><add><gen_setup><name>" + name + "</name><webspace-id>" + webspace.id()
                + "</webspace-id></gen_setup>" + hosting + "</add></site>";
    }

    @Test
    void aDomainWithoutHostingIsMadeByWhoeverMayCreateDomains() {
        var name = Given.unique() + ".example";
        var answer = his.ask(add(name, ""));
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        var get = "<site><get><filter><name>" + name
                + "</name></filter><dataset><gen_info/><hosting/></dataset></get></site>";
        assertThat(his.ask(get).at("//gen_info/htype")).isEqualTo("none");
        assertThat(his.ask(get).count("//hosting/vrt_hst")).isZero();
        assertThat(given.number("select count(*) from wirt.site where host = ? and disabled", name))
                .isEqualTo(1);
        assertThat(his.ask("<site><set><filter><name>" + name
                                + "</name></filter><values><hosting><vrt_hst/></hosting></values></set></site>")
                        .at("//errcode"))
                .as("what is unknown to the world his provider makes known")
                .isEqualTo("1006");
        done("<site><set><filter><name>" + name
                + "</name></filter><values><hosting><vrt_hst/></hosting></values></set></site>");
        assertThat(given.number("select count(*) from wirt.site where host = ? and disabled", name))
                .isZero();

        permit("{\"create_domains\":false}");
        for (var hosting : new String[] {"", "<hosting><vrt_hst/></hosting>"})
            assertThat(his.ask(add(Given.unique() + ".example", hosting)).at("//errcode"))
                    .isEqualTo("1006");
    }

    @Test
    void whatSomebodyAboveHasSuspendedIsNotHisToActivate() {
        done(status("site", webspace.name(), 16));
        assertThat(his.ask(status("site", webspace.name(), 0)).at("//errcode")).isEqualTo("1006");
        assertThat(given.number("select reasons from wirt.site where id = ?", webspace.id()))
                .isEqualTo(16);
        done(status("site", webspace.name(), 0));
        assertThat(his.ask(status("site", webspace.name(), 8)).at("//result/status"))
                .isEqualTo("ok");
        assertThat(his.ask(status("site", webspace.name(), 0)).at("//result/status"))
                .isEqualTo("ok");
    }

    private String values(String values) {
        return set("webspace", webspace.id(), "<values>" + values + "</values>");
    }

    private Biller.Answer does(String packet) {
        var answer = his.ask(packet);
        assertThat(answer.at("//result/status")).as(packet + answer.text()).isEqualTo("ok");
        assertThat(answer.at("//result/filter-id")).isEqualTo(Long.toString(webspace.id()));
        assertThat(answer.number("//result/id")).isEqualTo(webspace.id());
        return answer;
    }

    private void mayNot(String packet) {
        var answer = his.ask(packet);
        assertThat(answer.at("//errcode")).as(packet + answer.text()).isEqualTo("1006");
        assertThat(answer.at("//result/filter-id")).isEqualTo(Long.toString(webspace.id()));
        assertThat(answer.number("//result/id")).isEqualTo(webspace.id());
    }

    private static String status(int bits) {
        return "<gen_setup><status>" + bits + "</status></gen_setup>";
    }

    private String told(String way) {
        return told("webspace", webspace.id(), "<dataset><gen_info/><hosting/><prefs/><php-settings/><mail/></dataset>")
                .at(way);
    }

    @Test
    void hisSubscriptionIsHisToSuspendAndToActivate() {
        does(values(status(64)));
        assertThat(told("//gen_info/status")).isEqualTo("64");
        assertThat(live(webspace.name())).isZero();
        does(values(status(64)));
        does(values(status(0)));
        assertThat(told("//gen_info/status")).isEqualTo("0");
        assertThat(live(webspace.name())).isOne();

        does(set("site", webspace.id(), "<values>" + status(64) + "</values>"));
        does(values(status(64)));
        does(values(status(0)));
        assertThat(given.number("select reasons from wirt.site where id = ?", webspace.id()))
                .isZero();

        does(values(status(64)));
        done(values(status(16)));
        mayNot(values(status(0)));
        assertThat(told("//gen_info/status")).as("his own is gone").isEqualTo("16");
        mayNot(values(status(0)));
        done(values(status(0)));

        for (int others : new int[] {8, 16, 32, 256})
            assertThat(his.ask(values(status(others))).at("//errcode")).isEqualTo("1025");
        assertThat(told("//gen_info/status")).isEqualTo("0");
    }

    @Test
    void whatHasEndedHeCannotGoOnWith() {
        given.database.execute(
                "update wirt.subscription set expires_at = now() - interval '1 day' where id = ?", webspace.id());
        mayNot(values(status(0)));
        var browser = signedIn(customer.username());
        var expires = "expires." + webspace.id();
        browser.deed("subscription.activate", webspace.id(), expires, "2999-12-31");
        given.reason("subscription", webspace.id(), customer, 64);
        browser.deed("subscription.activate", webspace.id(), expires, "2999-12-31");
        assertThat(given.number(
                        "select count(*) from wirt.subscription where id = ? and expires_at < now() and reasons = 64",
                        webspace.id()))
                .as("no door renews it")
                .isOne();
        assertThat(his.ask(values(status(0))).at("//errcode")).isEqualTo("1023");
        assertThat(told("//gen_info/status")).isEqualTo("256");
    }

    @Test
    void whatHisContractLetsHimHeSaysOfHisSubscriptionToo() {
        var property = "<hosting><vrt_hst><property><name>%s</name><value>%s</value></property></vrt_hst></hosting>";
        does(values("<gen_setup><description>Notiz</description></gen_setup><prefs><www>false</www></prefs>"));
        assertThat(told("//gen_info/description")).isEqualTo("Notiz");
        assertThat(told("//prefs/www")).isEqualTo("false");
        var before = passwords();
        does(values(property.formatted("ftp_password", "Neues.Wort.71")));
        assertThat(passwords()).isEqualTo(before + 1);
        mayNot(values(property.formatted("ftp_login", "f" + Given.unique())));

        var php = "<php-settings><setting><name>memory_limit</name><value>64M</value></setting></php-settings>";
        var mail = "<mail><webmail>roundcube</webmail></mail>";
        for (var kept : new String[] {property.formatted("cgi", "true"), php, mail}) mayNot(values(kept));
        permit("{\"manage_phosting\":true,\"manage_php_settings\":true,\"manage_mail\":true}");
        for (var kept : new String[] {property.formatted("cgi", "true"), php, mail}) does(values(kept));
        assertThat(told("//php-settings/setting[name='memory_limit']/value")).isEqualTo("64M");
        assertThat(told("//mail/webmail")).isEqualTo("roundcube");

        does(values("<hosting><std_fwd><dest_url>https://anders.example/</dest_url></std_fwd></hosting>"));
        assertThat(told("//gen_info/htype")).isEqualTo("std_fwd");
    }

    private long passwords() {
        return given.number(
                "select count(*) from wirt.audit where verb = 'ftp.password' and account_id = ?", customer.id());
    }

    @Test
    void everythingElseOfHisSubscriptionIsHisProvidersToSay() {
        var note = "<description>Nicht getan</description>";
        for (var setup : new String[] {
            "<name>" + webspace.name() + "</name>",
            "<owner-login>" + customer.username() + "</owner-login>",
            "<owner-id>1</owner-id>",
            "<external-id>7</external-id>",
            "<admin-description>x</admin-description>",
            "<reseller-description>x</reseller-description>",
            "<ip_address>127.0.0.1</ip_address>",
            "<htype>vrt_hst</htype>"
        }) mayNot(values("<gen_setup>" + note + setup + "</gen_setup>"));
        for (var other : new String[] {
            "<limits>" + limit("max_box", 5) + "</limits>",
            "<permissions>" + permission("manage_dns", "true") + "</permissions>",
            "<performance><bandwidth>5</bandwidth></performance>",
            "<disk_usage/>",
            "<hosting><none/></hosting>",
            "<hosting><vrt_hst><ip_address>127.0.0.1</ip_address></vrt_hst></hosting>"
        }) mayNot(values("<gen_setup>" + note + "</gen_setup>" + other));
        assertThat(told("//gen_info/description")).as("nothing is done").isEmpty();
    }

    @Test
    void aSubscriptionOfSomebodyElseIsUnknownToHim() {
        var other = given.subscription(given.customer("Gasthof Fremd"));
        for (var said : new String[] {status(64), "<limits/>"}) {
            var answer = his.ask(set("webspace", other.id(), "<values>" + said + "</values>"));
            assertThat(answer.at("//errcode")).isEqualTo("1013");
            assertThat(answer.count("//result/id")).isZero();
            assertThat(answer.at("//result/filter-id")).isEqualTo(Long.toString(other.id()));
        }
        assertThat(given.number("select reasons from wirt.subscription where id = ?", other.id()))
                .isZero();
    }

    @Test
    void aNewDomainsSubscriptionIsNamedOnce() {
        var other = given.subscription(given.customer("Gasthof Anders"));
        for (var more : new String[] {
            "<webspace-name>" + other.name() + "</webspace-name>",
            "<webspace-id>" + webspace.id() + "</webspace-id>",
            "<parent-site-id>" + webspace.id() + "</parent-site-id><parent-site-name>" + webspace.name()
                    + "</parent-site-name>"
        }) refused("1014", add(Given.unique() + ".example", "").replace("</gen_setup>", more + "</gen_setup>"));
    }
}
