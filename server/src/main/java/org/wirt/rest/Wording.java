package org.wirt.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.wirt.speech.Languages;
import org.wirt.speech.Texts;

/// In which words a program is answered: those it asks for, else those of whoever it works for.
@Component
class Wording {

    private final Languages languages;

    Wording(Languages languages) {
        this.languages = languages;
    }

    Texts of(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null)
            return languages.preferred(Collections.list(request.getLocales()));
        if (SecurityContextHolder.getContext().getAuthentication() instanceof Programs.Shown shown) {
            var person = shown.program().person();
            return languages.words(person.locale().orElse(person.accountLocale()));
        }
        return languages.words("en");
    }
}
