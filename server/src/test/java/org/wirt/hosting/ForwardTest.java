package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;
import org.wirt.value.RoomWords;

/// Where a forward may point to.
class ForwardTest {

    private static final String ADDRESS = "info@adler.example";
    private static final Refusal NO_ALIAS = Refusal.invalid("targets", "alias-form");

    private static Refusal wrong(String typed) {
        return catchThrowableOfType(InvalidValue.class, () -> new ForwardTargets(typed))
                .in("targets");
    }

    private static String many(int number) {
        return IntStream.range(0, number).mapToObj(i -> "a" + i + "@b.example").collect(Collectors.joining("\n"));
    }

    private static Refusal refused(Map<String, List<String>> own, String... targets) {
        return ForwardRules.pointsWell(ADDRESS, List.of(targets), own).orElseThrow();
    }

    @Test
    void targetsAreKeptAsServersExchangeThemEachOnce() {
        assertThat(new ForwardTargets(" Karl@Müller.example\r\n\r\nb@c.example, karl@xn--mller-kva.example;\n").list())
                .containsExactly("karl@xn--mller-kva.example", "b@c.example");
        assertThat(new ForwardTargets(many(50)).list()).hasSize(50);
    }

    @Test
    void everyWrongTargetIsNamed() {
        var longDomain =
                "x".repeat(60) + "." + "y".repeat(60) + "." + "z".repeat(60) + "." + "w".repeat(40) + ".example";
        var refusal = wrong("a@b.example\nnobody\n@\n" + "l".repeat(30) + "@" + longDomain);
        assertThat(refusal.code()).isEqualTo("forward-target-form");
        assertThat(refusal.gaps().getFirst().toString())
                .startsWith("nobody, @, lll")
                .doesNotContain("a@b.example");
        assertThat(wrong("1\n2\n3\n4\n5\n6").gaps()).containsExactly("1, 2, 3, 4, 5 …");
        assertThat(wrong(" \n ,").code()).isEqualTo("missing");
        assertThat(wrong(many(51)).code()).isEqualTo("forward-targets-many");
        assertThat(wrong("x".repeat(20_000)).code()).isEqualTo("too-long");
    }

    @Test
    void notToItself() {
        assertThat(refused(Map.of(), "a@b.example", ADDRESS).code()).isEqualTo("forward-to-itself");
    }

    @Test
    void notInACircleOfOnesOwn() {
        var own = Map.of(
                "a@adler.example", List.of("x@y.example", "b@adler.example"),
                "b@adler.example", List.of("a@adler.example", ADDRESS));
        var refusal = refused(own, "somebody@y.example", "a@adler.example");
        assertThat(refusal.code()).isEqualTo("forward-circle");
        assertThat(refusal.gaps()).containsExactly(ADDRESS + " → a@adler.example → b@adler.example → " + ADDRESS);
    }

    @Test
    void whatOnlyMeetsAgainOrCirclesElsewhereIsAllowed() {
        var own = Map.of(
                "a@adler.example",
                List.of("x@y.example", "c@adler.example"),
                "b@adler.example",
                List.of("x@y.example"),
                "c@adler.example",
                List.of("a@adler.example"),
                ADDRESS,
                List.of("old@y.example"));
        assertThat(ForwardRules.pointsWell(ADDRESS, List.of("a@adler.example", "b@adler.example"), own))
                .isEmpty();
    }

    @Test
    void anAliasLeadsToOneAddressOfItsDomain() {
        assertThat(ForwardRules.isAlias(ADDRESS, List.of("a@adler.example"), false))
                .isEmpty();
        assertThat(ForwardRules.isAlias(ADDRESS, List.of("a@other.example"), false))
                .contains(NO_ALIAS);
        assertThat(ForwardRules.isAlias(ADDRESS, List.of("a@x.adler.example"), false))
                .contains(NO_ALIAS);
        assertThat(ForwardRules.isAlias(ADDRESS, List.of("a@adler.example", "b@adler.example"), false))
                .contains(NO_ALIAS);
        assertThat(ForwardRules.isAlias(ADDRESS, List.of("a@adler.example"), true))
                .contains(NO_ALIAS);
    }

    @Test
    void everyRefusalIsASentenceInBothLanguages() {
        var circle = Map.of("a@adler.example", List.of(ADDRESS));
        var refusals = Stream.of(
                        wrong("nobody"),
                        wrong(many(51)),
                        refused(Map.of(), ADDRESS),
                        refused(circle, "a@adler.example"),
                        Refusal.invalid("local", "forward-taken"),
                        NO_ALIAS,
                        Refusal.limit("forwards-full", CreateForward.MOST))
                .toList();
        var words = new RoomWords("hosting");
        for (var language : RoomWords.languages()) {
            for (var refusal : refusals)
                assertThat(words.sentence(refusal, language)).endsWith(".").doesNotContain("{");
        }
    }

    @Test
    void mailForNobodyComesBackOverNoNameThatNobodyHas() {
        var nobodys = "*@adler.example";
        var own = Map.of("info@adler.example", List.<String>of(), "a@adler.example", List.of("b@adler.example"));
        for (var wrong : List.of("niemand@adler.example", "a@adler.example", nobodys))
            assertThat(ForwardRules.pointsWell(nobodys, List.of(wrong), own))
                    .as(wrong)
                    .isPresent();
        for (var good : List.of("info@adler.example", "niemand@other.example"))
            assertThat(ForwardRules.pointsWell(nobodys, List.of(good), own))
                    .as(good)
                    .isEmpty();
        assertThat(ForwardRules.pointsWell(
                        "a@adler.example", List.of("b@adler.example"), Map.of(nobodys, List.of("a@adler.example"))))
                .contains(Refusal.invalid(
                        "targets", "forward-circle", "a@adler.example → b@adler.example → a@adler.example"));
        assertThat(ForwardRules.nobodysIsNoMore("*", true, false)).contains(Refusal.invalid("keep", "forward-nobody"));
        assertThat(ForwardRules.nobodysIsNoMore("*", false, true)).contains(Refusal.invalid("alias", "forward-nobody"));
        assertThat(ForwardRules.nobodysIsNoMore("a", true, true)).isEmpty();
    }
}
