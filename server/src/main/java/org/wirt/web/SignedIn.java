package org.wirt.web;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.wirt.access.Session;
import org.wirt.access.Token;

/// A request that came with a live session.
class SignedIn extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Session session;
    private final transient Token token;

    SignedIn(Session session, Token token) {
        super(List.of(new SimpleGrantedAuthority(session.person().level().name())));
        this.session = session;
        this.token = token;
        setAuthenticated(true);
    }

    Session session() {
        return session;
    }

    Token token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return session.person().username();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
