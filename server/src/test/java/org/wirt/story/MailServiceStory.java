package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import org.wirt.engine.Dialogue;

/// Somebody has the mail of his domain elsewhere and brings it back, by whichever door. Senders and owners see it on
/// the
/// servers.
class MailServiceStory extends MailNameTest {

    private static final String PREFS =
            "<mail><set_prefs><filter><site-id>%d</site-id></filter><prefs>%s</prefs></set_prefs></mail>";

    @TempDir
    private Path home;

    @Autowired
    private ApiTokens tokens;

    private void isServed(boolean served) throws IOException {
        assertThat(heard(at("info")).startsWith("250"))
                .as("what a sender hears")
                .isEqualTo(served);
        try (var client = new Dialogue(mailboxes.port())) {
            client.line();
            client.imap("LOGIN " + at("info") + " \"" + SECRET + "\"", served ? "OK" : "NO [AUTHENTICATIONFAILED]");
        }
        assertThat(biller.ask("<mail><get_prefs><filter><site-id>" + site + "</site-id></filter></get_prefs></mail>")
                        .at("//prefs/mailservice"))
                .isEqualTo(String.valueOf(served));
        assertThat(biller.ask("<webspace><get><filter><id>" + site
                                + "</id></filter><dataset><mail/></dataset></get></webspace>")
                        .at("//mail/mailservice"))
                .isEqualTo(String.valueOf(served));
    }

    private Biller.Answer service(String operation) {
        return biller.ask("<mail><%1$s><site-id>%2$d</site-id></%1$s></mail>".formatted(operation, site));
    }

    @Test
    void whoIsInIsOutAndFindsEverythingAfterwards() throws IOException {
        done(create("<name>team</name><alias>wir</alias><forwarding><enabled>true</enabled><address>" + at("info")
                + "</address></forwarding>"));
        deliver(at("wir"), "Vorher");
        var before = told().text().replaceAll("<result>", "\n<result>");
        try (var client = new Dialogue(mailboxes.port())) {
            client.line();
            client.imap("LOGIN " + at("info") + " \"" + SECRET + "\"", "OK");
            client.imap("SELECT INBOX", "OK");
            done(service("disable"));
            assertThat(client.line()).startsWith("* BYE");
        }
        isServed(false);
        assertThat(heard(at("team"))).startsWith("550");
        assertThat(heard(at("wir"))).startsWith("550");
        done(service("disable"));
        assertThat(told().text().replaceAll("<result>", "\n<result>")).isEqualTo(before);
        done(update("set", "<name>info</name>" + mailbox(20 * MEGABYTE)));
        done(service("enable"));
        isServed(true);
        deliver(at("team"), "Nachher");
        assertThat(read()).contains("Vorher", "Nachher");
    }

    @Test
    void whatIsForwardedThereLeaves() throws IOException {
        var other = Given.unique() + ".example";
        long beside = biller.ask("<site><add><gen_setup><name>" + other + "</name><webspace-id>" + site
                        + "</webspace-id></gen_setup><mail><mailservice>false</mailservice></mail></add></site>")
                .number("//result/id");
        done(create("<name>team</name><forwarding><enabled>true</enabled><address>info@" + other
                + "</address></forwarding>"));
        assertThat(heard(at("team"))).startsWith("550 5.7.1");
        done(biller.ask(PREFS.formatted(beside, "<mailservice>true</mailservice>")));
        assertThat(heard(at("team"))).startsWith("550 5.1.1");
        isServed(true);
    }

    @Test
    void aSubscriptionIsMadeSoAndSuspensionDoesNotChangeIt() throws IOException {
        var own = Given.unique() + ".example";
        site = biller.ask(webspace(own, made("x" + login, ""), "<mail><none/></mail>"))
                .number("//result/id");
        host = own;
        done(create("<name>info</name>" + mailbox(MEGABYTE) + password(SECRET)));
        isServed(false);
        biller.ask(status("webspace", host, 16));
        assertThat(heard(at("info"))).startsWith("550");
        biller.ask(status("webspace", host, 0));
        isServed(false);
        done(biller.ask("<webspace><set><filter><id>" + site
                + "</id></filter><values><mail><mailservice>true</mailservice></mail></values></set></webspace>"));
        isServed(true);
        refused("1019", biller.ask(PREFS.formatted(site, "<none/><mailservice>true</mailservice>")));
        refused("1019", biller.ask(PREFS.formatted(site, "<mailservice>vielleicht</mailservice>")));
        isServed(true);
    }

    @Test
    void onThePages() throws IOException {
        var browser = administrator();
        var page = "/subscriptions/" + site + "?tab=mail";
        assertThat(browser.get(page).words()).contains("E-Mail ausschalten").doesNotContain("ist ausgeschaltet");
        assertThat(browser.get("/bulk/site.mail-off?id=" + site).words())
                .contains("E-Mail von „" + host + "“ ausschalten?", "MX-Eintrag");
        browser.deed("site.mail-off", site);
        isServed(false);
        assertThat(browser.get(page).words())
                .contains("Die E-Mail dieser Domain ist ausgeschaltet", "E-Mail einschalten");
        assertThat(browser.get("/subscriptions/" + site).words()).contains("E-Mail ausgeschaltet");
        assertThat(browser.get("/domains?name=" + host).words()).contains("E-Mail einschalten");
        browser.deed("site.mail-on", site);
        isServed(true);
        assertThat(browser.get(page).words()).doesNotContain("ist ausgeschaltet");
    }

    @Test
    void byJsonAndTheTwoCommandLines() throws IOException {
        long owner = given.number("select id from wirt.login where account_id = 1 and owner");
        var token = given.token(tokens, new Given.Account(1, 1, owner, "admin", "admin", ""));
        var program = new Program(address(), token);
        assertThat(program.post("/api/v1/verbs/site.mail-off", "{\"ids\":[" + site + "]}")
                        .number("counts/done"))
                .isEqualTo(1);
        isServed(false);
        assertThat(program.get("/api/v1/sites/" + site).at("mailOff")).isEqualTo("true");
        var terminal = new Ways.Terminal(home, address(), token);
        terminal.type("site", "mail-on", host);
        isServed(true);
        terminal.type("plesk", "subscription", "--update", host, "-mail_service", "false");
        isServed(false);
        terminal.type("plesk", "subscription", "--update", host, "-mail_service", "true");
        isServed(true);
        terminal.type("site", "mail-off", host);
        isServed(false);
        assertThat(program.get("/api/v1/sites/" + site).at("mailOff")).isEqualTo("true");
    }

    @Test
    void aCustomerMayWhereHisContractLetsHim() {
        var one = given.customer("Gasthof Briefkasten");
        var subscription = given.subscription(one);
        var browser = signedIn(one.username());
        assertThat(browser.get("/websites").words()).doesNotContain("E-Mail ausschalten");
        browser.deed("site.mail-off", subscription.id());
        assertThat(off(subscription.id())).isFalse();
        given.permit(subscription, "manage_mail");
        assertThat(browser.get("/websites").words()).contains("E-Mail ausschalten");
        assertThat(browser.get("/mail").words()).contains("E-Mail ausschalten");
        browser.deed("site.mail-off", subscription.id());
        assertThat(off(subscription.id())).isTrue();
        var stranger = signedIn(given.customer("Gasthof Nachbar").username());
        stranger.deed("site.mail-on", subscription.id());
        assertThat(off(subscription.id())).isTrue();
    }

    private Biller.Answer nobody(String said) {
        return biller.ask(PREFS.formatted(site, "<nonexistent-user>" + said + "</nonexistent-user>"));
    }

    private String nobodys() {
        return biller.ask("<mail><get_prefs><filter><site-id>" + site + "</site-id></filter></get_prefs></mail>")
                .at("//nonexistent-user/forward");
    }

    @Test
    void mailForNobodyGoesWhereItIsToGo() throws IOException {
        assertThat(heard(at("irgendwer"))).startsWith("550 5.1.1");
        done(nobody("<forward>" + at("info") + "</forward>"));
        assertThat(nobodys()).isEqualTo(at("info"));
        assertThat(biller.ask("<webspace><get><filter><id>" + site
                                + "</id></filter><dataset><mail/><stat/></dataset></get></webspace>")
                        .at("concat(//mail/nonexistent-user/forward, ' ', //stat/redir)"))
                .isEqualTo(at("info") + " 0");
        assertThat(told().count("//mailname")).as("it is no mail name").isEqualTo(1);
        deliver(at("irgendwer"), "Verirrt");
        assertThat(read()).contains("Verirrt");

        for (var wrong : new String[] {at("niemand"), at("*"), "kein Ziel", ""})
            refused("1019", nobody("<forward>" + wrong + "</forward>"));
        refused("1017", nobody("<bounce>Weg</bounce>"));
        assertThat(nobodys()).isEqualTo(at("info"));

        done(create("<name>gast</name>" + mailbox(MEGABYTE) + password(SECRET)));
        done(nobody("<forward>" + at("gast") + "</forward>"));
        deliver(at("jemand"), "Zu Gast");
        assertThat(read("gast")).contains("Zu Gast");
        biller.ask(status("webspace", host, 16));
        assertThat(heard(at("irgendwer"))).startsWith("450");
        biller.ask(status("webspace", host, 0));
        done(service("disable"));
        assertThat(heard(at("irgendwer"))).startsWith("550");
        done(service("enable"));
        assertThat(heard(at("irgendwer"))).startsWith("250");
        done(nobody("<reject/>"));
        done(nobody("<reject/>"));
        assertThat(nobodys()).isEmpty();
        refused("1019", update("set", "<name>info</name><alias>*</alias>"));
        refused("1019", create("<name>*</name><forwarding><address>" + at("info") + "</address></forwarding>"));
        assertThat(heard(at("irgendwer"))).startsWith("550 5.1.1");
    }

    @Test
    void mailForNobodyOnThePagesAndByPrograms() throws IOException {
        var browser = administrator();
        var form = "/subscriptions/" + site + "/forwards/new";
        var number = String.valueOf(site);
        assertThat(browser.get(form).words()).contains("„*“ steht für alle Namen der Domain");
        assertThat(browser.post(form, "local", "*", "site", number, "targets", at("info"), "keep", "true")
                        .words())
                .contains("können nur weitergeleitet werden");
        browser.post(form, "local", " * ", "site", number, "targets", at("info"));
        assertThat(heard(at("irgendwer"))).startsWith("250");
        assertThat(browser.get("/subscriptions/" + site + "?tab=mail").words())
                .contains("*@" + host, "E-Mails an alle anderen Namen");
        long id = given.number("select id from wirt.forward where site_id = ? and local = '*'", site);
        assertThat(browser.get("/forwards/" + id + "/change").body()).doesNotContain("name=\"keep\"");
        assertThat(browser.post("/forwards/" + id + "/name", "local", "alle").words())
                .contains("kann nicht umbenannt werden");

        long owner = given.number("select id from wirt.login where account_id = 1 and owner");
        var token = given.token(tokens, new Given.Account(1, 1, owner, "admin", "admin", ""));
        var program = new Program(address(), token);
        assertThat(program.post("/api/v1/verbs/forward.remove", "{\"ids\":[" + id + "]}")
                        .number("counts/done"))
                .isEqualTo(1);
        assertThat(heard(at("irgendwer"))).startsWith("550 5.1.1");
        new Ways.Terminal(home, address(), token)
                .type("forward", "create", host, "--local", "*", "--site", number, "--targets", at("info"));
        assertThat(heard(at("irgendwer"))).startsWith("250");
        assertThat(program.get("/api/v1/subscriptions/" + site + "/forwards").at("0/address"))
                .isEqualTo("*@" + host);
    }

    private boolean off(long id) {
        return Boolean.TRUE.equals(given.database.fetchValue("select mail_off from wirt.site where id = ?", id));
    }
}
