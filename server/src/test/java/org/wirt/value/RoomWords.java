package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/// The message files of one room, for tests that read every sentence in both languages.
public final class RoomWords {

    private final String room;
    private final List<String> below;

    /// @param below the rooms whose words the gaps need
    public RoomWords(String room, String... below) {
        this.room = room;
        this.below = List.of(below);
    }

    public static List<Locale> languages() {
        return List.of(Locale.GERMAN, Locale.ENGLISH);
    }

    public Set<String> keys(Locale language) {
        return read(language).stringPropertyNames();
    }

    public Set<String> keys(Locale language, String prefix) {
        return keys(language).stream().filter(key -> key.startsWith(prefix)).collect(Collectors.toSet());
    }

    /// The sentence of a refusal, once it is certain that nothing in it was left open.
    public String sentence(Refusal refusal, Locale language) {
        return sentence(refusal.key(), refusal.gaps(), language);
    }

    public String sentence(String key, List<Object> gaps, Locale language) {
        var pattern = read(language).getProperty(key);
        assertThat(pattern).as("%s in %s_%s", key, room, language).isNotBlank();
        var format = new MessageFormat(pattern, language);
        assertThat(format.getFormatsByArgumentIndex())
                .as("gaps of %s in %s", key, language)
                .hasSizeLessThanOrEqualTo(gaps.size());
        var sentence = format.format(gaps.stream()
                .map(gap -> gap instanceof Spoken spoken ? spoken(spoken, language) : gap)
                .toArray());
        assertThat(sentence).as("%s in %s", key, language).doesNotContain("{", "}", "''");
        return sentence;
    }

    public String spoken(Spoken gap, Locale language) {
        var words = read(language);
        below.forEach(lower -> words.putAll(read(lower, language)));
        return gap.in(language, key -> Objects.requireNonNull(words.getProperty(key), key));
    }

    private Properties read(Locale language) {
        return read(room, language);
    }

    private static Properties read(String room, Locale language) {
        var file = "/messages/" + room + "_" + language.getLanguage() + ".properties";
        try (var in = RoomWords.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
