package org.wirt.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wirt.access.ApiTokens;
import org.wirt.access.Level;
import org.wirt.access.Pace;
import tools.jackson.databind.json.JsonMapper;

/// Lets programs in by their token (RFC 6750), each request anew; there is no session and no cookie.
final class Programs extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    /// A request that came with a good token.
    static final class Shown extends AbstractAuthenticationToken {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient ApiTokens.Program program;

        private Shown(ApiTokens.Program program) {
            super(List.of());
            this.program = program;
            setAuthenticated(true);
        }

        ApiTokens.Program program() {
            return program;
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return program.person().username();
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

    private final ApiTokens tokens;
    private final Pace pace;
    private final Wording wording;
    private final JsonMapper json;

    Programs(ApiTokens tokens, Pace pace, Wording wording, JsonMapper json) {
        this.tokens = tokens;
        this.pace = pace;
        this.wording = wording;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals(Description.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        // The name of a scheme may be written in any case (RFC 9110, 11.1).
        var shown = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : "";
        switch (tokens.enter(shown, request.getRemoteAddr())) {
            case ApiTokens.Outcome.In(var program)
            when program.person().level() == Level.CUSTOMER ->
                refuse(request, response, HttpStatus.FORBIDDEN, "customers");
            case ApiTokens.Outcome.In(var program) -> {
                SecurityContextHolder.getContext().setAuthentication(new Shown(program));
                if (granted(response, pace.ask(program.token()))) chain.doFilter(request, response);
                else refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, "pace");
            }
            case ApiTokens.Outcome.Suspended() -> refuse(request, response, HttpStatus.FORBIDDEN, "suspended");
            case ApiTokens.Outcome.Wrong(), ApiTokens.Outcome.NotInContract() ->
                refuse(request, response, HttpStatus.UNAUTHORIZED, "token");
        }
    }

    /// Says how much is left (draft-ietf-httpapi-ratelimit-headers-10).
    private static boolean granted(HttpServletResponse response, Pace.Asked asked) {
        var again = Pace.seconds(asked.again());
        response.setHeader("RateLimit-Policy", "\"token\";q=" + asked.most() + ";w=" + Pace.window());
        response.setHeader("RateLimit", "\"token\";r=" + asked.left() + ";t=" + again);
        if (!asked.granted()) response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(again));
        return asked.granted();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        if (status == HttpStatus.UNAUTHORIZED)
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"wirt\"");
        write(response, Problem.of(wording.of(request), status, code));
    }

    private void write(HttpServletResponse response, ResponseEntity<Problem> problem) throws IOException {
        response.setStatus(problem.getStatusCode().value());
        response.setContentType(String.valueOf(problem.getHeaders().getContentType()));
        json.writeValue(response.getOutputStream(), problem.getBody());
    }
}
