package org.wirt.restv2;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// JSON is all that is spoken here: whatever a client would rather read (RFC 9110, 12.5.1), and also where a request is
/// stopped before any of our controllers sees it. A body that does not say what it is, is JSON too.
final class JsonAlone extends OncePerRequestFilter {

    private static final List<String> SAID = List.of(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE);

    private final JsonMapper json;

    JsonAlone(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Asking(request), new Answering(response));
    }

    private static final class Asking extends HttpServletRequestWrapper {

        Asking(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            if (HttpHeaders.ACCEPT.equalsIgnoreCase(name)) return MediaType.APPLICATION_JSON_VALUE;
            return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? getContentType() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (SAID.stream().noneMatch(name::equalsIgnoreCase)) return super.getHeaders(name);
            var value = getHeader(name);
            return Collections.enumeration(value == null ? List.of() : List.of(value));
        }

        @Override
        public String getContentType() {
            var said = super.getContentType();
            return said == null ? MediaType.APPLICATION_JSON_VALUE : said;
        }
    }

    private final class Answering extends HttpServletResponseWrapper {

        Answering(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, "");
        }

        /// What a server says of itself is not told.
        @Override
        public void sendError(int status, @Nullable String message) throws IOException {
            var known = HttpStatus.resolve(status);
            if (isCommitted()) return;
            resetBuffer();
            setStatus(status);
            setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(
                    getOutputStream(), new Wrong(status, known == null ? "Bad request" : known.getReasonPhrase()));
        }
    }
}
