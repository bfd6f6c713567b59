package org.wirt.engine.embedded;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;
import org.wirt.database.Certificate;
import org.wirt.engine.OpenSession;
import org.wirt.engine.OpenSessions;
import org.wirt.hosting.MailUser;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;
import org.wirt.hosting.ServicePasswords;
import org.wirt.hosting.Ticket;

/// Takes mail from customers (RFC 6409): signed in, as themselves only, and live at every step.
public final class EmbeddedSubmission implements EmbeddedServer, OpenSessions {

    private final EngineSettings settings;
    private final NodeViews views;
    private final ServicePasswords passwords;
    private final Postroom postroom;
    private final Optional<Relay> relay;
    private final Map<MessageContext, SignedIn> signedIn = new ConcurrentHashMap<>();
    private final SmtpPort port;

    public EmbeddedSubmission(
            EngineSettings settings,
            NodeViews views,
            ServicePasswords passwords,
            MailStore store,
            Certificate certificate) {
        this.settings = settings;
        this.views = views;
        this.passwords = passwords;
        this.relay = settings.relay().map(Relay::new);
        this.postroom = new Postroom(views, store, relay);
        this.port = new SmtpPort(
                settings.bind(), settings.submission(), "WIRT_SUBMISSION_PORT", () -> builder(certificate));
    }

    @Override
    public void start() {
        port.start();
    }

    @Override
    public void stop() {
        signedIn.values().forEach(OpenSession::end);
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

    @Override
    public Service service() {
        return Service.SUBMISSION;
    }

    @Override
    public Collection<? extends OpenSession> open() {
        return signedIn.values();
    }

    private SMTPServer.Builder builder(Certificate certificate) {
        return SmtpPort.builder(settings.bind(), certificate)
                .requireTLS(!onlyThisMachine())
                .requireAuth()
                .authenticationHandlerFactory(new SafeAuthentication(this::signIn))
                .messageHandlerFactory(context -> new Outgoing(views, postroom, relay, ticket(context)))
                .sessionHandler(new Ends());
    }

    private boolean onlyThisMachine() {
        return settings.bind().startsWith("127.") || settings.bind().equals("localhost");
    }

    private void signIn(String address, String password, MessageContext context) throws LoginFailedException {
        try {
            var user = Postroom.asked(() -> views.mailUser(address));
            var right = passwords.matches(password, user.flatMap(MailUser::passwordHash));
            var live = user.filter(MailUser::live).filter(_ -> right).orElseThrow(LoginFailedException::new);
            signedIn.put(context, new SignedIn((Session) context, live.ticket()));
        } catch (RejectException e) {
            throw new LoginFailedException(e.getMessage());
        }
    }

    private @Nullable Ticket ticket(MessageContext context) {
        var known = signedIn.get(context);
        return known == null ? null : known.ticket();
    }

    private record SignedIn(Session session, Ticket ticket) implements OpenSession {

        @Override
        public void end() {
            try {
                session.getSocket().close();
            } catch (IOException _) {
                // Then it is closed already.
            }
        }
    }

    private final class Ends implements SessionHandler {

        @Override
        public SessionAcceptance accept(Session session) {
            return SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {
            signedIn.remove(session);
        }
    }
}
