package org.wirt.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.speech.Languages;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Theme;

/// In which words and which look a request is answered: what somebody chose, else what his browser prefers.
@Component
class RequestLanguage {

    static final String COOKIE = "wirt_language";
    static final String THEME_COOKIE = "wirt_theme";

    private final Languages languages;

    RequestLanguage(Languages languages) {
        this.languages = languages;
    }

    Texts of(HttpServletRequest request, Optional<String> chosen) {
        return chosen.or(() -> cookie(request, COOKIE)).map(languages::words).orElseGet(() -> preferred(request));
    }

    static Theme theme(HttpServletRequest request, Optional<String> chosen) {
        return theme(chosen.or(() -> cookie(request, THEME_COOKIE)).orElse(null));
    }

    private static Theme theme(@Nullable String name) {
        for (var theme : Theme.values()) {
            if (theme.word().equals(name)) return theme;
        }
        return Theme.SYSTEM;
    }

    private Texts preferred(HttpServletRequest request) {
        return languages.preferred(
                request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales()));
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) return Optional.of(cookie.getValue());
        }
        return Optional.empty();
    }
}
