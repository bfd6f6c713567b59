package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.value.PasswordStrength.MEDIUM;
import static org.wirt.value.PasswordStrength.STRONG;
import static org.wirt.value.PasswordStrength.VERY_STRONG;
import static org.wirt.value.PasswordStrength.VERY_WEAK;
import static org.wirt.value.PasswordStrength.WEAK;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordStrengthTest {

    @Test
    void hasFiveLevels() {
        assertThat(PasswordStrength.of("kurz")).isEmpty();
        assertThat(PasswordStrength.of("gasthofa")).contains(VERY_WEAK);
        assertThat(PasswordStrength.of("gasthof7")).contains(WEAK);
        assertThat(PasswordStrength.of("Gasthof-77")).contains(MEDIUM);
        assertThat(PasswordStrength.of("Gasthof-7788")).contains(STRONG);
        assertThat(PasswordStrength.of("Gasthof-77889900")).contains(VERY_STRONG);
    }

    @Test
    void requiresStrongUnlessToldOtherwise() {
        assertThat(PasswordStrength.USUAL).isEqualTo(STRONG);
    }

    @Test
    void takesAPhraseOfTwentyCharactersAtAnyLevel() {
        assertThat(VERY_STRONG.check("der adler fliegt im mai")).isEmpty();
        assertThat(VERY_STRONG.check("correct horse battery staple")).isEmpty();
    }

    @Test
    void takesNoRunOfOneLetterForAPhrase() {
        assertThat(STRONG.check("a".repeat(30))).isPresent();
    }

    @Test
    void namesTheRuleThatFails() {
        assertThat(code(STRONG.check("Gasthof-7"))).isEqualTo("password-too-short");
        assertThat(code(STRONG.check("gasthofadler"))).isEqualTo("password-classes");
        assertThat(code(STRONG.check("gasthofadler7"))).isEqualTo("password-classes");
        assertThat(code(VERY_STRONG.check("Gasthofadler7788"))).isEqualTo("password-classes");
        assertThat(code(leaked())).isEqualTo("password-leaked");
    }

    @Test
    void readsTheListOfLeakedPasswordsWhateverTheirCase() {
        assertThat(FrequentPasswords.contain("CorrectHorseBatteryStaple")).isTrue();
        assertThat(FrequentPasswords.contain("Gasthof-7788")).isFalse();
    }

    @Test
    void refusesThePasswordThatContainsTheUsername() {
        assertThat(code(STRONG.check("my-ADLER-12345", new Username("Adler")))).isEqualTo("password-has-username");
        assertThat(code(STRONG.check("der adler fliegt im mai", new Username("adler"))))
                .isEqualTo("password-has-username");
        assertThat(STRONG.check("Gasthof-7788", new Username("a"))).isEmpty();
    }

    @Test
    void countsBytesForFtpAndMail() {
        assertThat(PasswordStrength.checkForServices("ä".repeat(36))).isEmpty();
        assertThat(code(PasswordStrength.checkForServices("ä".repeat(37)))).isEqualTo("password-too-long");
        for (var unsendable : new String[] {"Sommer.Dachs.61 ", " Sommer.Dachs.61", "Sommer\nDachs.61"})
            assertThat(code(PasswordStrength.checkForServices(unsendable)))
                    .as(unsendable)
                    .isEqualTo("password-unsendable");
        assertThat(PasswordStrength.checkForServices("Sommer Dachs 61")).isEmpty();
    }

    /// Three kinds of characters and twelve of them, but in the list as password1234.
    static Optional<Refusal> leaked() {
        return STRONG.check("Password1234");
    }

    private static String code(Optional<Refusal> refusal) {
        return refusal.orElseThrow().code();
    }
}
