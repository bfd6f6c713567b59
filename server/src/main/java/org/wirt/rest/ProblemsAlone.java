package org.wirt.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// A program reads no page, also where its request is stopped before any of our controllers sees it: a path that is
/// written oddly, or a method that there is not.
final class ProblemsAlone extends OncePerRequestFilter {

    private static final String OTHERS = "/api/v2";

    private final Wording wording;
    private final JsonMapper json;

    ProblemsAlone(Wording wording, JsonMapper json) {
        this.wording = wording;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith(OTHERS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The framework fails where a type stands for several, which a body cannot have (RFC 9110, 8.3).
        var type = request.getContentType();
        if (type != null && type.contains("*"))
            write(response, Problem.of(wording.of(request), HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unreadable"));
        else chain.doFilter(request, new Answering(request, response));
    }

    private void write(HttpServletResponse response, ResponseEntity<Problem> answer) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), answer.getBody());
    }

    private final class Answering extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Answering(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, "");
        }

        /// What a server says of itself is not told.
        @Override
        public void sendError(int status, @Nullable String message) throws IOException {
            if (isCommitted()) return;
            var answer = status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                    ? Problem.of(wording.of(request), HttpStatus.BAD_REQUEST, "odd-request")
                    : Problem.of(wording.of(request), HttpStatus.INTERNAL_SERVER_ERROR, "fault", "-");
            resetBuffer();
            write(this, answer);
        }
    }
}
