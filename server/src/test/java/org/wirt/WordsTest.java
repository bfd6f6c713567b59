package org.wirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.speech.Texts;

/// Everything a person reads, in both languages.
class WordsTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final List<Path> CODE = List.of(Path.of("src/main/java"), Path.of("src/main/jte"));

    private static final Pattern REFUSAL = Pattern.compile("Refusal\\.(?:state|limit|notPermitted)\\(\\s*\"([^\"]+)\""
            + "|Refusal\\.invalid\\(\\s*\"?[\\w.()]+\"?,\\s*\"([^\"]+)\""
            + "|new InvalidValue\\(\\s*\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("\\b(?:t|t\\(\\)|texts|words)\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern FAMILIAR = Pattern.compile("(?iu)\\b(du|dir|dich|dein\\w*|euch|euer\\w*|eure\\w*)\\b");

    /// A gap that is filled later: by the page's script the number of ticked rows.
    private static final Pattern FILLED_LATER = Pattern.compile("\\{n}");

    /// Letters have placeholders with names; TemplateTest reads them.
    private static final Pattern LETTER = Pattern.compile("letter\\.[a-z-]+\\.(subject|body)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        var german = new HashMap<String, TreeSet<String>>();
        var english = new HashMap<String, TreeSet<String>>();
        for (var line : lines("de"))
            german.computeIfAbsent(line.room, _ -> new TreeSet<>()).add(line.key);
        for (var line : lines("en"))
            english.computeIfAbsent(line.room, _ -> new TreeSet<>()).add(line.key);

        assertThat(english).isEqualTo(german);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void noKeyIsSaidTwiceAndEveryFileIsRead(String language) throws IOException {
        var texts = Texts.load(Locale.of(language));
        var seen = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        for (var line : lines(language)) {
            assertThat(texts.has(line.key))
                    .as("%s: add room %s to Texts.ROOMS", line.key, line.room)
                    .isTrue();
            var before = seen.put(line.key, line.room);
            if (before != null) twice.add(line.key + " in " + before + " and " + line.room);
        }
        assertThat(twice).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyTextCanBeSaidWithAnyNumber(String language) throws IOException {
        var locale = Locale.of(language);
        for (var line : lines(language)) {
            if (LETTER.matcher(line.key).matches()) continue;
            for (long number : List.of(0L, 1L, 2L, 12_345L)) {
                var gaps = new Object[10];
                java.util.Arrays.fill(gaps, number);
                var text = new MessageFormat(line.pattern, locale).format(gaps);
                assertThat(FILLED_LATER.matcher(text).replaceAll(""))
                        .as("%s; a ' stands alone, write ’ instead", line.key)
                        .doesNotContain("{", "}", "'")
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyRefusalInTheCodeHasItsSentence() throws IOException {
        assertThat(missing(REFUSAL, "refusal."))
                .as("write these lines in both languages")
                .isEmpty();
    }

    @Test
    void everyTextInTheCodeExists() throws IOException {
        assertThat(missing(TEXT, "")).as("write these lines in both languages").isEmpty();
    }

    @Test
    void germanIsPolite() throws IOException {
        for (var line : lines("de")) {
            assertThat(FAMILIAR.matcher(line.pattern).find())
                    .as("%s says Du: %s", line.key, line.pattern)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void nothingIsShouted(String language) throws IOException {
        for (var line : lines(language)) assertThat(line.pattern).as(line.key).doesNotContain("!");
    }

    private static List<String> missing(Pattern use, String prefix) throws IOException {
        var texts = Texts.load(Locale.GERMAN);
        var missing = new TreeSet<String>();
        for (var source : sources().entrySet()) {
            use.matcher(source.getValue()).results().forEach(found -> {
                for (int i = 1; i <= found.groupCount(); i++) {
                    var key = found.group(i);
                    if (key != null && !texts.has(prefix + key)) missing.add(prefix + key + " in " + source.getKey());
                }
            });
        }
        return List.copyOf(missing);
    }

    private static Map<Path, String> sources() throws IOException {
        var sources = new HashMap<Path, String>();
        for (var folder : CODE) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) sources.put(file, Files.readString(file));
            }
        }
        return sources;
    }

    private record Line(String room, String key, String pattern) {}

    /// Read line by line, because reading them as properties would hide a key that is there twice.
    private static List<Line> lines(String language) throws IOException {
        var lines = new ArrayList<Line>();
        var end = "_" + language + ".properties";
        try (var files = Files.list(FOLDER)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (!name.endsWith(end)) continue;
                for (var line : Files.readAllLines(file)) {
                    if (line.isBlank() || line.startsWith("#")) continue;
                    assertThat(line)
                            .as(name + ": one text is one line, key=text")
                            .contains("=")
                            .doesNotEndWith("\\");
                    var at = line.indexOf('=');
                    lines.add(new Line(
                            name.substring(0, name.length() - end.length()),
                            line.substring(0, at).strip(),
                            unescaped(line.substring(at + 1))));
                }
            }
        }
        return lines;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\:", ":").replace("\\=", "=");
    }
}
