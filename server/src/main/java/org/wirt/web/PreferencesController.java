package org.wirt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirt.access.People;

/// Language and look: kept in the account of whoever is signed in, in a cookie for everybody.
@Controller
class PreferencesController {

    private static final Duration KEPT = Duration.ofDays(365);
    private static final List<String> LANGUAGES = List.of("de", "en");
    private static final List<String> THEMES = List.of("light", "dark", "system");

    private final People people;

    PreferencesController(People people) {
        this.people = people;
    }

    @PostMapping("/language")
    String language(HttpServletRequest request, HttpServletResponse response, @RequestParam String lang) {
        if (LANGUAGES.contains(lang)) keep(request, response, RequestLanguage.COOKIE, lang, lang, null);
        return back(request);
    }

    @PostMapping("/theme")
    String theme(HttpServletRequest request, HttpServletResponse response, @RequestParam String theme) {
        if (THEMES.contains(theme)) keep(request, response, RequestLanguage.THEME_COOKIE, theme, null, theme);
        return back(request);
    }

    private void keep(
            HttpServletRequest request,
            HttpServletResponse response,
            String cookie,
            String value,
            @Nullable String language,
            @Nullable String theme) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie, value)
                        .path("/")
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .httpOnly(true)
                        .maxAge(KEPT)
                        .build()
                        .toString());
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn in) {
            people.prefer(in.session().person().loginId(), language, theme);
        }
    }

    private static String back(HttpServletRequest request) {
        var way = request.getParameter("return");
        return "redirect:" + (way != null && Visit.isOurs(way) ? way : "/");
    }
}
