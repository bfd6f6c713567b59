package org.wirt.restv2;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Fault;
import tools.jackson.databind.json.JsonMapper;

/// Lets requests in, or answers why not before anything of them is read.
final class Letting extends OncePerRequestFilter {

    private final Credentials credentials;
    private final JsonMapper json;

    Letting(Credentials credentials, JsonMapper json) {
        this.credentials = credentials;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals(Swagger.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Speakers.remember(request, credentials.admit(request));
        } catch (Fault fault) {
            refuse(response, fault);
            return;
        }
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletResponse response, Fault fault) throws IOException {
        var status = switch (fault.number()) {
            case ErrorNumbers.NOT_PERMITTED, ErrorNumbers.DISABLED -> HttpStatus.FORBIDDEN;
            case ErrorNumbers.LOCKED -> HttpStatus.TOO_MANY_REQUESTS;
            default -> HttpStatus.UNAUTHORIZED;
        };
        if (status == HttpStatus.UNAUTHORIZED)
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"wirt\", charset=\"UTF-8\"");
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), new Wrong(fault.number(), fault.text()));
    }
}
