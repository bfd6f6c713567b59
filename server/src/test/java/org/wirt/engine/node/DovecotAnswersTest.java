package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.database.Command;
import org.wirt.engine.AnswerEngineContract;
import org.wirt.engine.Given;

/// Debian's Dovecot with Pigeonhole answers as the panel's own mailboxes do.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class DovecotAnswersTest implements AnswerEngineContract, OnNode {

    /// Scripts of customers run on this machine as well.
    @Test
    void nobodyElseAsksForOthersAnswers() throws IOException {
        var socket = RunningNode.SETTINGS.sockets().resolve("dovecot/answers");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-rw----");
        assertThat(Files.getAttribute(socket, "unix:gid"))
                .isEqualTo(
                        Integer.valueOf(Command.of("id", "-g", "dovenull").run().strip()));
    }

    @Override
    public int port() {
        return RunningNode.SETTINGS.ports().imap().number();
    }

    @Override
    public int smtpPort() {
        return RunningNode.SETTINGS.ports().smtp().number();
    }

    @Override
    public void isHeld(Given given) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> DovecotTest.messages(given) == 1);
    }

    @Override
    public Given customer() {
        return RunningNode.customer();
    }
}
