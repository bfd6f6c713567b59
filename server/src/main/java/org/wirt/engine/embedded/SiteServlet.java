package org.wirt.engine.embedded;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Redirect;
import org.wirt.hosting.SitePages;
import org.wirt.hosting.ViewsUnreachable;
import org.wirt.hosting.WebSite;

/// Answers every request to a hosted site: asks the views whose host this is and whether it is live, each time anew,
/// also on a connection that is kept open.
final class SiteServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    /// Certificates of a suspended site keep renewing, so that it comes back encrypted (RFC 8555, 8.3).
    private static final String ACME = "/.well-known/acme-challenge/";

    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+");
    private static final String RETRY_SUSPENDED = "3600";
    private static final String RETRY_ACCIDENT = "30";

    private final transient NodeViews views;
    private final transient Downloads downloads;

    SiteServlet(NodeViews views, Downloads downloads) {
        this.views = views;
        this.downloads = downloads;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var host = host(request);
        if (host.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            var site = views.web(host.get()).filter(found -> found.state() != WebSite.State.GONE);
            if (site.isPresent()) answer(site.get(), request, response);
            else notFound(request, response);
        } catch (ViewsUnreachable _) {
            unavailable(request, response, RETRY_ACCIDENT);
        }
    }

    private void answer(WebSite site, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request);
        var served = site.state() == WebSite.State.ON || path.startsWith(ACME);
        if (!served) unavailable(request, response, RETRY_SUSPENDED);
        else if (site.redirect().isPresent() && !path.startsWith(ACME))
            lead(site.ticket().who(), site.redirect().get(), request, response);
        else if (!reading(request)) notAllowed(response);
        else serve(site, path, request, response);
    }

    private void serve(WebSite site, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (SiteFile.find(site, path)) {
            case SiteFile.Missing() -> notFound(request, response);
            case SiteFile.Folder() -> redirect(path, request, response);
            case SiteFile.Found(var file) ->
                new FileAnswer(file, request, response).send(() -> downloads.begin(site.ticket()));
        }
    }

    /// Whatever is asked for lies elsewhere, also what is sent there.
    private static void lead(String host, Redirect redirect, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", Redirect.CACHE_CONTROL);
        if (redirect.mode() != Redirect.Mode.FRAME) {
            var query = request.getQueryString();
            response.setStatus(redirect.mode().status());
            response.setHeader(
                    "Location", redirect.location(request.getRequestURI() + (query == null ? "" : "?" + query)));
        } else if (reading(request))
            page(
                    redirect.mode().status(),
                    SitePages.frame(host, redirect.target().text()),
                    request,
                    response);
        else notAllowed(response);
    }

    /// The decoded path without parameters; Tomcat has resolved dots and refused encoded slashes and NUL.
    private static String path(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private static Optional<String> host(HttpServletRequest request) {
        var name = request.getServerName().toLowerCase(Locale.ROOT);
        var host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return Optional.of(host).filter(text -> HOST.matcher(text).matches());
    }

    private static boolean reading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static void notAllowed(HttpServletResponse response) {
        response.setHeader("Allow", "GET, HEAD");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /// From the resolved path, never from what the client wrote: `//elsewhere` would lead to another host.
    private static void redirect(String path, HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", encoded(path) + "/" + (query == null ? "" : "?" + query));
    }

    private static String encoded(String path) {
        return UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }

    private static void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page(HttpServletResponse.SC_NOT_FOUND, SitePages.notFound(languages(request)), request, response);
    }

    private static void unavailable(HttpServletRequest request, HttpServletResponse response, String retry)
            throws IOException {
        response.setHeader("Retry-After", retry);
        response.setHeader("Cache-Control", "no-store");
        page(HttpServletResponse.SC_SERVICE_UNAVAILABLE, SitePages.unavailable(languages(request)), request, response);
    }

    private static String languages(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Accept-Language")).orElse("");
    }

    private static void page(int status, String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var content = page.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Vary", "Accept-Language");
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(content);
    }
}
