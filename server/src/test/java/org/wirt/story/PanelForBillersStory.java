package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/// What billing systems hear of the panel itself: its languages, sessions, keys and events.
class PanelForBillersStory extends BillersWebspaceTest {

    private long used(Biller of, String locale) {
        return of.ask("<locale><get><filter/></get></locale>").number("//info[id='" + locale + "']/used");
    }

    private Given.Account reseller() {
        var reseller = given.reseller("Netzwirt am Platz");
        given.permit(reseller, "remote_api");
        return reseller;
    }

    @Test
    void aLanguageIsUsedByThoseWhoReadIt() {
        var reseller = reseller();
        var customer = given.customer("Gasthof am Platz", reseller);
        given.database.execute(
                "update wirt.account set locale = 'de' where id in (?, ?)", reseller.id(), customer.id());
        given.database.execute(
                "update wirt.login set locale = null where account_id in (?, ?)", reseller.id(), customer.id());
        var his = new Biller(address(), reseller.username(), Given.PASSWORD);
        assertThat(used(his, "de-DE")).isEqualTo(2);
        assertThat(used(his, "en-US")).isZero();
        given.database.execute("update wirt.login set locale = 'en' where account_id = ?", customer.id());
        assertThat(used(his, "de-DE")).isEqualTo(1);
        assertThat(used(his, "en-US")).isEqualTo(1);
        assertThat(used(biller, "en-US")).isPositive();

        var before = used(biller, "de-DE") + used(biller, "en-US");
        made(by("reseller", "del", "id", reseller.id()), biller);
        assertThat(used(biller, "de-DE") + used(biller, "en-US"))
                .as("he and his customer are gone")
                .isEqualTo(before - 2);
    }

    @Test
    void aSessionTellsWhenSomethingWasLastDoneInIt() {
        var customer = given.customer("Gasthof Stunde");
        signedIn(customer.username());
        var session = "//session[login='" + customer.username() + "']";
        var told = biller.ask("<session><get/></session>");
        var last = OffsetDateTime.parse(told.at(session + "/idle")).toInstant();
        assertThat(last)
                .isBetween(
                        Instant.now().minus(Duration.ofHours(1)), Instant.now().plusSeconds(60))
                .isAfterOrEqualTo(
                        OffsetDateTime.parse(told.at(session + "/login-time")).toInstant());
    }

    private static String info(String filter) {
        return "<secret_key><get_info><filter>" + filter + "</filter></get_info></secret_key>";
    }

    @Test
    void aKeyWithoutADescriptionHasNone() {
        var key = biller.ask("<secret_key><create/></secret_key>").at("//key");
        var told = biller.ask(info("<key>" + key + "</key>"));
        assertThat(told.count("//key_info/description")).isEqualTo(1);
        assertThat(told.at("//key_info/description")).isEmpty();
        assertThat(signedIn("admin").get("/account").words()).contains("Ohne Namen");
        biller.ask("<secret_key><delete><filter><key>" + key + "</key></filter></delete></secret_key>");
    }

    @Test
    void aResellerSeesTheKeysOfHisCustomers() {
        var reseller = reseller();
        var customer = given.customer("Gasthof Schlüssel", reseller);
        var his = new Biller(address(), reseller.username(), Given.PASSWORD);
        var subscription = given.subscription(customer);
        given.permit(subscription, "remote_api");
        biller.ask("<secret_key><create><description>fremd</description></create></secret_key>");
        var neighbour = reseller();
        var neighbours = new Biller(address(), neighbour.username(), Given.PASSWORD);
        made("<secret_key><create/></secret_key>", neighbours);
        for (var login : new String[] {reseller.username(), customer.username()})
            made("<secret_key><create><login>" + login + "</login></create></secret_key>", his);
        var all = his.ask(info(""));
        assertThat(all.count("//key_info")).as(all.text()).isEqualTo(2);
        assertThat(all.count("//key_info[login='" + customer.username() + "']")).isEqualTo(1);
        assertThat(his.ask(info("<key>" + all.at("//key_info[login='" + customer.username() + "']/key") + "</key>"))
                        .at("//result/status"))
                .isEqualTo("ok");
        assertThat(neighbours.ask(info("")).at("//key_info/login")).isEqualTo(neighbour.username());
        var customers = new Biller(address(), customer.username(), Given.PASSWORD).ask(info(""));
        assertThat(customers.count("//key_info")).as(customers.text()).isEqualTo(1);

        var theirs = "//key_info[login='" + customer.username() + "']";
        assertThat(biller.ask(info("")).count(theirs)).isEqualTo(1);
        made(by("customer", "del", "id", customer.id()), biller);
        assertThat(biller.ask(info("")).count(theirs))
                .as("whose owner is in the recycle bin")
                .isZero();
        assertThat(his.ask(info("")).count("//key_info")).isEqualTo(1);
    }

    @Test
    void keysOfAResellersCustomersGoWithHim() {
        var reseller = reseller();
        var customer = given.customer("Gasthof Mitgegangen", reseller);
        given.permit(given.subscription(customer), "remote_api");
        var key = biller.ask("<secret_key><create><login>" + customer.username() + "</login></create></secret_key>")
                .at("//key");
        var theirs = "//key_info[login='" + customer.username() + "']";
        assertThat(biller.ask(info("")).count(theirs)).isEqualTo(1);
        made(by("reseller", "del", "id", reseller.id()), biller);
        assertThat(biller.ask(info("")).count(theirs)).isZero();
        assertThat(biller.ask(info("<key>" + key + "</key>")).at("//errcode")).isEqualTo("1013");
        assertThat(new Biller(address(), key)
                        .ask("<server><get_protos/></server>")
                        .at("//errcode"))
                .as("its owner is as unknown as his password")
                .isEqualTo("11003");
    }

    @Test
    void aTokenIsToldUntilItsLoginIsGone() {
        var customer = given.customer("Gasthof Abgesagt");
        var token = biller.ask("<server><create_session><login>" + customer.username()
                        + "</login><data><user_ip>MTI3LjAuMC4x</user_ip></data></create_session></server>")
                .at("//result/id");
        assertThat(biller.ask("<session><get/></session>").text()).contains("<id>" + token + "</id>");
        made(by("customer", "del", "id", customer.id()), biller);
        assertThat(biller.ask("<session><get/></session>").text()).doesNotContain(token);
    }

    private static void made(String packet, Biller by) {
        var answer = by.ask(packet);
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
    }

    @Test
    void anEventSaysWhatIsOnlyKept() {
        var last = biller.ask("<event_log><get-last-id/></event_log>").at("//result/id");
        var id = made("<database><add-db><webspace-id>" + webspace.id() + "</webspace-id><name>d" + Given.unique()
                + "</name><type>mysql</type></add-db></database>");
        made(
                "<mail><create><filter><site-id>" + webspace.id()
                        + "</site-id><mailname><name>nur</name></mailname></filter></create></mail>",
                biller);
        var since = "<event_log><get_events><lastId>" + last + "</lastId>%s</get_events></event_log>";
        var all = biller.ask(since.formatted(""));
        assertThat(all.at("//event[class='database' and type='added']/obj_id")).isEqualTo(id);
        assertThat(all.count("//event[class='mail' and type='added']")).isEqualTo(1);
        assertThat(all.count("//event[class='kept']")).isZero();
        var one = "<events><event><class>%s</class><type>%s</type></event></events>";
        var databases = biller.ask(since.formatted(one.formatted("database", "added")));
        assertThat(databases.count("//event")).isEqualTo(1);
        assertThat(databases.at("//event/obj_id")).isEqualTo(id);
        assertThat(biller.ask(since.formatted(one.formatted("database", "removed")))
                        .count("//event"))
                .isZero();
        assertThat(biller.ask(since.formatted(one.formatted("mail", "added"))).count("//event"))
                .isEqualTo(1);
        given.database.execute(
                "insert into wirt.audit (actor, door, request_id, verb, object, object_id, object_name, account_id, reseller_id, outcome) "
                        + "values ('x', 'XML', 'x', 'kept.create', 'kept', 1, 'database alt', ?, 1, 'DONE')",
                webspace.customerId());
        assertThat(biller.ask(since.formatted(one.formatted("kept", "added"))).count("//event[class='kept']"))
                .as("from before the kinds had names")
                .isEqualTo(1);
    }
}
