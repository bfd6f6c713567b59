package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Sends whoever is not signed in to the sign-in page, and back to where he wanted to go afterwards. A fragment that is
/// loaded into a page makes the whole page go there. Who comes with the cookie of a session that is no more is told so,
/// once, and never why it ended: that an account is suspended learns only who knows its password. What a page sends by
/// the way, such as a field to look at, is left without an answer, so that the form sent after it is the one that is
/// told.
class SignInFirst implements AuthenticationEntryPoint {

    private static final String ASIDE = "X-Wirt-Aside";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (request.getHeader(ASIDE) != null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        boolean ended = SessionCookies.token(request).isPresent();
        if (ended) SessionCookies.takeBack(request, response);
        var way = wayBack(request);
        var target = "/sign-in" + (ended ? "?ended" : "") + (ended ? way.replace('?', '&') : way);
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(target);
            return;
        }
        response.setHeader("HX-Redirect", target);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /// A form that was sent too late goes back to its page, where the browser has kept what was typed.
    private static String wayBack(HttpServletRequest request) {
        var here = request.getMethod().equals("GET") ? asked(request) : page(request);
        return here.isEmpty() || here.equals("/") ? "" : "?return=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    private static String asked(HttpServletRequest request) {
        return withQuery(request.getRequestURI(), request.getQueryString());
    }

    /// The page of ours that the form stood on; a stranger's address is no way back.
    private static String page(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null) return "";
        try {
            var from = URI.create(referer);
            var path = withQuery(from.getRawPath(), from.getRawQuery());
            boolean ours = request.getHeader("Host") != null
                    && request.getHeader("Host").equals(from.getRawAuthority())
                    && Visit.isOurs(path);
            return ours ? path : "";
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static String withQuery(String path, @Nullable String query) {
        return path + (query == null ? "" : "?" + query);
    }
}
