package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Programs that were written for older panels spell some nodes otherwise, and are understood; what nobody understands
/// is not answered as done.
class OldPacketsStory extends BillersDeedsTest {

    private static final String DISK =
            "<limits><limit><name>disk_space</name><value>1073741824</value></limit></limits>";

    private final String host = Given.unique() + ".example";
    private long owner;
    private long id;

    @BeforeEach
    void somebodyWithASubscription() {
        owner = made(login, "");
        id = done(webspace(host, owner, ""));
    }

    private void malformed(String packet) {
        assertThat(biller.ask(packet).at("/packet/system/errcode")).as(packet).isEqualTo("1014");
    }

    private static String status(String filter, int bits) {
        return "<domain><set><filter>" + filter + "</filter><values><gen_setup><status>" + bits
                + "</status></gen_setup></values></set></domain>";
    }

    @Test
    void aDomainIsSuspendedLiftedToldAndRemovedByItsOldNames() {
        var names = List.of(
                "<domain-name>" + host + "</domain-name>",
                "<domain_name>" + host + "</domain_name>",
                "<client_id>" + owner + "</client_id>",
                "<client-id>" + owner + "</client-id>",
                "<client-login>" + login + "</client-login>",
                "<client_login>" + login + "</client_login>");
        for (var name : names) {
            biller.speaking("1.6.0.1");
            done(status(name, 16));
            assertThat(live(host)).as(name).isZero();
            done(status(name, 0));
            assertThat(live(host)).as(name).isOne();
            var told =
                    biller.ask("<domain><get><filter>" + name + "</filter><dataset><limits/></dataset></get></domain>");
            assertThat(told.at("//result/id")).isEqualTo(Long.toString(id));
        }
        refused("1013", by("domain", "del", "domain_name", "nicht-" + host));
        done(by("domain", "del", "domain_name", host));
        assertThat(live(host)).isZero();
    }

    @Test
    void recordsReachTheDomainThatIsNamedAndNeverTheTemplate() {
        var before = templates();
        var record = "<dns><add_rec>%s<type>A</type><host>z</host><value>192.0.2.4</value></add_rec></dns>";
        for (var node : List.of("domain_id", "domain-id", "site_id")) {
            var made = done(record.formatted("<" + node + ">" + id + "</" + node + ">"));
            var told = biller.ask(by("dns", "get_rec", node, id));
            assertThat(told.at("//result[id='" + made + "']/data/host")).isEqualTo("z." + host + ".");
            done(by("dns", "del_rec", "id", made));
        }
        malformed(record.formatted("<webspace-id>" + id + "</webspace-id>"));
        malformed(record.formatted("<name>" + host + "</name>"));
        malformed(record.formatted("<template/><site-id>" + id + "</site-id>"));
        assertThat(templates()).isEqualTo(before);
        done(record.formatted("<template/>"));
        assertThat(templates()).isEqualTo(before + 1);
    }

    private int templates() {
        return biller.ask("<dns><get_rec><filter/><template/></get_rec></dns>").count("//data");
    }

    @Test
    void mailNamesAreOfADomainByItsOldNumber() {
        var filter = "<filter><domain_id>" + id + "</domain_id><mailname><name>info</name>%s</mailname></filter>";
        done("<mail><create>"
                + filter.formatted("<mailbox><enabled>true</enabled></mailbox><password>geheim5!</password>"
                        + "<redirect><enabled>true</enabled><address>ada@gasthof.example</address></redirect>")
                + "</create></mail>");
        done("<mail><update><set>" + filter.formatted("<password>anders5!</password>") + "</set></update></mail>");
        var told = biller.ask("<mail><get_info><filter><domain-id>" + id
                + "</domain-id><name>info</name></filter><redirect/></get_info></mail>");
        assertThat(told.at("//forwarding/address")).isEqualTo("ada@gasthof.example");
    }

    @Test
    void databasesAreOfADomainByItsOldNumber() {
        var made = done("<database><add-db><domain-id>" + id + "</domain-id><name>d" + Given.unique()
                + "</name><type>mysql</type></add-db></database>");
        for (var node : List.of("domain-id", "domain_id"))
            assertThat(biller.ask(by("database", "get-db", node, id)).at("//result/id"))
                    .isEqualTo(Long.toString(made));
    }

    @Test
    void aPlanIsMeantWhereverAndHoweverItIsNamed() {
        var plan = "Start " + Given.unique();
        done("<service-plan><add><name>" + plan + "</name>" + DISK + "</add></service-plan>");
        for (var node : List.of("template-name", "plan_name", "plan-name")) {
            var named = "<" + node + ">%s</" + node + ">";
            holds(done(webspace(Given.unique() + ".example", owner, named.formatted(plan))));
            refused("1013", webspace(Given.unique() + ".example", owner, named.formatted("Nirgends")));
            holds(done(webspace(Given.unique() + ".example", owner, "")
                    .replace("</gen_setup>", named.formatted(plan) + "</gen_setup>")));
        }
        malformed(webspace(Given.unique() + ".example", owner, "<plan-name>" + plan + "</plan-name>")
                .replace("</gen_setup>", "<plan-name>" + plan + "</plan-name></gen_setup>"));
    }

    private void holds(long webspace) {
        var told = biller.ask("<webspace><get><filter><id>" + webspace
                + "</id></filter><dataset><limits/><subscriptions/></dataset></get></webspace>");
        assertThat(told.at("//limit[name='disk_space']/value")).as(told.text()).isEqualTo("1073741824");
        assertThat(told.count("//plan-guid")).as(told.text()).isOne();
    }

    @Test
    void whatNobodyUnderstandsIsNotCalledDone() {
        var customer = customer("K" + Given.unique(), "");
        malformed(by("webspace", "sync-subscription", "id", id)
                .replace("</filter>", "</filter><plan-guid>049965ab-8757-41c7-baa9-2f3fbc000000</plan-guid>"));
        malformed("<customer><set><filter><id>" + owner
                + "</id></filter><values><gen_info><password>anders5!</password></gen_info></values></set></customer>");
        malformed(status("<name>" + host + "</name>", 0).replace("<status>", "<state>16</state><status>"));
        refused("1017", customer.replace("</gen_info>", "</gen_info>" + DISK));
        malformed(customer.replace("</gen_info>", "</gen_info><template-name>Start</template-name>"));
        malformed(customer.replace("</gen_info>", "<vendor>5</vendor></gen_info>"));
        malformed(webspace(Given.unique() + ".example", owner, "<addon>Mehr</addon>"));
        refused(
                "1019",
                "<webspace><set><filter><id>" + id
                        + "</id></filter><values><gen_setup><htype>none</htype></gen_setup></values></set></webspace>");
        done(customer.replace("</gen_info>", "</gen_info><limits></limits><permissions/>"));
    }

    @Test
    void aCustomersOwnerIsMeantInUnderscoresToo() {
        var reseller = done("<reseller><add><gen-info><pname>Netzwirt</pname><login>r" + Given.unique()
                + "</login><passwd>geheim5!</passwd></gen-info><permissions><permission><name>create_clients</name>"
                + "<value>true</value></permission></permissions></add></reseller>");
        var made = made("K" + Given.unique(), "<owner_id>" + reseller + "</owner_id>");
        assertThat(given.number("select provider_id from wirt.account where id = ?", made))
                .isEqualTo(reseller);
    }

    /// Programs go by its kind of hosting, its name and its owner without asking for them.
    @Test
    void whatADomainIsInGeneralIsToldFirst() {
        for (var operator : List.of("site", "webspace", "domain")) {
            var asked = "<%1$s><get><filter><name>%2$s</name></filter><dataset>%3$s</dataset></get></%1$s>";
            var told = biller.ask(asked.formatted(operator, host, "<hosting/>"));
            assertThat(told.at("name(//data/*[1])")).as(told.text()).isEqualTo("gen_info");
            assertThat(told.at("//gen_info/name")).isEqualTo(host);
            assertThat(told.count("//data/hosting")).isOne();
            assertThat(biller.ask(asked.formatted(operator, host, "")).count("//data/*"))
                    .isZero();
        }
    }

    @Test
    void mailPreferencesThatAreSoAlreadyAreTaken() {
        var set = "<mail><set_prefs><filter><site-id>" + id + "</site-id></filter><prefs>%s</prefs></set_prefs></mail>";
        var same =
                "<nonexistent-user><reject/></nonexistent-user><webmail>roundcube</webmail><mailservice>true</mailservice>";
        var answer = biller.ask(set.formatted(same));
        assertThat(answer.at("//result/site-id")).as(answer.text()).isEqualTo(Long.toString(id));
        var told = biller.ask(by("mail", "get_prefs", "site-id", id));
        assertThat(told.at("//webmail")).as(told.text()).isEqualTo("roundcube");
        refused("1017", set.formatted("<nonexistent-user><bounce>weg</bounce></nonexistent-user>"));
        refused("1017", set.formatted("<mail-provider><aps/></mail-provider>"));
        refused("1013", set.formatted(same).replace(">" + id + "<", ">888888888<"));
        refused("1019", set.formatted(same).replace("<site-id>" + id + "</site-id>", ""));
        malformed(set.formatted("<catch-all>info</catch-all>"));
    }

    @Test
    void operatorsThatWirtHasNothingForKeepNoOtherFromBeingDone() {
        for (var other : List.of("<user><get><filter><all/></filter></get></user>", "<webuser><add/></webuser>")) {
            var answer = biller.ask(other + by("webspace", "get", "id", id).replace("</get>", "<dataset/></get>"));
            assertThat(answer.at("/packet/*[1]//errcode")).as(answer.text()).isEqualTo("1017");
            assertThat(answer.at("/packet/*[2]//status")).as(answer.text()).isEqualTo("ok");
        }
    }

    @Test
    void aClientHasTheAddressesOfAll() {
        var add =
                "<client><ippool_add_ip><client_id>%d</client_id><ip_address>%s</ip_address></ippool_add_ip></client>";
        biller.speaking("1.4.2.0");
        done(add.formatted(owner, "127.0.0.1"));
        done(add.formatted(given.reseller("Netzwirt").id(), "127.0.0.1"));
        refused("1018", add.formatted(owner, "203.0.113.77"));
        refused("1013", add.formatted(888_888_888, "127.0.0.1"));
    }
}
