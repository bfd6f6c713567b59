package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.database.Command;
import org.wirt.engine.Given;
import org.wirt.engine.Soon;
import org.wirt.engine.Visitor;
import org.wirt.engine.Visitor.Answer;

/// Scripts of customers on a hosting node: whose they are, what they see of others, and how a suspension ends them.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class PhpTest implements OnNode {

    private static final int PORT = RunningNode.SETTINGS.ports().http().number();

    @Test
    void aScriptRunsUnderTheSubscriptionsOwnNumber() throws IOException {
        var given = RunningNode.scripting();
        RunningNode.write(
                given,
                "httpdocs/who.php",
                "<?php echo posix_getuid(), ' ', $_SERVER['REQUEST_METHOD'], ' ', $_GET['a'] ?? '';");
        var uid = given.number("select unix_uid from wirt.subscription where id = ?", given.subscription);
        assertThat(said(given.host, "/who.php?a=b")).contains(uid + " GET b");
    }

    @Test
    void whatIsNoFileIsAskedOfTheFirstScript() throws IOException {
        var given = RunningNode.scripting();
        assertThat(get(given.host, "/").status())
                .as("a page as long as there is no script")
                .isEqualTo(200);
        RunningNode.write(given, "httpdocs/index.php", "<?php echo 'script ', $_SERVER['REQUEST_URI'];");
        assertThat(said(given.host, "/")).contains("script /");
        assertThat(said(given.host, "/a/b?c=d")).contains("script /a/b?c=d");
        assertThat(get(given.host, "/index.html").body()).contains(given.host);
    }

    @Test
    void aScriptReadsNothingOfAnotherCustomers() throws IOException {
        var given = RunningNode.scripting();
        var other = RunningNode.customer();
        RunningNode.write(other, "httpdocs/secret.txt", "secret");
        RunningNode.write(
                given,
                "httpdocs/spy.php",
                "<?php echo @file_get_contents('" + other.home
                        + "/httpdocs/secret.txt') === false ? 'refused' : 'read'," + " @scandir('"
                        + other.home.getParent() + "') === false ? ' hidden' : ' seen';");
        assertThat(said(given.host, "/spy.php")).contains("refused hidden");
    }

    /// Of the node's: how the servers are set up, with nothing of any customer in it.
    private static final List<String> OPEN = List.of(
            "settings",
            "mail/settings/",
            "mail/start.log",
            "mailboxes/start.log",
            "mailboxes/dovecot.conf",
            "mailboxes/dovecot-sql.conf",
            "mailboxes/dovecot-answers.conf",
            "mailboxes/state/",
            "dns/pdns.conf");

    /// Logs, pools and who is inside tell of all customers.
    @Test
    void aCustomerReadsNothingOfTheNodeButWhatHisMailIsSentBy() throws IOException {
        var given = RunningNode.scripting();
        get(given.host, "/");
        var uid = (int) given.number("select unix_uid from wirt.subscription where id = ?", given.subscription);
        var home = RunningNode.SETTINGS.home();
        var words = NodeHomes.under(uid, "find", home.toString(), "-type", "f", "-readable");
        // It ends with an error, because there are folders that he may not look into.
        assertThat(Command.of("sh", "-c", String.join(" ", words) + " 2>/dev/null; true")
                        .run()
                        .lines())
                .isNotEmpty()
                .allMatch(file -> OPEN.stream()
                        .anyMatch(open -> file.startsWith(home.resolve(open).toString())));
        var sockets = NodeHomes.under(
                uid, "ls", RunningNode.SETTINGS.sockets().resolve("php").toString());
        assertThat(new Command(sockets).succeeds()).isFalse();
    }

    @Test
    void aScriptThatRunsIsEndedByTheSuspensionWithWhatItStarted() throws Exception {
        var given = RunningNode.scripting();
        RunningNode.write(
                given,
                "httpdocs/long.php",
                "<?php set_time_limit(0); ignore_user_abort(true); exec('setsid sleep 600 >/dev/null 2>&1 & echo $!', $o);"
                        + " file_put_contents('../tmp/started', getmypid().' '.$o[0]); while (true) { usleep(1000); }");
        try (var visitor = new Visitor(PORT)) {
            visitor.send("GET", given.host, "/long.php", "Connection: close");
            var started = given.home.resolve("tmp/started");
            await().until(() -> Files.exists(started) && Files.size(started) > 0);
            var numbers = Files.readString(started).split(" ", -1);
            var script = ProcessHandle.of(Long.parseLong(numbers[0])).orElseThrow();
            var child = ProcessHandle.of(Long.parseLong(numbers[1])).orElseThrow();
            var uid = (int) given.number("select unix_uid from wirt.subscription where id = ?", given.subscription);
            assertThat(Processes.byUid().get(uid)).contains(script, child);
            given.suspend(Given.Cause.CUSTOMER);
            Soon.soon(
                    () -> Collections.disjoint(Processes.byUid().getOrDefault(uid, List.of()), List.of(script, child)));
            RunningNode.confirmed();
            assertThat(visitor.left()).doesNotContain("502");
            await().until(() -> given.ended("WEB") == 1);
        }
        given.activate(Given.Cause.CUSTOMER);
        RunningNode.write(given, "httpdocs/who.php", "<?php echo 'back';");
        assertThat(said(given.host, "/who.php")).contains("back");
    }

    @Test
    void scriptsThatAreCutOffWhileTheySpeakAreCountedAndVisitorsWhoGoAreNot() throws Exception {
        var given = RunningNode.scripting();
        RunningNode.write(
                given,
                "httpdocs/speaks.php",
                "<?php while (true) { echo str_repeat('x', 4096); flush(); usleep(1000); }");
        try (var gone = new Visitor(PORT)) {
            gone.send("GET", given.host, "/speaks.php", "Connection: close");
            gone.skip(10_000);
        }
        try (var one = new Visitor(PORT);
                var other = new Visitor(PORT)) {
            for (var visitor : List.of(one, other)) {
                visitor.send("GET", given.host, "/speaks.php", "Connection: close");
                visitor.skip(10_000);
            }
            given.suspend(Given.Cause.CUSTOMER);
            RunningNode.confirmed();
            await().until(() -> given.ended("WEB") == 2);
        }
    }

    /// A chain of processes of which each starts the next and goes is quicker than looking for them.
    @Test
    void aChainOfProcessesIsEndedAtOnce() throws Exception {
        var given = RunningNode.scripting();
        RunningNode.write(
                given,
                "tmp/chain.sh",
                "[ $1 -gt 6000 ] && exit; setsid sh tmp/chain.sh $(($1 + 1)) </dev/null >/dev/null 2>&1 &\n");
        RunningNode.write(
                given,
                "httpdocs/chain.php",
                "<?php chdir('" + given.home + "'); exec('sh tmp/chain.sh 1 >/dev/null 2>&1 &'); echo 'started';");
        assertThat(said(given.host, "/chain.php")).contains("started");
        var uid = (int) given.number("select unix_uid from wirt.subscription where id = ?", given.subscription);
        given.suspend(Given.Cause.CUSTOMER);
        await().atMost(Duration.ofSeconds(4))
                .until(() ->
                        Processes.byUid().getOrDefault(uid, List.of()).stream().allMatch(Processes::isStartedByPhp));
        RunningNode.confirmed();
    }

    /// What is no file is not opened: this would keep the worker for ever.
    @Test
    void aPipeInPlaceOfAScriptHoldsNobodyUp() throws IOException {
        var given = RunningNode.scripting();
        Command.of(
                        "mkfifo",
                        "-m",
                        "644",
                        given.home.resolve("httpdocs/index.php").toString())
                .run();
        Command.of(
                        "mkfifo",
                        "-m",
                        "644",
                        given.home.resolve("httpdocs/pipe.txt").toString())
                .run();
        assertThat(get(given.host + "x", "/").status()).isEqualTo(404);
        for (int i = 0; i < 8; i++)
            assertThat(get(given.host, "/pipe.txt").status()).isEqualTo(404);
        for (int i = 0; i < 8; i++) {
            try (var visitor = new Visitor(PORT)) {
                visitor.send("GET", given.host, "/nowhere");
            }
        }
        assertThat(get(RunningNode.customer().host, "/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.phtml", "a.phar", "a.php7", "a.phps"})
    void noScriptIsShownAsAText(String name) throws IOException {
        var given = RunningNode.scripting();
        RunningNode.write(given, "httpdocs/" + name, "<?php echo 'secret';");
        assertThat(get(given.host, "/" + name).status()).isEqualTo(404);
    }

    private static Answer get(String host, String path) throws IOException {
        try (var visitor = new Visitor(PORT)) {
            return visitor.ask("GET", host, path);
        }
    }

    /// All that a script says; its length is not known beforehand.
    private static String said(String host, String path) throws IOException {
        try (var visitor = new Visitor(PORT)) {
            visitor.send("GET", host, path, "Connection: close");
            return visitor.rest();
        }
    }
}
