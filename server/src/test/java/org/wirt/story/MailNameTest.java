package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.engine.Dialogue;
import org.wirt.engine.embedded.EmbeddedImap;
import org.wirt.engine.embedded.EmbeddedSmtp;
import org.wirt.hosting.MailForward;
import org.wirt.hosting.NodeViews;

/// A mailbox that a billing system has made, and how it speaks of mail names.
abstract class MailNameTest extends BillingTest {

    static final String SECRET = "geheim5";
    static final long MEGABYTE = 1 << 20;

    @Autowired
    NodeViews views;

    @Autowired
    EmbeddedSmtp incoming;

    @Autowired
    EmbeddedImap mailboxes;

    String host = "";
    long site;

    @BeforeEach
    void aMailbox() {
        host = Given.unique() + ".example";
        site = biller.ask(webspace(host, made(login, ""), "")).number("//result/id");
        done(create("<name>info</name>" + mailbox(10 * MEGABYTE) + password(SECRET)));
    }

    Biller.Answer create(String mailName) {
        return biller.ask("<mail><create>" + filter(mailName) + "</create></mail>");
    }

    Biller.Answer update(String way, String mailName) {
        return biller.ask("<mail><update><" + way + ">" + filter(mailName) + "</" + way + "></update></mail>");
    }

    String filter(String mailName) {
        return "<filter><site-id>" + site + "</site-id><mailname>" + mailName + "</mailname></filter>";
    }

    Biller.Answer told() {
        return biller.ask("<mail><get_info><filter><site-id>" + site
                + "</site-id></filter><mailbox/><forwarding/><aliases/></get_info></mail>");
    }

    Biller.Answer remove(String name) {
        return biller.ask("<mail><remove><filter><site-id>" + site + "</site-id><name>" + name
                + "</name></filter></remove></mail>");
    }

    static void done(Biller.Answer answer) {
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
    }

    static void malformed(Biller.Answer answer) {
        assertThat(answer.at("/packet/system/errcode")).as(answer.text()).isEqualTo("1014");
    }

    static void refused(String number, Biller.Answer answer) {
        assertThat(answer.at("//result/errcode")).as(answer.text()).isEqualTo(number);
    }

    static String mailbox(long quota) {
        return "<mailbox><enabled>true</enabled><quota>" + quota + "</quota></mailbox>";
    }

    static String password(String password) {
        return "<password><value>" + password + "</value><type>plain</type></password>";
    }

    String at(String local) {
        return local + "@" + host;
    }

    long quota() {
        return views.mailUser(at("info")).orElseThrow().quota();
    }

    void limit(String key, long value) {
        given.database.execute(
                "update wirt.subscription set limits = limits || jsonb_build_object(?::text, ?::bigint) where id = ?",
                key,
                value,
                site);
    }

    /// What a sender from outside hears of a recipient.
    String heard(String address) throws IOException {
        try (var sender = new Dialogue(incoming.port())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250").smtp("MAIL FROM:<friend@elsewhere.example>", "250");
            sender.write("RCPT TO:<" + address + ">");
            return sender.reply();
        }
    }

    void deliver(String address, String subject) throws IOException {
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
    String read() throws IOException {
        return read("info");
    }

    String read(String local) throws IOException {
        try (var client = new Dialogue(mailboxes.port())) {
            client.line();
            client.imap("LOGIN " + at(local) + " \"" + SECRET + "\"", "OK");
            client.imap("SELECT INBOX", "OK");
            return client.imap("FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]", "OK");
        }
    }

    List<String> targets() {
        return views.forward(at("team")).map(MailForward::targets).orElseGet(List::of);
    }

    Biller.Answer forwarding(String way, String said) {
        return update(way, "<name>team</name><forwarding>" + said + "</forwarding>");
    }
}
