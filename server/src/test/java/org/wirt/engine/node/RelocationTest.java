package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.database.Command;
import org.wirt.database.TestDatabase;
import org.wirt.engine.Given;
import org.wirt.engine.PanelWork;

/// A subscription moves from one node to another with its files, and is never lost on the way.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class RelocationTest extends TwoNodes {

    private static void as(Given given, String... words) throws IOException {
        var uid = Integer.parseInt(given.home.getFileName().toString());
        new Command(NodeHomes.under(uid, words)).run();
    }

    @Test
    void aSubscriptionMovesWithEverythingThatIsInItsHome() throws IOException {
        var given = RunningNode.customer();
        var pages = given.home.resolve("httpdocs");
        as(given, "mkdir", "-p", pages.resolve("deep/er").toString());
        as(given, "cp", "/etc/os-release", pages.resolve("deep/er/text").toString());
        as(given, "chmod", "604", pages.resolve("deep/er/text").toString());
        as(
                given,
                "ln",
                pages.resolve("deep/er/text").toString(),
                pages.resolve("same").toString());
        as(given, "ln", "-s", "/etc/shadow", pages.resolve("link").toString());
        as(given, "cp", "/etc/os-release", pages.resolve("short-lived").toString());

        relocate(given, 1, second.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> says(given, "step = 'COPY' and copied"));
        assertThat(here(given)).as("all goes on meanwhile").isEqualTo(200);
        as(given, "cp", "/etc/hostname", pages.resolve("late").toString());
        as(given, "rm", pages.resolve("short-lived").toString());
        arrives(given, second.id());

        await().atMost(Duration.ofSeconds(10)).until(() -> there(given) == 200);
        assertThat(here(given)).isEqualTo(404);
        assertThat(given.database.fetchCount(
                        DSL.table("wirt.reason"),
                        DSL.condition("subject = 'subscription' and subject_id = ?", given.subscription)))
                .as("no maintenance any more")
                .isZero();
        var home = second.hosting().resolve(given.home.getFileName());
        var arrived = home.resolve("httpdocs");
        assertThat(arrived.resolve("late")).hasSameBinaryContentAs(Path.of("/etc/hostname"));
        assertThat(arrived.resolve("short-lived")).doesNotExist();
        var text = arrived.resolve("deep/er/text");
        assertThat(Files.getAttribute(text, "unix:mode")).isEqualTo(0100604);
        assertThat(Files.getAttribute(text, "unix:uid"))
                .isEqualTo(Integer.parseInt(home.getFileName().toString()));
        assertThat(Files.isSameFile(text, arrived.resolve("same")))
                .as("one file")
                .isTrue();
        assertThat(Files.readSymbolicLink(arrived.resolve("link"))).isEqualTo(Path.of("/etc/shadow"));
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(given.home));

        relocate(given, second.id(), 1);
        arrives(given, 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> here(given) == 200);
        assertThat(pages.resolve("late")).exists();
    }

    @Test
    void whatCannotBeFetchedStaysAndWhatIsCalledOffLeavesNothingBehind() throws IOException {
        var given = RunningNode.customer();
        var uid = given.home.getFileName().toString();
        var draft = second.hosting().resolve(".coming-" + uid);
        as(given, "mkdir", "-m", "000", given.home.resolve("httpdocs/closed").toString());
        relocate(given, 1, second.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> says(given, "failure like '%closed%'"));
        PanelWork.advanceMoves();
        assertThat(here(given)).isEqualTo(200);
        assertThat(says(given, "step = 'COPY' and not copied")).isTrue();
        assertThat(draft).exists();
        given.database.execute("delete from wirt.relocation where subscription_id = ?", given.subscription);
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(draft));
        assertThat(given.home).exists();
    }

    @Test
    void whoFallsSilentDuringTheLastCopyIsBackWhereItWas() throws IOException {
        var given = RunningNode.customer();
        relocate(given, 1, second.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> says(given, "copied"));
        // Its keeper would start it again.
        try (var _ = second.intent().alone()) {
            second.agent().stop();
            go(given);
            await().atMost(Duration.ofSeconds(10)).until(() -> here(given) == 503);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                given.database.execute(
                        "update wirt.relocation set told_at = told_at - interval '2 minutes' where subscription_id = ? "
                                + "and step <> 'COPY'",
                        given.subscription);
                PanelWork.advanceMoves();
                return says(given, "step = 'COPY' and failure = 'silent' and not_before > now()");
            });
            await().atMost(Duration.ofSeconds(5)).until(() -> here(given) == 200);
        } finally {
            second.agent().start();
        }
        arrives(given, second.id());
        await().atMost(Duration.ofSeconds(10)).until(() -> there(given) == 200);
        relocate(given, second.id(), 1);
        arrives(given, 1);
    }

    @Test
    void whoHasNotHeardOfTheMoveYetSaysSoAtOnce() throws IOException {
        var given = RunningNode.customer();
        var database = RunningNode.SETTINGS.database();
        var name = PanelSide.name(RunningNode.SETTINGS.id());
        relocate(given, 1, second.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> says(given, "copied"));
        database.ask(NodePostgres.DATABASE, "alter subscription " + name + " disable");
        try {
            // The panel of the tests would wait until all nodes have heard of it.
            var panel = DSL.using(TestDatabase.superuser(), SQLDialect.POSTGRES);
            panel.execute(
                    "update wirt.relocation set attempt = attempt + 1, copied = false where subscription_id = ?",
                    given.subscription);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> panel.fetchCount(
                                    DSL.table("wirt.relocation"),
                                    DSL.condition(
                                            "subscription_id = ? and failure like '%gives nothing away'",
                                            given.subscription))
                            == 1);
        } finally {
            database.ask(NodePostgres.DATABASE, "alter subscription " + name + " enable");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> says(given, "copied"));
        given.database.execute("delete from wirt.relocation where subscription_id = ?", given.subscription);
    }

    @Test
    void nobodyElseIsLetInWhereFilesAreFetched() throws Exception {
        var given = RunningNode.customer();
        relocate(given, 1, second.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> says(given, "copied"));
        var port = RunningNode.SETTINGS.ports().move().number();
        var stranger = new Passport(folder.resolve("stranger"));
        stranger.install();
        assertThat(fetched(stranger, port, given.subscription + " 1\n")).isEmpty();
        assertThat(fetched(second.passport(), port, given.subscription + 1 + " 1\n"))
                .isEmpty();
        assertThat(fetched(second.passport(), port, given.subscription + " 1\n"))
                .startsWith("@RSYNCD:");
        given.database.execute("delete from wirt.relocation where subscription_id = ?", given.subscription);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return false;
            } catch (ConnectException _) {
                return true;
            }
        });
    }

    private static String fetched(Passport passport, int port, String greeting) throws IOException {
        try (var line = passport.lines(_ -> true).getSocketFactory().createSocket("127.0.0.1", port)) {
            line.setSoTimeout(5000);
            line.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
            return new String(line.getInputStream().readNBytes(8), StandardCharsets.US_ASCII);
        } catch (SocketException | SSLException _) {
            return "";
        }
    }
}
