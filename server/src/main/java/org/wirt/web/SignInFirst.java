package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Sends whoever is not signed in to the sign-in page, and back to where he wanted to go afterwards. A fragment that is
/// loaded into a page makes the whole page go there.
class SignInFirst implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var target = "/sign-in" + wayBack(request);
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(target);
            return;
        }
        response.setHeader("HX-Redirect", target);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static String wayBack(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) return "";
        var query = request.getQueryString();
        var here = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "?return=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }
}
