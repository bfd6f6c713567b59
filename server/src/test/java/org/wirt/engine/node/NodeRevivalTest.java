package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.database.Command;
import org.wirt.engine.Dialogue;
import org.wirt.engine.Given;
import org.wirt.engine.Given.Cause;
import org.wirt.engine.Visitor;

/// Each of a node's processes is killed (kill -9, as for want of memory) while one customer is live and another one is
/// suspended in that moment: it comes back, and what should be dark is dark, what should be live is live.
@Timeout(120)
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class NodeRevivalTest implements OnNode {

    private static final NodeSettings NODE = RunningNode.SETTINGS;
    private static final NodePorts PORTS = NODE.ports();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int UNAVAILABLE = 503;

    private static Given live;
    private static Given dark;

    @BeforeAll
    static void twoCustomers() {
        live = RunningNode.scripting();
        dark = RunningNode.scripting();
        for (var given : new Given[] {live, dark}) RunningNode.write(given, "httpdocs/index.php", "<?php echo 'runs';");
    }

    @BeforeEach
    void bothAreLive() {
        dark.activate(Cause.CUSTOMER);
        await().atMost(SOON).until(() -> status(live, "/index.php") == 200 && status(dark, "/index.php") == 200);
    }

    /// Somebody is suspended just then.
    private static void killedMeanwhile(Unit unit) {
        killed(unit, () -> dark.suspend(Cause.CUSTOMER));
    }

    /// @return what stands in for it
    private static ProcessHandle killed(Unit unit, Runnable meanwhile) {
        var process = unit.daemon().process().orElseThrow();
        process.destroyForcibly();
        meanwhile.run();
        await().atMost(SOON)
                .until(() -> unit.daemon()
                        .process()
                        .filter(other -> !other.equals(process))
                        .isPresent());
        return unit.daemon().process().orElseThrow();
    }

    private static void soon(BooleanSupplier what) {
        await().ignoreExceptionsMatching(e -> e instanceof IOException || e instanceof AssertionError)
                .pollInSameThread()
                .atMost(SOON)
                .until(what::getAsBoolean);
    }

    @Test
    void theWebServer() {
        killedMeanwhile(NODE.web().units().getFirst());
        soon(() -> status(live, "/") == 200);
        assertThat(status(dark, "/")).isEqualTo(UNAVAILABLE);
    }

    @Test
    void phpWithTheScriptsOfFiveHundred() {
        killedMeanwhile(NODE.php().units().getFirst());
        soon(() -> status(live, "/index.php") == 200);
        assertThat(status(dark, "/index.php")).isEqualTo(UNAVAILABLE);
    }

    @Test
    void theFtpServer() throws IOException {
        try (var inside = ftp(dark, "230")) {
            killedMeanwhile(NODE.ftp().units().getFirst());
            // Whom the new one does not know, nobody would end.
            assertThat(inside.ended()).isTrue();
        }
        soon(() -> signsIn(() -> ftp(live, "230")));
        ftp(dark, "530").close();
    }

    @Test
    void theMailboxServer() throws IOException {
        try (var inside = imap(dark, "OK")) {
            killedMeanwhile(NODE.mailboxes().units().getFirst());
            await().atMost(SOON).until(inside::ended);
        }
        soon(() -> signsIn(() -> imap(live, "OK")));
        imap(dark, "NO").close();
    }

    /// What it had accepted is in its queue; what nobody took over stays with the sender.
    @Test
    void theMailServer() throws IOException {
        int before = DovecotTest.messages(live);
        int beforeDark = DovecotTest.messages(dark);
        try (var sender = submission()) {
            dark.suspend(Cause.CUSTOMER);
            sent(sender, dark);
            sent(sender, live);
            killed(NODE.mail().units().getFirst(), () -> {});
        }
        soon(() -> signsIn(() -> {
            var sender = submission();
            sent(sender, live);
            return sender;
        }));
        await().atMost(SOON).until(() -> DovecotTest.messages(live) == before + 2);
        assertThat(DovecotTest.messages(dark)).isEqualTo(beforeDark);
        dark.activate(Cause.CUSTOMER);
        await().atMost(SOON).until(() -> DovecotTest.messages(dark) == beforeDark + 1);
        assertThat(DovecotTest.messages(live)).isEqualTo(before + 2);
        assertThat(Command.of(
                                "postqueue",
                                "-c",
                                NODE.home().resolve("mail/settings").toString(),
                                "-p")
                        .run())
                .as("nothing is left to arrive a second time")
                .doesNotContain(dark.address);
    }

    @Test
    void theDnsServer() throws IOException {
        var name = DnsQuestion.of(PORTS.dns().number(), live.host, "A");
        var before = name.ask();
        killedMeanwhile(NODE.dns().units().getFirst());
        soon(() -> name.ask().equals(before));
    }

    @Test
    void theDatabase() {
        killedMeanwhile(NODE.postgres().unit());
        soon(() -> status(live, "/index.php") == 200 && status(dark, "/index.php") == UNAVAILABLE);
        soon(() -> signsIn(() -> imap(live, "OK")));
    }

    @Test
    void theKeeperAndWhatStandsAboveIt() {
        var unit = NODE.keeper().unit();
        var below = killed(unit, () -> {});
        var above = below.parent().orElseThrow();
        above.destroyForcibly();
        await().atMost(SOON).until(() -> !below.isAlive() && unit.isRunning());
        killedMeanwhile(NODE.dns().units().getFirst());
        assertThat(unit.daemon().process().flatMap(ProcessHandle::parent)).isNotEqualTo(Optional.of(above));
    }

    @Test
    void whatWasStoppedOnPurposeStaysStopped() throws IOException {
        var said = new ByteArrayOutputStream();
        var setup = new Setup(RunningNode.ENVIRONMENT, new PrintStream(said, true, StandardCharsets.UTF_8));
        setup.stop();
        try {
            await().during(Duration.ofSeconds(2))
                    .atMost(SOON)
                    .until(() -> NODE.kept().stream().noneMatch(Kept::isRunning));
            assertThat(NODE.keeper().isRunning()).isFalse();
            assertThat(setup.status()).isTrue();
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("is stopped");
        } finally {
            setup.start();
        }
        assertThat(setup.status()).isTrue();
        soon(() -> status(live, "/index.php") == 200);
    }

    @Test
    void whatDoesNotRunIsSaid() throws IOException {
        var said = new ByteArrayOutputStream();
        var setup = new Setup(RunningNode.ENVIRONMENT, new PrintStream(said, true, StandardCharsets.UTF_8));
        try (var _ = NODE.intent().alone()) {
            NODE.dns().stop();
            assertThat(setup.status()).isFalse();
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("DNS server: does not run");
        }
        await().atMost(SOON).until(() -> NODE.dns().isRunning());
    }

    private interface Line {
        Dialogue open() throws IOException;
    }

    private static boolean signsIn(Line line) {
        try {
            line.open().close();
            return true;
        } catch (IOException | AssertionError _) {
            return false;
        }
    }

    private static int status(Given given, String path) {
        try (var visitor = new Visitor(PORTS.http().number())) {
            return visitor.ask("GET", given.host, path, "Connection: close").status();
        } catch (IOException _) {
            return 0;
        }
    }

    private static Dialogue ftp(Given given, String answer) throws IOException {
        var client = new Dialogue(PORTS.ftp().number());
        client.reply();
        return client.smtp("USER " + given.login, "331").smtp("PASS " + Given.PASSWORD, answer);
    }

    private static Dialogue imap(Given given, String answer) throws IOException {
        var client = new Dialogue(PORTS.imap().number());
        client.line();
        client.imap("LOGIN " + given.address + " \"" + Given.PASSWORD + "\"", answer);
        return client;
    }

    private static Dialogue submission() throws IOException {
        var client = new Dialogue(PORTS.submission().number());
        client.reply();
        client.smtp("EHLO client.example", "250").smtp("STARTTLS", "220");
        return client.encrypt()
                .smtp("EHLO client.example", "250")
                .smtp(Dialogue.plain(live.address, Given.PASSWORD), "235");
    }

    private static void sent(Dialogue sender, Given to) throws IOException {
        sender.smtp("MAIL FROM:<" + live.address + ">", "250")
                .smtp("RCPT TO:<" + to.address + ">", "250")
                .smtp("DATA", "354")
                .smtp("Subject: Hallo\r\n\r\nText\r\n.", "250");
    }
}
