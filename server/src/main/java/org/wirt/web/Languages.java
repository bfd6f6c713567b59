package org.wirt.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.operation.Speech;
import org.wirt.value.Spoken;
import org.wirt.web.ui.Texts;
import org.wirt.web.ui.Theme;

/// In which words and which look a request is answered: what somebody chose, else what his browser prefers.
@Component
class Languages implements Speech {

    static final String COOKIE = "wirt_language";
    static final String THEME_COOKIE = "wirt_theme";

    private final Map<String, Texts> words = Map.of("de", Texts.load(Locale.GERMANY), "en", Texts.load(Locale.US));

    @Override
    public Map<String, String> inEveryLanguage(Spoken phrase) {
        return words.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> phrase.in(
                                e.getValue().locale(), key -> e.getValue().of(key))));
    }

    Texts words(String language) {
        var texts = words.get(language.startsWith("de") ? "de" : "en");
        if (texts == null) throw new IllegalStateException(language);
        return texts;
    }

    Texts of(HttpServletRequest request, Optional<String> chosen) {
        return words(chosen.or(() -> cookie(request, COOKIE)).orElseGet(() -> preferred(request)));
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

    private static String preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return "en";
        for (var locale : Collections.list(request.getLocales())) {
            if (locale.getLanguage().equals("de") || locale.getLanguage().equals("en")) return locale.getLanguage();
        }
        return "en";
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
