package org.wirt.restv2;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Fault;
import tools.jackson.databind.json.JsonMapper;

/// Lets requests in, or answers why not before anything of them is read.
final class Letting extends OncePerRequestFilter {

    private static final Wrong NO_JSON = new Wrong(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
            "The body must be JSON, with the header Content-Type: application/json.");

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
        if (saysSomething(request) && !isJson(request.getContentType())) {
            answer(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, NO_JSON);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean saysSomething(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isJson(String type) {
        try {
            return MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private void refuse(HttpServletResponse response, Fault fault) throws IOException {
        var status = switch (fault.number()) {
            case ErrorNumbers.NOT_PERMITTED, ErrorNumbers.DISABLED -> HttpStatus.FORBIDDEN;
            case ErrorNumbers.LOCKED -> HttpStatus.TOO_MANY_REQUESTS;
            default -> HttpStatus.UNAUTHORIZED;
        };
        if (status == HttpStatus.UNAUTHORIZED)
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"wirt\", charset=\"UTF-8\"");
        answer(response, status, new Wrong(fault.number(), fault.text()));
    }

    private void answer(HttpServletResponse response, HttpStatus status, Wrong why) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), why);
    }
}
