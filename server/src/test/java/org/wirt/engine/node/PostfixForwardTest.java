package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.wirt.database.Command;
import org.wirt.engine.Dialogue;
import org.wirt.engine.Given;
import org.wirt.engine.Given.Cause;

/// What a forward sends to other servers, by Debian's Postfix on a hosting node. The other server is the next one,
/// which takes everything or for a while nothing.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
@Timeout(120)
class PostfixForwardTest implements OnNode {

    /// How long a message that must not come is waited for: one that may come needs a tenth of it.
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

    private static final List<String> ARRIVED = new CopyOnWriteArrayList<>();
    private static volatile boolean away;
    private static SMTPServer elsewhere;

    private final Given given = RunningNode.customer();
    private final String friend = given.name + "@elsewhere.example";
    private final String team = "team@" + given.host;

    @BeforeAll
    static void sendOn() throws IOException {
        elsewhere = SMTPServer.port(0).messageHandlerFactory(_ -> new Taking()).build();
        elsewhere.start();
        again(new MailServer(
                RunningNode.SETTINGS.home().resolve("mail"),
                RunningNode.SETTINGS.sockets(),
                RunningNode.SETTINGS.tls(),
                RunningNode.SETTINGS.ports(),
                new Outgoing("smtp", "[127.0.0.1]:" + elsewhere.getPortAllocated())));
    }

    @AfterAll
    static void sendNothingOn() throws IOException {
        again(RunningNode.SETTINGS.mail());
        elsewhere.stop();
    }

    private static final class Taking implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            var message = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            if (away) throw new RejectException(451, "4.3.0 Later");
            for (var recipient : recipients) ARRIVED.add(sender + " > " + recipient + ": " + message);
            return "2.0.0 Taken";
        }

        @Override
        public void done() {}
    }

    private static void again(MailServer server) throws IOException {
        try (var _ = RunningNode.SETTINGS.intent().alone()) {
            server.install();
            server.start();
        }
    }

    private static void flush() throws IOException {
        RunningNode.SETTINGS.mail().deliverAgain();
    }

    private static void mail(String to, String subject) throws IOException {
        try (var sender = new Dialogue(RunningNode.SETTINGS.ports().smtp().number())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtp("RCPT TO:<" + to + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: " + subject + "\r\n\r\nText\r\n.", "250");
        }
    }

    private long arrived(String address) {
        return ARRIVED.stream()
                .filter(one -> one.startsWith("friend@elsewhere.example > " + address + ":"))
                .count();
    }

    private void arrivesOnce(String address) throws IOException {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> arrived(address) == 1);
        flush();
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(3)).until(() -> arrived(address) == 1);
    }

    private void doesNotArrive(String address) {
        await().during(LONG_ENOUGH).atMost(LONG_ENOUGH.plusSeconds(2)).until(() -> arrived(address) == 0);
    }

    /// Returns when so many recipients wait for another try.
    private static void waiting(String token) {
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> queue().lines()
                        .anyMatch(line -> line.contains("\"queue_name\": \"deferred\"") && line.contains(token)));
    }

    private static String queue() throws IOException {
        return Command.of(
                        "/usr/sbin/postqueue",
                        "-c",
                        RunningNode.SETTINGS.home().resolve("mail/settings").toString(),
                        "-j")
                .run();
    }

    private long forward() {
        return given.number(
                "select id from wirt.forward where subscription_id = ? and local = 'team'", given.subscription);
    }

    @Test
    void goesOnOnceAndStaysWhereItIsKept() throws IOException {
        given.forward("info", true, friend, "second." + friend);
        mail(given.address, "Hallo");
        arrivesOnce(friend);
        arrivesOnce("second." + friend);
        await().until(() -> DovecotTest.messages(given) == 1);
        assertThat(ARRIVED.toString()).contains("Hallo").doesNotContain("forward.invalid");
    }

    @Test
    void withoutTheTickTheMailboxOfTheSameNameGetsNothing() throws IOException {
        given.forward("info", false, friend);
        mail(given.address, "Hallo");
        arrivesOnce(friend);
        assertThat(DovecotTest.messages(given)).isZero();
    }

    @Test
    void mailForNobodyLeavesOnceAndWaitsWhileSuspended() throws IOException {
        given.forward("*", false, friend);
        mail("irgendwer@" + given.host, "Hallo");
        arrivesOnce(friend);
        mail(given.address, "Für mich");
        await().until(() -> DovecotTest.messages(given) == 1);
        assertThat(arrived(friend)).isEqualTo(1);
        var other = RunningNode.customer();
        other.forward("over", false, "sonstwer@" + given.host);
        given.suspend(Cause.CUSTOMER);
        mail("over@" + other.host, "Mittendrin");
        waiting("@forward.invalid\"");
        flush();
        assertThat(arrived(friend)).isEqualTo(1);
        given.activate(Cause.CUSTOMER);
        await().atMost(Duration.ofSeconds(60)).until(() -> arrived(friend) == 2);
    }

    /// It is one of this machine's no longer: the DNS says where its mail is taken.
    @Test
    void aDomainWhoseMailIsSwitchedOffIsElsewhere() throws IOException {
        var other = RunningNode.customer();
        given.forward("team", false, other.address);
        other.mail(false);
        mail(team, "Hinaus");
        arrivesOnce(other.address);
        assertThat(DovecotTest.messages(other)).isZero();
        other.mail(true);
        mail(team, "Herein");
        await().until(() -> DovecotTest.messages(other) == 1);
        given.mail(false);
        try (var sender = new Dialogue(RunningNode.SETTINGS.ports().smtp().number())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtp("RCPT TO:<" + team + ">", "550");
        }
    }

    /// Mail that was taken for somebody else goes on to who is suspended: it waits, and comes once.
    @Test
    void whatComesOverAnotherCustomerWaitsWhileSuspended() throws IOException {
        given.forward("team", false, friend, given.address);
        var other = RunningNode.customer();
        other.forward("over", false, team);
        given.suspend(Cause.CUSTOMER);
        mail("over@" + other.host, "Mittendrin");
        waiting("\"" + forward() + "@forward.invalid\"");
        flush();
        doesNotArrive(friend);
        assertThat(DovecotTest.messages(given)).isZero();
        given.activate(Cause.CUSTOMER);
        arrivesOnce(friend);
        await().until(() -> DovecotTest.messages(given) == 1);
    }

    @Test
    void whatWaitsForTheOtherServerStaysWhileSuspended() throws IOException {
        given.forward("team", false, friend);
        away = true;
        try {
            mail(team, "Vorher");
            waiting("\"" + forward() + "-");
        } finally {
            away = false;
        }
        given.suspend(Cause.RESELLER);
        passed();
        flush();
        doesNotArrive(friend);
        given.activate(Cause.RESELLER);
        arrivesOnce(friend);
    }

    /// Something else, so that the queue manager asks again for the way of what waits: it remembers the last for half a
    /// minute (resolve_clnt.c).
    private static void passed() throws IOException {
        var other = RunningNode.customer();
        mail(other.address, "Anderes");
        await().until(() -> DovecotTest.messages(other) == 1);
    }

    @Test
    void whatPointsNowhereAnyMoreGoesBack() throws IOException {
        given.forward("team", false, friend);
        away = true;
        try {
            mail(team, "Vorher");
            waiting("\"" + forward() + "-");
        } finally {
            away = false;
        }
        given.database.execute("delete from wirt.forward where subscription_id = ?", given.subscription);
        passed();
        flush();
        await().until(() -> ARRIVED.stream()
                .anyMatch(one -> one.contains("friend@elsewhere.example:")
                        && one.contains("Undelivered Mail")
                        && one.contains(team)));
        assertThat(arrived(friend)).isZero();
    }

    @Test
    void aCircleOverOtherCustomersIsRefused() throws IOException {
        var other = RunningNode.customer();
        given.forward("team", false, "team@" + other.host);
        other.forward("team", false, team);
        try (var sender = new Dialogue(RunningNode.SETTINGS.ports().smtp().number())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtp("RCPT TO:<" + team + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: Kreis\r\n\r\nText\r\n.", "451 4.6.0");
        }
    }

    /// What a customer's script hands in may name any address; a query that fails would make Postfix deaf for a minute.
    @Test
    void addressesOfTheServersOwnThatAreNoneDoNoHarm() throws IOException {
        var log = RunningNode.SETTINGS.home().resolve("mail/postfix.log");
        var before = Files.readString(log).length();
        for (var name : List.of("x", "0-", "-", "99999999999999999999-a", "12-'"))
            Command.of(
                            "/usr/sbin/sendmail",
                            "-C",
                            RunningNode.SETTINGS.home().resolve("mail/settings").toString(),
                            "-f",
                            "friend@elsewhere.example",
                            "--",
                            name + "@forward.invalid")
                    .run("Subject: Hallo\n\nText\n");
        given.forward("team", false, friend);
        mail(team, "Danach");
        arrivesOnce(friend);
        assertThat(Files.readString(log).substring(before)).doesNotContain("query failed");
    }
}
