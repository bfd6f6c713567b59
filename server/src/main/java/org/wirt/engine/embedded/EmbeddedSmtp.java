package org.wirt.engine.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.wirt.database.Certificate;
import org.wirt.hosting.NodeViews;

/// Takes mail from the rest of the world for the mailboxes hosted here, and for nobody else. A suspended domain's
/// mail is put off (450), so that senders keep it and try again, or rejected or held where the suspension says so;
/// nothing of it has to be cut, because every recipient and every message is looked up.
public final class EmbeddedSmtp implements EmbeddedServer {

    private final EngineSettings settings;
    private final Postroom postroom;
    private final SmtpPort port;

    public EmbeddedSmtp(EngineSettings settings, NodeViews views, MailStore store, Certificate certificate) {
        this.settings = settings;
        this.postroom = new Postroom(views, store, settings.relay().map(Relay::new));
        this.port = new SmtpPort(settings.bind(), settings.smtp(), "WIRT_SMTP_PORT", () -> builder(certificate));
    }

    @Override
    public void start() {
        port.start();
    }

    @Override
    public void stop() {
        port.stop();
    }

    @Override
    public boolean isRunning() {
        return port.isRunning();
    }

    @Override
    public EngineSettings settings() {
        return settings;
    }

    @Override
    public int port() {
        return port.number();
    }

    private SMTPServer.Builder builder(Certificate certificate) {
        return SmtpPort.builder(settings.bind(), certificate).messageHandlerFactory(_ -> new Incoming());
    }

    private final class Incoming implements MessageHandler {

        private final Set<String> recipients = new LinkedHashSet<>();
        private String sender = "";

        /// Anybody may write; bounces come from nobody.
        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String address) throws RejectException {
            postroom.recipients(address);
            recipients.add(address);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            var message = Postroom.message(data);
            postroom.deliver(sender, postroom.ready(recipients, message), message);
            return "2.0.0 Delivered";
        }

        @Override
        public void done() {}
    }
}
