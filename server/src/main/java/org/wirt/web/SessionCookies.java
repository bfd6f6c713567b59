package org.wirt.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.wirt.access.Sessions;
import org.wirt.access.Token;

/// Finds the session behind the cookie of a request. Nothing is kept in the server's own sessions.
@Component
class SessionCookies implements SecurityContextRepository {

    static final String COOKIE = "wirt_session";

    private final Sessions sessions;

    SessionCookies(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Found(request);
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /// Sessions are opened by signing in, never by the way.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).isPresent();
    }

    static Optional<Token> token(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty())
                return Optional.of(new Token(cookie.getValue()));
        }
        return Optional.empty();
    }

    static void give(Token token, HttpServletRequest request, HttpServletResponse response) {
        set(token.text(), Duration.ofSeconds(-1), request, response);
    }

    static void takeBack(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /// Asked at the first need: files of our own need nobody signed in.
    private final class Found implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private boolean asked;
        private SecurityContext context = SecurityContextHolder.createEmptyContext();

        Found(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (asked) return context;
            asked = true;
            token(request)
                    .flatMap(t -> sessions.find(t).map(s -> new SignedIn(s, t)))
                    .ifPresent(context::setAuthentication);
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return context.getAuthentication() == null;
        }
    }
}
