package org.wirt.engine.embedded;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wirt.engine.Dialogue;
import org.wirt.engine.Given;
import org.wirt.engine.Running;
import org.wirt.engine.SmtpEngineContract;

class EmbeddedSmtpTest implements SmtpEngineContract {

    @Override
    public int port() {
        return Running.SMTP.port();
    }

    @Override
    public Given customer() {
        return Running.customer();
    }

    /// There is nobody on this machine itself who would read it.
    @Test
    void nobodyIsPostmasterHere() throws IOException {
        try (var sender = new Dialogue(port())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtp("RCPT TO:<postmaster>", "5");
        }
    }
}
