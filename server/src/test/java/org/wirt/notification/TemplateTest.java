package org.wirt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.value.InvalidValue;
import org.wirt.value.Language;
import org.wirt.value.LetterBody;
import org.wirt.value.LetterSubject;

/// What stands in braces, and nothing else, is a placeholder.
class TemplateTest {

    private static final Set<Placeholder> SOME = Set.of(Placeholder.CONTACT_NAME, Placeholder.CITY, Placeholder.LINK);

    private static List<String> refused(String text, Placeholder... needed) {
        return Template.refusals("body", text, SOME, Set.of(needed)).stream()
                .map(refusal -> refusal.code() + " " + refusal.gaps().getFirst())
                .toList();
    }

    @Test
    void fillsEachPlaceholderEachTime() {
        var text = new Template("{contact_name}, {city} und {contact_name}");
        assertThat(text.placeholders()).containsExactlyInAnyOrder(Placeholder.CONTACT_NAME, Placeholder.CITY);
        assertThat(text.filled(Map.of(Placeholder.CONTACT_NAME, "Adler", Placeholder.CITY, "Ulm")))
                .isEqualTo("Adler, Ulm und Adler");
    }

    @Test
    void whatHasNoValueIsLeftOut() {
        assertThat(new Template("Firma: {company}.").filled(Map.of())).isEqualTo("Firma: .");
    }

    @Test
    void aValueIsNeverReadAsAPlaceholder() {
        var text = new Template("{contact_name}");
        assertThat(text.filled(Map.of(Placeholder.CONTACT_NAME, "{city}", Placeholder.CITY, "Ulm")))
                .isEqualTo("{city}");
        assertThat(text.filled(Map.of(Placeholder.CONTACT_NAME, "{link}"))).isEqualTo("(link)");
        assertThat(text.filled(Map.of(Placeholder.CONTACT_NAME, "$1 \\ $"))).isEqualTo("$1 \\ $");
    }

    /// The link is put in when the letter leaves.
    @Test
    void theLinkStays() {
        assertThat(new Template("Hier: {link}").filled(Map.of(Placeholder.LINK, "x")))
                .isEqualTo("Hier: {link}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<b>fett</b> & <https://example.org/?a=1&b=2>",
                "{}",
                "{",
                "}{",
                "{{{",
                "{über\nzwei Zeilen}",
                "🙂 ’ \" ' %s $1 \\n",
                "Erik: {city}"
            })
    void everythingElseIsText(String text) {
        assertThat(refused(text)).isEmpty();
        assertThat(new Template(text).filled(Map.of(Placeholder.CITY, "{city}")))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{kontaktname}", "{Contact_Name}", "{ contact_name }", "{password}", "{0}", "{contact name}"})
    void anUnknownOneIsNamed(String written) {
        assertThat(refused("Guten Tag " + written)).containsExactly("placeholder-unknown " + written);
    }

    @Test
    void allUnknownOnesAreNamedAtOnceAndOnlyOnce() {
        assertThat(refused("{a} {contact_name} {b} {a}")).containsExactly("placeholder-unknown {a}, {b}");
    }

    /// Known elsewhere is not enough.
    @Test
    void oneOfAnotherLetterIsUnknownHere() {
        assertThat(refused("{reason}")).containsExactly("placeholder-unknown {reason}");
    }

    @Test
    void whatItNeedsMustBeThere() {
        assertThat(refused("Guten Tag", Placeholder.LINK)).containsExactly("placeholder-missing {link}");
        assertThat(refused("Hier: {link}", Placeholder.LINK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void wirtsOwnTextsKeepTheRule(LetterKind kind) {
        for (var language : Language.values()) {
            var text = LetterWords.text(kind, language);
            assertThat(new LetterSubject(text.subject()).text()).isEqualTo(text.subject());
            assertThat(new LetterBody(text.body()).text()).isEqualTo(text.body());
            assertThat(Template.refusals("subject", text.subject(), kind.inSubject(), Set.of()))
                    .isEmpty();
            var needed = kind.inText().contains(Placeholder.LINK) ? Set.of(Placeholder.LINK) : Set.<Placeholder>of();
            assertThat(Template.refusals("body", text.body(), kind.inText(), needed))
                    .isEmpty();
            assertThat(text.subject() + text.body()).doesNotContain("'").doesNotContain("!");
        }
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void noSubjectHasALinkAndNoLetterAPassword(LetterKind kind) {
        assertThat(kind.inSubject()).doesNotContain(Placeholder.LINK, Placeholder.RESOURCES);
        assertThat(kind.inText()).extracting(Placeholder::key).noneMatch(key -> key.contains("password"));
        if (kind.needsLink()) assertThat(kind.inText()).contains(Placeholder.LINK);
    }

    @Test
    void textsHaveBoundsAndNothingHidden() {
        assertThat(new LetterSubject("a".repeat(200)).text()).hasSize(200);
        assertThat(new LetterBody("a".repeat(10_000)).text()).hasSize(10_000);
        assertThat(refusal(() -> new LetterSubject("a".repeat(201)))).isEqualTo("too-long");
        assertThat(refusal(() -> new LetterBody("a".repeat(10_001)))).isEqualTo("too-long");
        assertThat(refusal(() -> new LetterSubject(" \u202E\n"))).isEqualTo("missing");
        assertThat(refusal(() -> new LetterBody("\r\n"))).isEqualTo("missing");
        assertThat(new LetterSubject("Ihr \u202EKonto\r\nBcc: x@example.org").text())
                .isEqualTo("Ihr Konto Bcc: x@example.org");
    }

    private static String refusal(Runnable made) {
        try {
            made.run();
            return "";
        } catch (InvalidValue e) {
            return e.in("field").code();
        }
    }
}
