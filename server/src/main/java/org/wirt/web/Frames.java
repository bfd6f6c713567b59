package org.wirt.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Session;
import org.wirt.operation.Jobs;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Banner;
import org.wirt.web.ui.Csrf;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.NavItem;
import org.wirt.web.ui.Person;

/// Puts together what stands around every page: navigation for the reader's level, who he is, in which words.
@Component
class Frames {

    private final RequestLanguage languages;
    private final Navigation navigation;
    private final Jobs jobs;

    Frames(RequestLanguage languages, Navigation navigation, Jobs jobs) {
        this.languages = languages;
        this.navigation = navigation;
        this.jobs = jobs;
    }

    /// Around a page for somebody who is not signed in.
    Frame outside(HttpServletRequest request) {
        var t = languages.of(request, Optional.empty());
        return new Frame(
                t,
                RequestLanguage.theme(request, Optional.empty()),
                t.of("web.sign-in"),
                List.of(),
                List.of(),
                null,
                csrf(request),
                null,
                null,
                0,
                address(request));
    }

    Frame inside(HttpServletRequest request, Session session) {
        var person = session.person();
        var t = languages.of(request, person.locale());
        var caller = session.caller(org.wirt.access.Door.PAGE, "", "");
        var level = caller.level();
        boolean fragment = request.getHeader("HX-Request") != null;
        int open = level == Level.CUSTOMER || fragment
                ? 0
                : jobs.open(caller.scope().accountId());
        return new Frame(
                t,
                RequestLanguage.theme(request, Optional.of(person.theme())),
                "Wirt",
                items(t, caller, request.getRequestURI()),
                List.of(),
                new Person(
                        person.username(),
                        t.of("web.level." + person.level().name().toLowerCase(java.util.Locale.ROOT)),
                        "/account"),
                csrf(request),
                fragment ? null : Flashes.take(request).orElse(null),
                session.actingFor()
                        .map(a -> new Banner(a.name(), backTo(t, session)))
                        .orElse(null),
                open,
                address(request));
    }

    private List<NavItem> items(Texts t, Caller reader, String path) {
        var items = new ArrayList<NavItem>();
        var area = Areas.of(path, reader.level());
        for (var entry : navigation.of(reader)) {
            boolean current = entry.path().equals("/")
                    ? area.equals("/")
                    : area.equals(entry.path()) || area.startsWith(entry.path() + "/");
            items.add(new NavItem(t.of(entry.label()), entry.icon(), entry.path(), current));
        }
        return items;
    }

    private static String backTo(Texts t, Session session) {
        return session.person().level() == Level.ADMINISTRATOR
                ? t.of("web.level.administrator")
                : session.person().name();
    }

    /// The field gets the masked token, the header the raw one: that is how the framework reads them.
    private static Csrf csrf(HttpServletRequest request) {
        var masked = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var raw = (CsrfToken) request.getAttribute("_csrf");
        if (masked == null || raw == null) return Csrf.of("");
        return new Csrf(masked.getToken(), "X-XSRF-TOKEN", rawToken(request, masked));
    }

    private static String rawToken(HttpServletRequest request, CsrfToken masked) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals("XSRF-TOKEN") && !cookie.getValue().isEmpty()) return cookie.getValue();
            }
        }
        return masked.getToken();
    }

    private static String address(HttpServletRequest request) {
        boolean broken = request.getDispatcherType() == DispatcherType.ERROR;
        if (broken || !request.getMethod().equals("GET")) return "/";
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
