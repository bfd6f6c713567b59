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

    @Test
    void nothingIsTakenThatWouldHaveToGoElsewhere() throws IOException {
        var given = customer();
        given.forward("team", false, given.address, "friend@elsewhere.example");
        try (var sender = new Dialogue(port())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtpSaying("RCPT TO:<team@" + given.host + ">", "550 5.7.1", "Forwards to other servers");
        }
    }

    @Test
    void aCircleOverOthersEndsByItself() throws IOException {
        var given = customer();
        var other = customer();
        given.forward("team", false, "team@" + other.host, given.address);
        other.forward("team", false, "team@" + given.host);
        try (var sender = new Dialogue(port())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtp("RCPT TO:<team@" + given.host + ">", "250");
        }
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
