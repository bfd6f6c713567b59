package org.wirt.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// The client's own sentences in the caller's language; what the panel says comes from there.
final class Texts {

    private final String language;
    private final Properties sentences = new Properties();

    private Texts(String language) {
        this.language = language;
        var file = "messages_" + language + ".properties";
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            sentences.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Texts in(String language) {
        return new Texts(language);
    }

    /// As POSIX has it: `LC_ALL` beats `LC_MESSAGES` beats `LANG`.
    static Texts of(Surroundings around) {
        var wanted = around.variable("LC_ALL")
                .or(() -> around.variable("LC_MESSAGES"))
                .or(() -> around.variable("LANG"))
                .orElse("");
        return new Texts(wanted.startsWith("de") ? "de" : "en");
    }

    String language() {
        return language;
    }

    boolean has(String key) {
        return sentences.containsKey(key);
    }

    String of(String key, Object... gaps) {
        var sentence = Objects.requireNonNull(sentences.getProperty(key), key);
        for (int i = 0; i < gaps.length; i++) sentence = sentence.replace("{" + i + "}", String.valueOf(gaps[i]));
        return sentence;
    }

    /// What a column or a line is called.
    String column(String name) {
        return has("column." + name) ? of("column." + name) : Kebab.of(name);
    }

    /// What a field within something is called.
    String column(String within, String name) {
        var key = "column." + within + "." + name;
        return has(key) ? of(key) : column(name);
    }

    java.util.Set<String> keys() {
        return sentences.stringPropertyNames();
    }
}
