package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ValueWordsTest {

    private final RoomWords words = new RoomWords("value");

    @Test
    void everyRefusalIsASentenceInBothLanguages() {
        for (var language : RoomWords.languages()) {
            for (var refusal : everyRefusal()) {
                assertThat(words.sentence(refusal, language)).endsWith(".");
            }
        }
    }

    @Test
    void noSentenceIsForgottenOrLeftOver() {
        var codes = everyRefusal().stream().map(Refusal::key).collect(Collectors.toSet());

        for (var language : RoomWords.languages()) {
            assertThat(words.keys(language)).isEqualTo(codes);
        }
    }

    @Test
    void numbersAreWrittenTheReadersWay() {
        var refusal = refusalOf(() -> new Description("x".repeat(10_001)));

        assertThat(words.sentence(refusal, Locale.GERMAN))
                .isEqualTo("Möglich sind höchstens 10.000 Zeichen, Ihre Eingabe hat 10.001. Bitte kürzen Sie sie.");
        assertThat(words.sentence(refusal, Locale.ENGLISH))
                .isEqualTo("At most 10,000 characters are possible, yours are 10,001. Please shorten the text.");
    }

    private static List<Refusal> everyRefusal() {
        var refusals = new ArrayList<Refusal>();
        refusals.add(Refusal.notFound());
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> new ContactName(" "),
                () -> new Company("x".repeat(101)),
                () -> Username.chosen("ab"),
                () -> new Username("a b"),
                () -> new EmailAddress("nobody"),
                () -> new Phone("call me"),
                () -> new Network("10.0.0.0/99"),
                () -> new PostalCode("#1"),
                () -> Username.chosen("Root"),
                () -> new PostalAddress(
                                new Street(""), new City(""), new State(""), new PostalCode("1"), new Country("DE"))
                        .checked(),
                () -> new Country("XX"),
                () -> new DomainName("localhost"),
                () -> new IpAddress("1.2.3"),
                () -> new RecordName("a b"),
                () -> new TargetName("mail"),
                () -> new MailboxLocal("a+b"),
                () -> new AnswerText(" \n"),
                () -> new AnswerSubject("x".repeat(256)),
                () -> new SystemUserName("1a"),
                () -> new SystemUserName("root"),
                () -> new DirectoryName("../etc"),
                () -> new TimeZoneName("Europe/Hogwarts"),
                () -> Language.of("tlh"),
                () -> new WebHookUrl("ftp://example.org"),
                () -> new WebAddress("ftp://example.org"),
                () -> new WebHookSecret("whsec_c2hvcnQ="),
                () -> new Causes(1))) {
            refusals.add(refusalOf(wrong));
        }
        refusals.add(PasswordStrength.STRONG.check("short").orElseThrow());
        refusals.add(PasswordStrength.STRONG.check("onlysmallletters").orElseThrow());
        refusals.add(PasswordStrengthTest.leaked().orElseThrow());
        refusals.add(PasswordStrength.STRONG
                .check("Adler-1234567", new Username("adler"))
                .orElseThrow());
        refusals.add(PasswordStrength.checkForServices("x".repeat(73)).orElseThrow());
        refusals.add(PasswordStrength.checkForServices("Sommer.Dachs.61 ").orElseThrow());
        return refusals;
    }

    private static Refusal refusalOf(ThrowingCallable wrong) {
        return catchThrowableOfType(InvalidValue.class, wrong).in("field");
    }
}
