package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.engine.Dialogue;
import org.wirt.engine.embedded.EmbeddedImap;
import org.wirt.engine.embedded.EmbeddedSmtp;
import org.wirt.hosting.MailForward;
import org.wirt.hosting.NodeViews;

/// What a billing system says of mail names holds on the mail server: how large their mailboxes are, and under which
/// other names their mail arrives.
class MailNameStory extends BillingTest {

    private static final String SECRET = "geheim5";
    private static final long MEGABYTE = 1 << 20;

    @Autowired
    private NodeViews views;

    @Autowired
    private EmbeddedSmtp incoming;

    @Autowired
    private EmbeddedImap mailboxes;

    private String host = "";
    private long site;

    @BeforeEach
    void aMailbox() {
        host = Given.unique() + ".example";
        site = biller.ask(webspace(host, made(login, ""), "")).number("//result/id");
        done(create("<name>info</name>" + mailbox(10 * MEGABYTE) + password(SECRET)));
    }

    private Biller.Answer create(String mailName) {
        return biller.ask("<mail><create>" + filter(mailName) + "</create></mail>");
    }

    private Biller.Answer update(String way, String mailName) {
        return biller.ask("<mail><update><" + way + ">" + filter(mailName) + "</" + way + "></update></mail>");
    }

    private String filter(String mailName) {
        return "<filter><site-id>" + site + "</site-id><mailname>" + mailName + "</mailname></filter>";
    }

    private Biller.Answer told() {
        return biller.ask("<mail><get_info><filter><site-id>" + site
                + "</site-id></filter><mailbox/><forwarding/><aliases/></get_info></mail>");
    }

    private Biller.Answer remove(String name) {
        return biller.ask("<mail><remove><filter><site-id>" + site + "</site-id><name>" + name
                + "</name></filter></remove></mail>");
    }

    private static void done(Biller.Answer answer) {
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
    }

    private static void refused(String number, Biller.Answer answer) {
        assertThat(answer.at("//result/errcode")).as(answer.text()).isEqualTo(number);
    }

    private static String mailbox(long quota) {
        return "<mailbox><enabled>true</enabled><quota>" + quota + "</quota></mailbox>";
    }

    private static String password(String password) {
        return "<password><value>" + password + "</value><type>plain</type></password>";
    }

    private String at(String local) {
        return local + "@" + host;
    }

    private long quota() {
        return views.mailUser(at("info")).orElseThrow().quota();
    }

    private void limit(String key, long value) {
        given.database.execute(
                "update wirt.subscription set limits = limits || jsonb_build_object(?::text, ?::bigint) where id = ?",
                key,
                value,
                site);
    }

    /// What a sender from outside hears of a recipient.
    private String heard(String address) throws IOException {
        try (var sender = new Dialogue(incoming.port())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250").smtp("MAIL FROM:<friend@elsewhere.example>", "250");
            sender.write("RCPT TO:<" + address + ">");
            return sender.reply();
        }
    }

    private void deliver(String address, String subject) throws IOException {
        try (var sender = new Dialogue(incoming.port())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtp("RCPT TO:<" + address + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: " + subject + "\r\n\r\nText\r\n.", "250");
        }
    }

    /// The subjects in the mailbox, as its owner reads them.
    private String read() throws IOException {
        try (var client = new Dialogue(mailboxes.port())) {
            client.line();
            client.imap("LOGIN " + at("info") + " \"" + SECRET + "\"", "OK");
            client.imap("SELECT INBOX", "OK");
            return client.imap("FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]", "OK");
        }
    }

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
                "1017",
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
                        + "</site-id></filter></create></mail>");
        for (var packet : faults)
            assertThat(biller.ask(packet).at("//system/errcode")).as(packet).isEqualTo("1014");
        refused("1019", biller.ask("<mail><remove><filter><site-id>" + site + "</site-id></filter></remove></mail>"));
        refused(
                "1019",
                biller.ask(
                        "<mail><update><set><filter><site-id>" + site + "</site-id></filter></set></update></mail>"));
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

    private List<String> targets() {
        return views.forward(at("team")).map(MailForward::targets).orElseGet(List::of);
    }

    private Biller.Answer forwarding(String way, String said) {
        return update(way, "<name>team</name><forwarding>" + said + "</forwarding>");
    }

    @Test
    void whatIsNotSaidOfAForwardStaysAsItIs() {
        done(create("<name>team</name><forwarding><address>a@elsewhere.example</address></forwarding>"));
        assertThat(targets()).as("switched on by being made").containsExactly("a@elsewhere.example");
        done(forwarding("set", "<address>q@q.example</address>"));
        assertThat(targets()).containsExactly("q@q.example");
        done(forwarding("set", "<enabled>true</enabled>"));
        done(forwarding("set", ""));
        assertThat(targets()).containsExactly("q@q.example");
        done(forwarding("add", "<address>B@Elsewhere.example</address>"));
        done(forwarding("remove", "<address>Q@q.example</address>"));
        assertThat(targets()).containsExactly("b@elsewhere.example");
        refused("1019", forwarding("set", "<enabled>true</enabled><address/>"));
        refused("1017", forwarding("add", "<enabled>false</enabled><address>c@elsewhere.example</address>"));
        refused("1014", forwarding("add", "<enabled>true</enabled>"));
        assertThat(targets()).containsExactly("b@elsewhere.example");

        done(forwarding("remove", "<enabled>true</enabled><address>b@elsewhere.example</address>"));
        assertThat(views.forward(at("team"))).as("to nobody").isEmpty();
        assertThat(told().at("//mailname[name='team']/forwarding/enabled")).isEqualTo("false");
        refused("1017", forwarding("set", "<address>c@elsewhere.example</address>"));
        refused("1019", forwarding("set", "<enabled>true</enabled>"));
        done(forwarding("set", "<enabled>true</enabled><address>c@elsewhere.example</address>"));
        assertThat(targets()).containsExactly("c@elsewhere.example");
        done(forwarding("set", "<enabled>false</enabled>"));
        assertThat(views.forward(at("team"))).isEmpty();
    }

    @Test
    void aHashIsNoPassword() throws IOException {
        var crypt = "<password><value>$1$abcdefgh$0123456789abcdefghijkl</value><type>crypt</type></password>";
        refused("1017", create("<name>neu</name>" + mailbox(MEGABYTE) + crypt));
        refused("1017", update("set", "<name>info</name>" + crypt));
        refused("1019", update("set", "<name>info</name><password><type>plain</type></password>"));
        deliver(at("info"), "Noch mit dem alten Passwort");
        assertThat(read()).contains("Noch mit dem alten Passwort");
        done(update("set", "<name>info</name><password><value>" + SECRET + "</value></password>"));
    }

    @Test
    void whatAMailNameHasNothingOfIsRefusedUnlessItSaysSo() {
        for (var wrong : List.of(
                "<cp-access>true</cp-access>",
                "<antivir>inout</antivir>",
                "<outgoing-messages-mbox-limit>5</outgoing-messages-mbox-limit>",
                "<description>Empfang</description>",
                "<user-guid>5e0d5a5c-0000-0000-0000-000000000000</user-guid>",
                "<autoresponder><text>Bin weg</text></autoresponder>")) {
            refused("1017", create("<name>neu</name>" + wrong));
            refused("1017", update("set", "<name>info</name>" + wrong));
        }
        refused("1014", create("<name>neu</name><mailgroup/>"));
        refused("1014", create("<name>neu</name><mailbox><quota>1048576</quota></mailbox>"));
        assertThat(told().count("//mailname")).isEqualTo(1);
        done(create("<name>neu</name><cp-access>false</cp-access><antivir>none</antivir>"
                + "<outgoing-messages-mbox-limit>default</outgoing-messages-mbox-limit><description/>"
                + "<autoresponder><enabled>false</enabled><text>Bin weg</text></autoresponder>"));
    }

    @Test
    void anUpdateIsOneOfThree() {
        for (var way : List.of("foo", "create"))
            assertThat(update(way, "<name>info</name><alias>hallo</alias>").at("//system/errcode"))
                    .isEqualTo("1014");
        var add = "<add>" + filter("<name>info</name><alias>hallo</alias>") + "</add>";
        for (var ways : List.of("", add + add))
            assertThat(biller.ask("<mail><update>" + ways + "</update></mail>").at("//system/errcode"))
                    .isEqualTo("1014");
        assertThat(views.forward(at("hallo"))).isEmpty();
    }

    private void isServed(boolean served) throws IOException {
        var preferences =
                biller.ask("<mail><get_prefs><filter><site-id>" + site + "</site-id></filter></get_prefs></mail>");
        assertThat(preferences.at("//prefs/mailservice")).isEqualTo(String.valueOf(served));
        var told = biller.ask(
                "<webspace><get><filter><id>" + site + "</id></filter><dataset><mail/></dataset></get></webspace>");
        assertThat(told.at("//mail/mailservice")).isEqualTo(String.valueOf(served));
        assertThat(heard(at("info")).startsWith("250"))
                .as("what the server says")
                .isEqualTo(served);
    }

    @Test
    void whetherMailIsServedIsToldAsTheServerAnswers() throws IOException {
        isServed(true);
        biller.ask(status("webspace", host, 16));
        isServed(false);
        biller.ask(status("webspace", host, 0));
        isServed(true);
        var service =
                "<webspace><set><filter><id>%d</id></filter><values><mail><mailservice>%s</mailservice></mail></values></set></webspace>";
        refused("1017", biller.ask(service.formatted(site, "false")));
        refused("1019", biller.ask(service.formatted(site, "vielleicht")));
        done(biller.ask(service.formatted(site, "true")));
        isServed(true);
        done(biller.ask("<webspace><set><filter><id>" + site
                + "</id></filter><values><hosting><none/></hosting></values></set></webspace>"));
        isServed(false);
    }
}
