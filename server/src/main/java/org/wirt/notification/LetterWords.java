package org.wirt.notification;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.wirt.value.Language;

/// The words of letters in one language: `letter.<event>.subject` and `.body`.
final class LetterWords {

    private static final Map<Language, Properties> WORDS =
            Map.of(Language.DE, load(Language.DE), Language.EN, load(Language.EN));

    private LetterWords() {}

    static String of(String locale, String key, Object... gaps) {
        var language = locale.startsWith("de") ? Language.DE : Language.EN;
        var pattern = WORDS.getOrDefault(language, new Properties()).getProperty(key);
        if (pattern == null) throw new IllegalStateException("No text in " + language + " for " + key);
        return new MessageFormat(pattern, Locale.of(language.tag())).format(gaps);
    }

    private static Properties load(Language language) {
        var file = "/messages/notification_" + language.tag() + ".properties";
        try (var in = LetterWords.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("Missing " + file);
            var words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
