package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a billing system says of mail names holds on the mail server: how large their mailboxes are, and under which
/// other names their mail arrives.
class MailNameStory extends MailNameTest {

    @Test
    void anotherQuotaHoldsAtOnce() {
        assertThat(quota()).isEqualTo(10 * MEGABYTE);
        done(update("set", "<name>info</name>" + mailbox(20 * MEGABYTE)));
        assertThat(quota()).isEqualTo(20 * MEGABYTE);
        assertThat(told().at("//mailbox/quota")).isEqualTo(String.valueOf(20 * MEGABYTE));
        limit("mbox_quota", -1);
        done(update("set", "<name>info</name><mailbox><quota>-1</quota></mailbox>"));
        assertThat(quota()).isEqualTo(-1);

        limit("mbox_quota", 30 * MEGABYTE);
        done(update("set", "<name>info</name><mailbox><quota>-1</quota></mailbox>"));
        assertThat(quota()).as("sent back as it was told").isEqualTo(-1);
        done(update("set", "<name>info</name>" + mailbox(20 * MEGABYTE)));
        done(update("set", "<name>info</name><mailbox><quota>-1</quota></mailbox>"));
        assertThat(quota()).as("as much as the subscription allows").isEqualTo(30 * MEGABYTE);
        refused("1019", update("set", "<name>info</name>" + mailbox(31 * MEGABYTE)));
        refused("1019", update("set", "<name>info</name>" + mailbox(MEGABYTE + 1)));
        limit("total_mboxes_quota", 20 * MEGABYTE);
        done(update("set", "<name>info</name>" + mailbox(15 * MEGABYTE)));
        refused("1024", update("set", "<name>info</name>" + mailbox(25 * MEGABYTE)));
        assertThat(quota()).isEqualTo(15 * MEGABYTE);
    }

    @Test
    void whatIsSaidOfOneNameIsDoneTogetherOrNotAtAll() throws IOException {
        limit("mbox_quota", 30 * MEGABYTE);
        var more =
                "<forwarding><enabled>true</enabled><address>a@elsewhere.example</address></forwarding><alias>hallo</alias>";
        refused("1019", update("set", "<name>info</name>" + mailbox(31 * MEGABYTE) + more + password("anderes5")));
        refused(
                "1007",
                update(
                        "set",
                        "<name>info</name>" + mailbox(20 * MEGABYTE) + more + "<alias>info</alias>"
                                + password("anderes5")));
        refused(
                "1019",
                update(
                        "set",
                        "<name>info</name>" + mailbox(20 * MEGABYTE) + more
                                + "<autoresponder><enabled>true</enabled></autoresponder>"));
        assertThat(quota()).isEqualTo(10 * MEGABYTE);
        assertThat(views.forward(at("info"))).isEmpty();
        assertThat(views.forward(at("hallo"))).isEmpty();
        deliver(at("info"), "Noch mit dem alten Passwort");
        assertThat(read()).contains("Noch mit dem alten Passwort");
    }

    @Test
    void mailToAnAliasArrivesInTheMailbox() throws IOException {
        assertThat(heard(at("hallo"))).startsWith("550 5.1.1");
        done(update("add", "<name>info</name><alias>Hallo</alias><alias>buero</alias>"));
        assertThat(views.forward(at("hallo")).orElseThrow().targets()).containsExactly(at("info"));
        deliver(at("hallo"), "An den Alias");
        assertThat(read()).contains("An den Alias");

        biller.ask(status("webspace", host, 16));
        assertThat(heard(at("hallo"))).startsWith("450 4.2.1");
        biller.ask(status("webspace", host, 0));
        assertThat(heard(at("hallo"))).startsWith("250");

        done(remove("info"));
        assertThat(heard(at("hallo"))).startsWith("550 5.1.1");
        assertThat(views.forward(at("buero"))).isEmpty();
        assertThat(told().count("//mailname")).isZero();
    }

    @Test
    void anAliasIsToldWithItsNameAndIsNoneOfItsOwn() {
        done(
                create(
                        "<name>team</name><alias>alle</alias><forwarding><enabled>true</enabled><address>a@elsewhere.example</address></forwarding>"));
        done(update("add", "<name>info</name><alias>hallo</alias><alias>buero</alias>"));
        var told = told();
        assertThat(told.count("//mailname")).as(told.text()).isEqualTo(2);
        assertThat(told.count("//mailname[name='info']/alias")).isEqualTo(2);
        assertThat(told.at("//mailname[name='info']/forwarding/enabled")).isEqualTo("false");
        assertThat(told.at("//mailname[name='team']/alias")).isEqualTo("alle");
        assertThat(biller.ask("<webspace><get><filter><id>" + site
                                + "</id></filter><dataset><stat/></dataset></get></webspace>")
                        .at("//stat/redir"))
                .isEqualTo("1");

        done(update("add", "<name>info</name><alias>hallo</alias>"));
        done(update("set", "<name>info</name><alias>hallo</alias><alias>post</alias>"));
        done(update("remove", "<name>team</name><alias>alle</alias><alias>niemand</alias>"));
        told = told();
        assertThat(told.at("//mailname[name='info']/alias[1]")).isEqualTo("hallo");
        assertThat(told.at("//mailname[name='info']/alias[2]")).isEqualTo("post");
        assertThat(told.count("//alias")).isEqualTo(2);
        done(update("set", "<name>info</name><mailbox><enabled>true</enabled></mailbox>"));
        assertThat(told().count("//alias")).as("what is not said stays").isEqualTo(2);
        done(update("set", "<name>info</name><alias/>"));
        assertThat(told().count("//alias")).isZero();
    }

    @Test
    void whatIsTakenBecomesNoAlias() {
        done(create("<name>leer</name>"));
        done(create("<name>team</name><alias>alle</alias>"));
        for (var taken : new String[] {"info", "team", "alle", "leer"})
            refused("1007", update("add", "<name>info</name><alias>" + taken + "</alias>"));
        refused("1019", update("add", "<name>info</name><alias>so nicht</alias>"));
        refused("1007", create("<name>neu</name><alias>neu</alias>"));
        refused("1007", create("<name>alle</name>"));
        refused("1013", update("add", "<name>alle</name><alias>neu</alias>"));
        assertThat(views.forward(at("neu"))).isEmpty();
    }

    @Test
    void aForwardToANeighbourIsNoAliasAndAnAliasThatPointsElsewhereNoMore() {
        done(create("<name>team</name><forwarding><enabled>true</enabled><address>" + at("info")
                + "</address></forwarding>"));
        assertThat(told().count("//mailname")).isEqualTo(2);
        assertThat(told().count("//alias")).isZero();

        done(update("add", "<name>info</name><alias>hallo</alias>"));
        var browser = administrator();
        var page = "/subscriptions/" + site + "?tab=mail";
        assertThat(browser.get(page).words()).contains(at("hallo") + " Alias");
        long alias = given.number("select id from wirt.forward where site_id = ? and alias", site);
        browser.post("/forwards/" + alias + "/change", "targets", at("team"));
        assertThat(browser.get(page).words()).contains(at("hallo")).doesNotContain("Alias");
        var told = told();
        assertThat(told.count("//alias")).isZero();
        assertThat(told.at("//mailname[name='hallo']/forwarding/address")).isEqualTo(at("team"));
    }

    @Test
    void anAliasFollowsItsDomainToAnotherName() {
        done(update("add", "<name>info</name><alias>hallo</alias>"));
        host = Given.unique() + ".example";
        given.database.execute("update wirt.site set host = ? where id = ?", host, site);
        assertThat(views.forward(at("hallo")).orElseThrow().targets()).containsExactly(at("info"));
        assertThat(told().at("//mailname[name='info']/alias")).isEqualTo("hallo");
    }

    @Test
    void nobodyRemovesAllMailNamesByNamingNone() {
        var faults = List.of(
                "<mail><remove><filter><site-id>" + site
                        + "</site-id><mailname><name>info</name></mailname></filter></remove></mail>",
                "<mail><create><mailname><name>neu</name></mailname><filter><site-id>" + site
                        + "</site-id></filter></create></mail>",
                "<mail><update><set><filter><site-id>" + site + "</site-id></filter></set></update></mail>");
        for (var packet : faults)
            assertThat(biller.ask(packet).at("//system/errcode")).as(packet).isEqualTo("1014");
        refused("1019", biller.ask("<mail><remove><filter><site-id>" + site + "</site-id></filter></remove></mail>"));
        assertThat(views.mailUser(at("info"))).isPresent();
    }

    @Test
    void aMailboxTakesItsOtherNamesAlongWhoeverRemovesIt() throws IOException {
        done(update("add", "<name>info</name><alias>kontakt</alias>"));
        assertThat(heard(at("kontakt"))).startsWith("250");
        long mailbox = given.number("select id from wirt.mailbox where site_id = ? and local = 'info'", site);
        administrator().deed("mailbox.remove", mailbox);
        assertThat(views.mailUser(at("info"))).isEmpty();
        assertThat(heard(at("kontakt"))).startsWith("550");
        assertThat(given.number("select count(*) from wirt.forward where site_id = ?", site))
                .isZero();
    }
}
