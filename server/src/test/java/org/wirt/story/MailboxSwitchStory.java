package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import org.wirt.engine.Dialogue;
import org.wirt.engine.embedded.EmbeddedSubmission;

/// A mailbox is disabled and enabled again, by whichever door: meanwhile nobody writes to it or reads it, and nothing
/// of
/// it is lost.
class MailboxSwitchStory extends MailNameTest {

    private static final String OFF = "<mailbox><enabled>false</enabled></mailbox>";
    private static final String ON = "<mailbox><enabled>true</enabled></mailbox>";

    @TempDir
    private Path home;

    @Autowired
    private EmbeddedSubmission outgoing;

    @Autowired
    private ApiTokens tokens;

    private Biller.Answer set(String said) {
        return update("set", "<name>info</name>" + said);
    }

    private String told(String what) {
        return told().at("//mailname[name='info']/" + what);
    }

    private long box() {
        return given.number("select id from wirt.mailbox where site_id = ? and local = 'info'", site);
    }

    /// What whoever has the password is told by the server that reads mail, and by the one that sends it.
    private String letIn(String password) throws IOException {
        try (var reader = new Dialogue(mailboxes.port());
                var sender = new Dialogue(outgoing.port())) {
            reader.line();
            reader.write("a LOGIN " + at("info") + " \"" + password + "\"");
            sender.reply();
            sender.smtp("EHLO client.example", "250");
            sender.write(Dialogue.plain(at("info"), password));
            return reader.line().substring(0, 4) + " " + sender.reply().substring(0, 3);
        }
    }

    private void isOn() throws IOException {
        assertThat(heard(at("info"))).startsWith("250");
        assertThat(letIn(SECRET)).isEqualTo("a OK 235");
    }

    private void isOff() throws IOException {
        assertThat(heard(at("info"))).startsWith("550 5.1.1");
        assertThat(letIn(SECRET)).isEqualTo("a NO 535");
    }

    @Test
    void nobodyIsInMeanwhileAndAllIsThereAfterwards() throws IOException {
        deliver(at("info"), "Vorher");
        done(set("<alias>hallo</alias>"));
        try (var client = new Dialogue(mailboxes.port())) {
            client.line();
            client.imap("LOGIN " + at("info") + " \"" + SECRET + "\"", "OK");
            done(set(OFF));
            assertThat(client.line()).startsWith("* BYE");
        }
        isOff();
        assertThat(heard(at("hallo"))).startsWith("550 5.1.1");
        assertThat(told("mailbox/enabled")).isEqualTo("false");
        assertThat(told("mailbox/quota")).isEqualTo(Long.toString(10 * MEGABYTE));
        assertThat(told("alias")).isEqualTo("hallo");
        done(set(OFF));
        done(set(ON + "<alias>hallo</alias>"));
        isOn();
        assertThat(heard(at("hallo"))).startsWith("250");
        assertThat(read()).contains("Vorher");
        assertThat(told("mailbox/enabled")).isEqualTo("true");
        assertThat(given.number(
                        "select count(*) from wirt.audit where object_name = ? and verb = 'mailbox.disable'",
                        at("info")))
                .as("what is so already is not done")
                .isEqualTo(1);
    }

    @Test
    void whatIsForwardedGoesOnAndNothingStays() throws IOException {
        done(create("<name>gast</name>" + mailbox(10 * MEGABYTE) + password(SECRET)));
        done(set("<forwarding><enabled>true</enabled><address>" + at("gast") + "</address></forwarding>"
                + "<autoresponder><enabled>true</enabled><text>Bin weg</text></autoresponder>"));
        done(set(OFF));
        deliver(at("info"), "Weiter");
        assertThat(read("gast")).contains("Weiter");
        assertThat(letIn(SECRET)).isEqualTo("a NO 535");
        assertThat(views.mailUser(at("info"))).isEmpty();
        done(set(ON));
        deliver(at("info"), "Danach");
        assertThat(read()).contains("Danach").doesNotContain("Weiter");
        assertThat(read("gast")).contains("Danach");
    }

    @Test
    void itCanBeChangedMeanwhileAndCountsAsBefore() throws IOException {
        done(set(OFF));
        done(set("<mailbox><quota>" + 20 * MEGABYTE + "</quota></mailbox>" + password("anders5")));
        assertThat(told("mailbox/enabled")).isEqualTo("false");
        assertThat(told("mailbox/quota")).isEqualTo(Long.toString(20 * MEGABYTE));
        limit("max_box", 1);
        refused("1024", create("<name>zweites</name>" + mailbox(MEGABYTE)));
        refused("1007", create("<name>info</name>" + mailbox(MEGABYTE)));
        refused("1017", update("remove", "<name>info</name>" + ON));
        done(update("add", "<name>info</name>" + ON));
        refused("1017", update("add", "<name>info</name>" + OFF));
        assertThat(letIn("anders5")).isEqualTo("a OK 235");
        done(create("<name>leer</name>" + OFF));
        assertThat(told().at("//mailname[name='leer']/mailbox/enabled")).isEqualTo("false");
        assertThat(told().count("//mailname[name='leer']/mailbox/quota")).isZero();
        done(update("set", "<name>leer</name>" + OFF));
    }

    @Test
    void aCustomerDoesItWhoMayManageMail() throws IOException {
        permit("{\"remote_api\":true,\"manage_mail\":false}");
        var his = new Biller(address(), login, "kurz5");
        var packet = "<mail><update><set>" + filter("<name>info</name>" + OFF) + "</set></update></mail>";
        refused("1006", his.ask(packet));
        isOn();
        permit("{\"manage_mail\":true}");
        done(his.ask(packet));
        isOff();
    }

    private void permit(String permissions) {
        given.database.execute(
                "update wirt.subscription set permissions = permissions || cast(? as jsonb) where id = ?",
                permissions,
                site);
    }

    @Test
    void onThePages() throws IOException {
        var browser = administrator();
        var page = "/subscriptions/" + site + "?tab=mail";
        assertThat(browser.get(page).body()).contains("mailbox.disable").doesNotContain("mailbox.enable");
        assertThat(browser.deed("mailbox.disable", box(), "return", page).words())
                .contains("Das Postfach „" + at("info") + "“ ist deaktiviert.");
        isOff();
        assertThat(browser.get(page).body()).contains("mailbox.enable").doesNotContain("mailbox.disable");
        assertThat(browser.get(page).words()).contains("Deaktiviert");
        assertThat(browser.get("/audit?q=" + at("info")).words()).contains("Deaktiviert");
        browser.deed("mailbox.enable", box(), "return", page);
        isOn();
        assertThat(browser.get(page).words()).doesNotContain("Deaktiviert");
    }

    @Test
    void aProgramAndWhoeverTypesDoTheSame() throws IOException {
        long owner = given.number("select id from wirt.login where account_id = 1 and owner");
        var token = given.token(tokens, new Given.Account(1, 1, owner, "Administrator", "admin", ""));
        var program = new Program(address(), token);
        var list = "/api/v1/subscriptions/" + site + "/mailboxes";
        assertThat(program.get(list).at("0/disabled")).isEqualTo("false");
        var done = program.post("/api/v1/verbs/mailbox.disable", "{\"ids\":[" + box() + "]}");
        assertThat(done.number("counts/done")).isEqualTo(1);
        assertThat(program.get(list).at("0/disabled")).isEqualTo("true");
        isOff();
        program.post("/api/v1/verbs/mailbox.enable", "{\"ids\":[" + box() + "]}");
        isOn();

        var terminal = new Ways.Terminal(home, address(), token);
        terminal.type("mailbox", "disable", at("info"));
        isOff();
        assertThat(terminal.type("mailbox", "list", host)).contains(at("info"), "yes");
        terminal.type("mailbox", "enable", at("info"));
        isOn();
    }
}
