package org.wirt.engine.node;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.Given;
import org.wirt.engine.ImapEngineContract;

/// Debian's Dovecot on a hosting node, held to what the panel's own mailboxes do.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class DovecotTest implements ImapEngineContract {

    @Override
    public int port() {
        return RunningNode.SETTINGS.ports().imap().number();
    }

    @Override
    public int smtpPort() {
        return RunningNode.SETTINGS.ports().smtp().number();
    }

    @Override
    public Given customer() {
        return RunningNode.customer();
    }

    @Override
    public void arrived(Given given) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> messages(given) == 1);
    }

    static int messages(Given given) {
        return files(given.home.resolve("mail/" + given.host + "/info/Maildir/new"))
                + files(given.home.resolve("mail/" + given.host + "/info/Maildir/cur"));
    }

    private static int files(Path folder) {
        return Objects.requireNonNullElse(folder.toFile().list(), new String[0]).length;
    }
}
