package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What billing systems count, and what they are told to be there.
class FiguresForBillersStory extends BillersWebspaceTest {

    private String subdomain;
    private String alias;
    private String aliasName;

    private void aSubdomainAnAliasAndADatabase() {
        subdomain = made("<subdomain><add><parent>" + webspace.name() + "</parent><name>blog</name></add></subdomain>");
        aliasName = Given.unique() + ".example";
        alias = made("<site-alias><create><site-id>" + webspace.id() + "</site-id><name>" + aliasName
                + "</name></create></site-alias>");
        var database = made("<database><add-db><webspace-id>" + webspace.id() + "</webspace-id><name>kasse"
                + Given.unique() + "</name><type>mysql</type></add-db></database>");
        made("<database><add-db-user><db-id>" + database + "</db-id><login>k" + Given.unique()
                + "</login><password>geheim5</password></add-db-user></database>");
    }

    @Test
    void whatIsKeptIsCountedWhereverFiguresAreTold() {
        var before = biller.ask("<server><get><stat/></get></server>");
        aSubdomainAnAliasAndADatabase();
        long owner = given.number("select customer_id from wirt.subscription where id = ?", webspace.id());
        var customer = biller.ask(
                "<customer><get><filter><id>" + owner + "</id></filter><dataset><stat/></dataset></get></customer>");
        assertThat(customer.at("//stat/subdomains")).isEqualTo("1");
        assertThat(customer.at("//stat/data_bases")).isEqualTo("1");
        var told = biller.ask("<webspace><get><filter><id>" + webspace.id()
                + "</id></filter><dataset><stat/><resource-usage/></dataset></get></webspace>");
        assertThat(told.at("//stat/subdom")).isEqualTo("1");
        assertThat(told.at("//stat/db")).isEqualTo("1");
        assertThat(told.at("//resource[name='max_subdom']/value")).isEqualTo("1");
        assertThat(told.at("//resource[name='max_dom_aliases']/value")).isEqualTo("1");
        var site = biller.ask(
                "<site><get><filter><id>" + webspace.id() + "</id></filter><dataset><stat/></dataset></get></site>");
        assertThat(site.at("//stat/subdom")).isEqualTo("1");
        assertThat(site.at("//stat/db")).isEqualTo("1");
        var server = biller.ask("<server><get><stat/></get></server>");
        assertThat(server.number("//objects/databases")).isGreaterThan(before.number("//objects/databases"));
        assertThat(server.number("//objects/database_users")).isGreaterThan(before.number("//objects/database_users"));

        biller.ask(by("webspace", "del", "id", webspace.id()));
        assertThat(biller.ask("<customer><get><filter><id>" + owner
                                + "</id></filter><dataset><stat/></dataset></get></customer>")
                        .at("//stat/data_bases"))
                .as("in the recycle bin")
                .isEqualTo("0");
    }

    @Test
    void aResellersFiguresAreThoseOfHisCustomers() {
        var reseller = given.reseller("Bezirk Nord");
        webspace = given.subscription(given.customer("Gasthof Nord", reseller));
        aSubdomainAnAliasAndADatabase();
        isTold("<mail><create><filter><site-id>" + webspace.id() + "</site-id><mailname><name>info</name><mailbox>"
                + "<enabled>true</enabled></mailbox><autoresponder><enabled>true</enabled><text>Bin weg</text>"
                + "</autoresponder></mailname></filter></create></mail>");
        var told =
                Map.of("subdomains", "1", "domain-aliases", "1", "data-bases", "1", "postboxs", "1", "mail-resps", "1");
        told.forEach((name, many) -> assertThat(figure(reseller, name)).as(name).isEqualTo(many));
    }

    @Test
    void whoIsGoneIsCountedNoMore() {
        var reseller = given.reseller("Bezirk Fort");
        var customer = given.customer("Gasthof Fort", reseller);
        webspace = given.subscription(customer);
        given.subscription(given.customer("Gasthof Bleibt", reseller));
        aSubdomainAnAliasAndADatabase();
        assertThat(figure(reseller, "domains")).isEqualTo("3");
        isTold(by("customer", "del", "id", customer.id()));
        assertThat(figure(reseller, "domains")).isEqualTo("1");
        assertThat(figure(reseller, "active-domains")).isEqualTo("1");
        assertThat(figure(reseller, "subdomains")).isEqualTo("0");
        assertThat(figure(reseller, "domain-aliases")).isEqualTo("0");
        assertThat(figure(reseller, "data-bases")).isEqualTo("0");
    }

    @Test
    void whatCustomersOfAResellerHadIsCountedNoMoreWhenHeIsGone() {
        var reseller = given.reseller("Bezirk Ganz Fort");
        webspace = given.subscription(given.customer("Gasthof Ganz Fort", reseller));
        isTold("<mail><create><filter><site-id>" + webspace.id() + "</site-id><mailname><name>info</name><mailbox>"
                + "<enabled>true</enabled></mailbox><autoresponder><enabled>true</enabled><text>Bin weg</text>"
                + "</autoresponder></mailname><mailname><name>weiter</name><forwarding><enabled>true</enabled>"
                + "<address>wirt@anderswo.example</address></forwarding></mailname></filter></create></mail>");
        var names = List.of("domains", "mail_boxes", "mail_redirects", "mail_responders", "problem_domains");
        var before = biller.ask("<server><get><stat/></get></server>");
        isTold(by("reseller", "del", "id", reseller.id()));
        var after = biller.ask("<server><get><stat/></get></server>");
        assertThat(names.stream().map(name -> before.number("//objects/" + name) - after.number("//objects/" + name)))
                .containsExactly(1L, 1L, 1L, 1L, 0L);
    }

    private void areActive(long customer, String sites) {
        assertThat(biller.ask("<customer><get><filter><id>" + customer
                                + "</id></filter><dataset><stat/></dataset></get></customer>")
                        .at("//stat/active_domains"))
                .isEqualTo(sites);
    }

    @Test
    void activeIsWhatHasStatusZero() {
        var reseller = given.reseller("Bezirk Dunkel");
        var customer = given.customer("Gasthof Dunkel", reseller);
        webspace = given.subscription(customer);
        areActive(customer.id(), "1");
        isTold("<site><set><filter><id>" + webspace.id()
                + "</id></filter><values><hosting><none/></hosting></values></set></site>");
        areActive(customer.id(), "1");
        var further = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set expires_at = now() - interval '1 minute' where id = ?", further.id());
        areActive(customer.id(), "1");
        var activeThen = biller.ask("<server><get><stat/></get></server>").number("//objects/active_domains");

        given.reason("account", customer.id(), customer, 16);
        areActive(customer.id(), "0");
        var after = biller.ask("<server><get><stat/></get></server>").number("//objects/active_domains");
        assertThat(after).isEqualTo(activeThen - 1);
        var other = given.customer("Gasthof Hell", reseller);
        given.subscription(other);
        assertThat(figure(reseller, "active-clients")).isEqualTo("1");
        assertThat(figure(reseller, "active-domains")).isEqualTo("1");
        given.database.execute(
                "update wirt.reseller set expires_at = now() - interval '1 minute' where account_id = ?",
                reseller.id());
        assertThat(figure(reseller, "active-clients")).isEqualTo("0");
        assertThat(figure(reseller, "active-domains")).isEqualTo("0");
        assertThat(figure(reseller, "clients")).isEqualTo("2");
        areActive(other.id(), "0");
    }

    private String figure(Given.Account reseller, String name) {
        return biller.ask("<reseller><get><filter><id>" + reseller.id()
                        + "</id></filter><dataset><stat/></dataset></get></reseller>")
                .at("//stat/" + name);
    }

    private void isTold(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
    }

    @Test
    void domainListsTellSubdomainsAndAliasesAsWhatTheyAre() {
        aSubdomainAnAliasAndADatabase();
        long owner = given.number("select customer_id from wirt.subscription where id = ?", webspace.id());
        var list = biller.ask(by("customer", "get-domain-list", "id", owner));
        assertThat(list.at("//domain[type='domain']/id")).isEqualTo(Long.toString(webspace.id()));
        assertThat(list.at("//domain[type='domain']/main")).isEqualTo("true");
        assertThat(list.at("//domain[type='subdomain']/id")).isEqualTo(subdomain);
        assertThat(list.at("//domain[type='subdomain']/parent-id")).isEqualTo(Long.toString(webspace.id()));
        assertThat(list.at("//domain[type='alias']/id")).isEqualTo(alias);
        assertThat(list.at("//domain[type='alias']/ascii-name")).isEqualTo(aliasName);
        assertThat(list.at("//domain[type='alias']/domain-id")).isEqualTo(Long.toString(webspace.id()));
        assertThat(list.at("//domain[type='alias']/guid")).isEqualTo(list.at("//domain[type='domain']/guid"));
        assertThat(list.count("//domain")).isEqualTo(3);
    }

    @Test
    void sitesBelowOthersAreFoundByThemAndAreTheirSubdomains() {
        var shop = made("<site><add><gen_setup><name>shop</name><parent-site-name>" + webspace.name()
                + "</parent-site-name></gen_setup></add></site>");
        var found = biller.ask("<site><get><filter><parent-site-id>" + webspace.id()
                + "</parent-site-id></filter><dataset><gen_info/></dataset></get></site>");
        assertThat(found.at("//result/id")).isEqualTo(shop);
        assertThat(found.at("//gen_info/name")).isEqualTo("shop." + webspace.name());
        assertThat(biller.ask(by("subdomain", "get", "id", shop)).at("//data/parent"))
                .isEqualTo(webspace.name());

        var other = given.subscription(given.customer("Gasthof Andere"));
        assertThat(biller.ask("<site><add><gen_setup><name>" + Given.unique() + ".example</name><webspace-id>"
                                + other.id() + "</webspace-id><parent-site-id>" + webspace.id()
                                + "</parent-site-id></gen_setup></add></site>")
                        .at("//errcode"))
                .as("two subscriptions")
                .isEqualTo("1019");
    }

    @Test
    void noMoreSubdomainsThanTheLimitAllows() {
        biller.ask("<webspace><set><filter><id>" + webspace.id()
                + "</id></filter><values><limits><limit><name>max_subdom</name><value>1</value></limit></limits>"
                + "</values></set></webspace>");
        made("<subdomain><add><parent>" + webspace.name() + "</parent><name>eins</name></add></subdomain>");
        assertThat(biller.ask("<subdomain><add><parent>" + webspace.name()
                                + "</parent><name>zwei</name></add></subdomain>")
                        .at("//errcode"))
                .isEqualTo("1024");
        assertThat(biller.ask("<site><add><gen_setup><name>drei." + webspace.name() + "</name><parent-site-id>"
                                + webspace.id() + "</parent-site-id></gen_setup></add></site>")
                        .at("//errcode"))
                .isEqualTo("1024");
    }

    @Test
    void eventsAreThoseThatAreAskedFor() {
        var before = biller.ask("<event_log><get-last-id/></event_log>").number("//result/id");
        long id = made(login, "");
        biller.ask("<customer><set><filter><id>" + id
                + "</id></filter><values><gen_info><phone>1</phone></gen_info></values></set></customer>");
        var asked =
                "<event_log><get_events><lastId>" + before + "</lastId><events>%s</events></get_events></event_log>";
        var added = biller.ask(asked.formatted("<event><type>added</type><class>client</class></event>"));
        assertThat(added.at("//event/type")).isEqualTo("added");
        assertThat(added.numbers("//event[obj_id='" + id + "']/id")).hasSize(1);
        var changed = biller.ask(asked.formatted("<event><type>changed</type><class>client</class></event>"));
        assertThat(changed.count("//event[type='added']")).isZero();
        assertThat(changed.numbers("//event[obj_id='" + id + "']/id")).hasSize(1);
        assertThat(biller.ask(asked.formatted("<event><type>added</type><class>domain</class></event>"
                                + "<event><type>changed</type><class>client</class></event>"))
                        .count("//event[type='added' and class='client']"))
                .isZero();
        assertThat(biller.ask(asked.formatted("<event><type>fly</type></event>"))
                        .count("//event"))
                .isZero();
    }

    @Test
    void whatIsNamedTwiceGoesOnce() {
        long id = made(login, "");
        var answer =
                biller.ask("<customer><del><filter><id>" + id + "</id><id>" + id + "</id></filter></del></customer>");
        assertThat(answer.at("//result[1]/status")).isEqualTo("ok");
        assertThat(answer.at("//result[2]/errcode")).isEqualTo("1013");
    }

    @Test
    void nobodyIsVouchedForWhoMayNotComeIn() {
        long id = made(login, "");
        var session = "<server><create_session><login>" + login
                + "</login><data><user_ip>MTI3LjAuMC4x</user_ip></data></create_session></server>";
        assertThat(biller.ask(session).at("//result/errtext")).isEmpty();
        biller.ask("<customer><set><filter><id>" + id
                + "</id></filter><values><gen_info><status>16</status></gen_info></values></set></customer>");
        assertThat(biller.ask(session).at("//errcode")).isEqualTo("1011");
    }

    @Test
    void whatCannotBeSpokenIsSaidBeforeAnybodyProvesWhoHeIs() {
        var stranger = new Biller(address(), "nobody", "falsch");
        assertThat(stranger.speaking("9.9.9.9")
                        .ask("<server><get_protos/></server>")
                        .at("//system/errcode"))
                .isEqualTo("1005");
        assertThat(stranger.speaking("").send("no packet at all").at("//system/errcode"))
                .isEqualTo("1001");
    }
}
