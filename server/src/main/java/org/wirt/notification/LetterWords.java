package org.wirt.notification;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.wirt.value.Language;

/// Wirt's own words for letters: `letter.<kind>.subject` and `.body` with placeholders, and what their values are
/// called.
final class LetterWords {

    private static final Map<Language, Properties> WORDS =
            Map.of(Language.DE, load(Language.DE), Language.EN, load(Language.EN));

    private LetterWords() {}

    /// Who reads neither gets English.
    static Language language(String locale) {
        return locale.startsWith("de") ? Language.DE : Language.EN;
    }

    /// The text that holds while nobody has written another one.
    static LetterText text(LetterKind kind, Language language) {
        var key = "letter." + kind.key();
        return new LetterText(pattern(language, key + ".subject"), pattern(language, key + ".body"));
    }

    static String of(Language language, String key, Object... gaps) {
        return new MessageFormat(pattern(language, key), language.locale()).format(gaps);
    }

    private static String pattern(Language language, String key) {
        var pattern = WORDS.getOrDefault(language, new Properties()).getProperty(key);
        if (pattern == null) throw new IllegalStateException("No text in " + language + " for " + key);
        return pattern;
    }

    private static Properties load(Language language) {
        var words = new Properties();
        // A letter may list what a plan grants.
        for (var room : List.of("plan", "notification")) load("/messages/" + room + "_" + language.tag(), words);
        return words;
    }

    private static void load(String name, Properties words) {
        var file = name + ".properties";
        try (var in = LetterWords.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("Missing " + file);
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
