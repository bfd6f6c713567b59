package org.wirt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the client says by itself, and how it reads names.
class WordsOfTheClientTest {

    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesSayTheSame() {
        var german = Texts.in("de");
        var english = Texts.in("en");
        assertThat(german.keys()).isEqualTo(english.keys());
        for (var key : german.keys())
            assertThat(GAP.matcher(german.of(key))
                            .results()
                            .map(gap -> gap.group())
                            .sorted()
                            .distinct())
                    .as(key)
                    .containsExactlyElementsOf(GAP.matcher(english.of(key))
                            .results()
                            .map(gap -> gap.group())
                            .sorted()
                            .distinct()
                            .toList());
    }

    /// Tools that read such files line by line take whatever begins a line for a key.
    @Test
    void aTextOfSeveralLinesIsIndentedSoThatOnlyKeysBeginOne() throws IOException {
        for (var language : List.of("de", "en")) {
            var keys = Texts.in(language).keys();
            try (var file =
                    Objects.requireNonNull(Texts.class.getResourceAsStream("messages_" + language + ".properties"))) {
                assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
                        .allMatch(line -> line.matches("    \\\\n.+") || keys.contains(line.split("=", 2)[0]));
            }
        }
    }

    @Test
    void everyColumnIsNamed() {
        for (var kind : Kind.ALL)
            for (var column : kind.columns())
                assertThat(Texts.in("de").has("column." + column)).as(column).isTrue();
    }

    @Test
    void namesAreTypedWithHyphens() {
        for (var name : List.of("contactName", "systemUserPassword", "q", "activateByEmail"))
            assertThat(Kebab.camel(Kebab.of(name))).isEqualTo(name);
        assertThat(Kebab.of("systemUserPassword")).isEqualTo("system-user-password");
    }

    @Test
    void aTableIsAsWideAsTheTerminal() {
        var table = new Table(List.of("name", "what"));
        table.add(List.of("Gasthof\u001b[31m Adler", "x".repeat(80)));
        assertThat(table.lines(40))
                .allMatch(line -> line.length() <= 40)
                .last()
                .asString()
                .endsWith("…");
        assertThat(table.lines(0).getLast()).hasSizeGreaterThan(80).doesNotContain("\u001b");
    }

    @Test
    void theBarIsFullAtTheEnd() {
        assertThat(Progress.bar(0, 0)).contains("----");
        assertThat(Progress.bar(5, 10))
                .contains("#".repeat(20) + "-".repeat(20))
                .endsWith("5/10");
        assertThat(Progress.bar(10, 10)).contains("#".repeat(40)).endsWith("10/10");
    }
}
