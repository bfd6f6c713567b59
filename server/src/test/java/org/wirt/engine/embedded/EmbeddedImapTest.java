package org.wirt.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wirt.engine.Dialogue;
import org.wirt.engine.Given;
import org.wirt.engine.ImapEngineContract;
import org.wirt.engine.Running;

class EmbeddedImapTest implements ImapEngineContract {

    @Override
    public int port() {
        return Running.IMAP.port();
    }

    @Override
    public int smtpPort() {
        return Running.SMTP.port();
    }

    @Override
    public Given customer() {
        return Running.customer();
    }

    @Test
    void whoMakesTooManyMistakesIsSentAway() throws IOException {
        try (var client = new Dialogue(port())) {
            client.line();
            client.imap("LOGIN nobody x", "NO");
            client.imap("LOGIN nobody y", "NO");
            client.imap("LOGIN nobody@nowhere.example x", "NO");
            client.imap("SELECT INBOX", "BAD");
            client.imap("LOGIN \"\" \"\"", "NO");
            client.imap("LOGIN nobody", "BAD");
            assertThat(client.line()).startsWith("* BYE");
        }
    }
}
