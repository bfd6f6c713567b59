package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import org.wirt.engine.Dialogue;

/// A mailbox answers whoever writes to it, as its owner says by whatever door. The neighbour who writes sees what comes
/// back.
class AutomaticAnswerStory extends MailNameTest {

    private static final String WORDS =
            "<subject>Im Urlaub</subject><content_type>text/plain</content_type><charset>windows-1252</charset>"
                    + "<text>Bis Mai.\nGrüße</text>";

    @Autowired
    private ApiTokens tokens;

    @BeforeEach
    void aNeighbour() {
        done(create("<name>gast</name>" + mailbox(10 * MEGABYTE) + password(SECRET)));
    }

    @Test
    void whoeverWritesIsAnsweredOnceAndNotWhileTheCustomerIsSuspended() throws IOException {
        done(answers("set", "<enabled>true</enabled>" + WORDS));
        write("gast", "Erste");
        await().pollInterval(Duration.ofMillis(50)).until(() -> mail("gast").contains("Im Urlaub"));
        write("gast", "Zweite");
        done(create("<name>neuer</name>" + mailbox(10 * MEGABYTE) + password(SECRET)));

        biller.ask(status("webspace", host, 16));
        assertThat(heard(at("info"))).startsWith("450");
        biller.ask(status("webspace", host, 0));
        write("neuer", "Dritte");
        await().pollInterval(Duration.ofMillis(50)).until(() -> mail("neuer").contains("Im Urlaub"));
        assertThat(mail("gast").split("Im Urlaub", -1)).as("once a day").hasSize(2);
        assertThat(mail("info")).contains("Erste", "Zweite", "Dritte");
    }

    @Test
    void whatIsAnsweredIsToldAsItIs() {
        assertThat(told().at("//mailname[name='info']/autoresponder/enabled")).isEqualTo("false");
        assertThat(told().count("//autoresponder/*")).isEqualTo(2);
        done(answers("set", "<enabled>true</enabled>" + WORDS + "<end_date>2099-12-31</end_date>"));
        tells("true", "Im Urlaub", "text/plain", "Bis Mai.\nGrüße", "2099-12-31");
        done(answers("add", "<content_type>TEXT/HTML</content_type><text>&lt;p&gt;Bis Juni&lt;/p&gt;</text>"));
        tells("true", "Im Urlaub", "text/html", "<p>Bis Juni</p>", "2099-12-31");
        done(answers("set", "<subject/><end_date/>"));
        tells("true", "", "text/html", "<p>Bis Juni</p>", "");
        counted(1);
        done(answers("set", "<enabled>false</enabled>"));
        tells("false", "", "text/html", "<p>Bis Juni</p>", "");
        counted(0);
        done(answers("set", "<enabled>true</enabled>"));
        tells("true", "", "text/html", "<p>Bis Juni</p>", "");
        counted(1);

        done(create("<name>neu</name>" + mailbox(MEGABYTE) + "<autoresponder>" + WORDS + "</autoresponder>"));
        assertThat(told().at("//mailname[name='neu']/autoresponder/enabled")).isEqualTo("true");
        done(update("remove", "<name>neu</name><autoresponder><enabled>true</enabled></autoresponder>"));
        assertThat(told().at("//mailname[name='neu']/autoresponder/enabled")).isEqualTo("false");
        assertThat(told().at("//mailname[name='neu']/autoresponder/subject")).isEqualTo("Im Urlaub");
    }

    @Test
    void whatIsSwitchedOffIsKeptAndNobodyGetsIt() throws IOException {
        done(answers("set", "<enabled>false</enabled>"));
        done(answers("set", "<enabled>false</enabled><subject>Ohne Text</subject><text/>"));
        assertThat(told().count("//mailname[name='info']/autoresponder/*")).isEqualTo(1);
        done(answers("set", "<enabled>false</enabled>" + WORDS + "<end_date>2020-01-31</end_date>"));
        tells("false", "Im Urlaub", "text/plain", "Bis Mai.\nGrüße", "2020-01-31");
        done(answers("set", "<enabled>false</enabled><end_date>2099-12-31</end_date><text/>"));
        tells("false", "Im Urlaub", "text/plain", "Bis Mai.\nGrüße", "2099-12-31");
        counted(0);
        assertThat(views.answer(views.mailUser(at("info")).orElseThrow())).isEmpty();
        refused("1019", answers("set", "<enabled>false</enabled><content_type>text/rtf</content_type>"));

        write("gast", "Erste");
        done(answers("set", "<enabled>true</enabled>"));
        tells("true", "Im Urlaub", "text/plain", "Bis Mai.\nGrüße", "2099-12-31");
        counted(1);
        write("gast", "Zweite");
        await().pollInterval(Duration.ofMillis(50)).until(() -> mail("gast").contains("Im Urlaub"));
        done(answers("remove", "<enabled>true</enabled>"));
        tells("false", "Im Urlaub", "text/plain", "Bis Mai.\nGrüße", "2099-12-31");
        assertThat(given.text(
                        "select after::text from wirt.audit where verb = 'mailbox.unanswer' and object_id = ?", box()))
                .contains("\"answers\": false")
                .doesNotContain("Bis Mai");
    }

    @Test
    void whatHasEndedIsToldButNotOnAndNotCounted() {
        done(answers("set", WORDS + "<end_date>" + LocalDate.now(ZoneOffset.UTC) + "</end_date>"));
        counted(1);
        given.database.execute("update wirt.mailbox set answer_until = '2020-01-31' where id = ?", box());
        tells("false", "Im Urlaub", "text/plain", "Bis Mai.\nGrüße", "2020-01-31");
        counted(0);
        assertThat(administrator().get("/subscriptions/" + site + "?tab=mail").words())
                .contains("automatische Antwort endete am 31.01.2020");
        refused("1019", answers("set", "<text>Noch einmal</text>"));
        done(answers("set", "<text>Noch einmal</text><end_date/>"));
        counted(1);
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        for (var wrong : List.of(
                "<enabled>true</enabled>",
                "<subject>Ohne Text</subject>",
                WORDS + "<end_date>2001-01-01</end_date>",
                WORDS + "<end_date>morgen</end_date>",
                "<text>a</text><content_type>text/rtf</content_type>",
                "<text>" + "x".repeat(10_001) + "</text>",
                "<text>a</text><subject>" + "x".repeat(256) + "</subject>")) refused("1019", answers("set", wrong));
        for (var wrong : List.of(
                "<attachment><tmp-name>a</tmp-name><file-name>b.pdf</file-name></attachment>",
                "<forward>a@elsewhere.example</forward>")) refused("1017", answers("set", WORDS + wrong));
        refused("1017", create("<name>leer</name><autoresponder>" + WORDS + "</autoresponder>"));
        assertThat(told().count("//mailname[name='leer']")).isZero();
        assertThat(told().count("//autoresponder[enabled='true']")).isZero();
        done(answers("set", WORDS + "<attachment/><forward/>"));
    }

    @Test
    void onThePagesItIsSetShownAndEnded() {
        var browser = administrator();
        var page = "/subscriptions/" + site + "?tab=mail";
        var form = "/mailboxes/" + box() + "/answer";
        assertThat(browser.get(page).words()).contains("Automatische Antwort").doesNotContain("antwortet automatisch");
        var wrong = browser.post(form, "subject", "Weg", "text", " ", "until", "2001-01-01");
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.words()).contains("Bitte");
        assertThat(browser.post(form, "subject", "Weg", "text", "Bin da", "until", "2001-01-01")
                        .words())
                .contains("Das Datum liegt in der Vergangenheit.");
        browser.post(form, "subject", "Weg", "text", "Zeile \"1\"\r\nZeile 2", "until", "2099-12-31");
        assertThat(browser.get(page).words()).contains("antwortet automatisch bis 31.12.2099");
        assertThat(browser.get(form).body()).contains("Zeile \"1\"\nZeile 2", "2099-12-31");
        tells("true", "Weg", "text/plain", "Zeile \"1\"\nZeile 2", "2099-12-31");
        var log = given.text(
                "select after::text from wirt.audit where verb = 'mailbox.answer' and object_id = ? order by id desc limit 1",
                box());
        assertThat(log).contains("Weg", "2099-12-31").doesNotContain("Zeile");

        browser.deed("mailbox.unanswer", box());
        assertThat(browser.get(page).words()).doesNotContain("antwortet automatisch");
        assertThat(browser.get(page).body()).doesNotContain("mailbox.unanswer");
        assertThat(told().count("//autoresponder[enabled='true']")).isZero();
        assertThat(browser.get(form).body()).contains("Zeile \"1\"\nZeile 2", "2099-12-31");
        browser.post(form, "subject", "Weg", "text", "Zeile \"1\"\r\nZeile 2", "until", "2099-12-31");
        assertThat(browser.get(page).words()).contains("antwortet automatisch bis 31.12.2099");
        tells("true", "Weg", "text/plain", "Zeile \"1\"\nZeile 2", "2099-12-31");
    }

    @Test
    void aProgramSetsWhatItNamesAndReadsIt() {
        long login = given.number("select id from wirt.login where account_id = 1 and owner");
        var token = given.token(tokens, new Given.Account(1, 1, login, "admin", "admin", ""));
        var program = new Program(address(), token).saying("Accept-Language", "en");
        var does = "{\"ids\":[" + box() + "],\"input\":%s}";
        var list = "/api/v1/subscriptions/" + site + "/mailboxes";
        assertThat(program.get(list).body().get(1).has("answer")).isFalse();
        var past = program.post(
                "/api/v1/verbs/mailbox.answer", does.formatted("{\"text\":\"Away\",\"until\":\"2001-01-01\"}"));
        assertThat(past.at("errors/0/field")).isEqualTo("until");
        assertThat(past.body().toString()).contains("The date has passed.");
        assertThat(program.post(
                                "/api/v1/verbs/mailbox.answer",
                                does.formatted("{\"text\":\"Away\",\"until\":\"soon\"}"))
                        .at("errors/0/code"))
                .isEqualTo("date-form");
        assertThat(program.post("/api/v1/verbs/mailbox.answer", does.formatted("{\"subject\":\"Away\"}"))
                        .at("errors/0/field"))
                .isEqualTo("text");
        program.post(
                "/api/v1/verbs/mailbox.answer",
                does.formatted("{\"subject\":\"Away\",\"text\":\"Back in May\",\"until\":\"2099-12-31\"}"));
        program.post("/api/v1/verbs/mailbox.answer", does.formatted("{\"text\":\"<b>Back</b>\",\"html\":true}"));
        var told = program.get(list);
        assertThat(told.at("1/answer/subject")).isEqualTo("Away");
        assertThat(told.at("1/answer/text")).isEqualTo("<b>Back</b>");
        assertThat(told.at("1/answer/html")).isEqualTo("true");
        assertThat(told.at("1/answer/until")).isEqualTo("2099-12-31");
        assertThat(told.at("1/answer/off")).isEqualTo("false");
        for (int done = 1; done >= 0; done--)
            assertThat(program.post("/api/v1/verbs/mailbox.unanswer", "{\"ids\":[" + box() + "]}")
                            .number("counts/done"))
                    .isEqualTo(done);
        assertThat(program.get(list).at("1/answer/off")).isEqualTo("true");
        assertThat(program.get(list).at("1/answer/text")).isEqualTo("<b>Back</b>");
        program.post("/api/v1/verbs/mailbox.answer", does.formatted("{}"));
        assertThat(program.get(list).at("1/answer/off")).isEqualTo("false");
        program.post(
                "/api/v1/verbs/mailbox.answer",
                does.formatted("{\"text\":\"Later\",\"until\":\"2001-01-01\",\"off\":true}"));
        assertThat(program.get(list).at("1/answer/text")).isEqualTo("Later");
        assertThat(program.get(list).at("1/answer/off")).isEqualTo("true");
    }

    private long box() {
        return given.number("select id from wirt.mailbox where site_id = ? and local = 'info'", site);
    }

    private Biller.Answer answers(String way, String said) {
        return update(way, "<name>info</name><autoresponder>" + said + "</autoresponder>");
    }

    @Override
    Biller.Answer told() {
        return biller.ask(
                "<mail><get_info><filter><site-id>" + site + "</site-id></filter><autoresponder/></get_info></mail>");
    }

    private void tells(String enabled, String subject, String type, String text, String end) {
        var told = told();
        var at = "//mailname[name='info']/autoresponder/";
        assertThat(told.at(at + "enabled")).isEqualTo(enabled);
        assertThat(told.at(at + "subject")).isEqualTo(subject);
        assertThat(told.at(at + "content_type")).isEqualTo(type);
        assertThat(told.at(at + "charset")).isEqualTo("UTF-8");
        assertThat(told.at(at + "text")).isEqualTo(text);
        assertThat(told.at(at + "end_date")).isEqualTo(end);
    }

    /// As all counts say it.
    private void counted(long answers) {
        for (var operator : List.of("webspace", "site"))
            assertThat(biller.ask("<%1$s><get><filter><id>%2$d</id></filter><dataset><stat/></dataset></get></%1$s>"
                                    .formatted(operator, site))
                            .at("//stat/resp"))
                    .as(operator)
                    .isEqualTo(Long.toString(answers));
        var owner = given.number("select customer_id from wirt.site where id = ?", site);
        assertThat(biller.ask("<customer><get><filter><id>" + owner
                                + "</id></filter><dataset><stat/></dataset></get></customer>")
                        .at("//stat/mail_resps"))
                .isEqualTo(Long.toString(answers));
        var all = biller.ask("<server><get><stat/></get></server>").number("//mail_responders");
        assertThat(all)
                .isEqualTo(
                        given.number(
                                "select count(*) from wirt.mailbox where answer_text is not null and not answer_off and wirt.has_not_ended(answer_until)"));
    }

    private void write(String local, String subject) throws IOException {
        try (var sender = new Dialogue(incoming.port())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<" + at(local) + ">", "250")
                    .smtp("RCPT TO:<" + at("info") + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("To: " + at("info") + "\r\nSubject: " + subject + "\r\n\r\nText\r\n.", "250");
        }
    }

    /// The subjects in a mailbox, as its owner reads them.
    private String mail(String local) throws IOException {
        try (var client = new Dialogue(mailboxes.port())) {
            client.line();
            client.imap("LOGIN " + at(local) + " \"" + SECRET + "\"", "OK");
            if (client.imap("SELECT INBOX", "OK").contains("* 0 EXISTS")) return "";
            return client.imap("FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]", "OK");
        }
    }
}
