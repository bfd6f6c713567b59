package org.wirt.speech;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.operation.Speech;
import org.wirt.value.Spoken;

/// The languages that the panel speaks.
@Component
public class Languages implements Speech {

    private final Map<String, Texts> words = Map.of("de", Texts.load(Locale.GERMANY), "en", Texts.load(Locale.US));

    /// The words of one; English where it is spoken by nobody here.
    ///
    /// @param language a tag, such as `de-AT`
    public Texts words(String language) {
        return language.startsWith("de") ? texts("de") : texts("en");
    }

    private Texts texts(String language) {
        var texts = words.get(language);
        if (texts == null) throw new IllegalStateException(language);
        return texts;
    }

    /// The first of these that is spoken here, else English.
    public Texts preferred(Iterable<Locale> wanted) {
        for (var locale : wanted) if (words.containsKey(locale.getLanguage())) return texts(locale.getLanguage());
        return texts("en");
    }

    @Override
    public Map<String, String> inEveryLanguage(Spoken phrase) {
        return words.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> phrase.in(
                                e.getValue().locale(), key -> e.getValue().of(key))));
    }
}
