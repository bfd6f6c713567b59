package org.wirt.engine.embedded;

import java.util.List;
import java.util.Optional;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.UsernamePasswordValidator;
import org.subethamail.smtp.server.Session;

/// `AUTH PLAIN` and `AUTH LOGIN`, which send the password as it is: only on an encrypted connection, or from this very
/// machine (RFC 4954, 4).
final class SafeAuthentication implements AuthenticationHandlerFactory {

    private final AuthenticationHandlerFactory mechanisms;

    SafeAuthentication(UsernamePasswordValidator validator) {
        this.mechanisms = new EasyAuthenticationHandlerFactory(validator);
    }

    @Override
    public List<String> getAuthenticationMechanisms() {
        return mechanisms.getAuthenticationMechanisms();
    }

    @Override
    public AuthenticationHandler create() {
        return new Guarded(mechanisms.create());
    }

    private record Guarded(AuthenticationHandler handler) implements AuthenticationHandler {

        @Override
        public Optional<String> auth(String input, MessageContext context) throws RejectException {
            var session = (Session) context;
            var safe = session.isTLSStarted()
                    || session.getRealRemoteAddress().getAddress().isLoopbackAddress();
            if (!safe) throw new RejectException(538, "5.7.11 Encryption required, use STARTTLS");
            return handler.auth(input, context);
        }

        @Override
        public Object getIdentity() {
            return handler.getIdentity();
        }
    }
}
