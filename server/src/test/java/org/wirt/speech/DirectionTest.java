package org.wirt.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectionTest {

    private final Texts t = new Texts(
            Locale.GERMAN,
            ZoneOffset.UTC,
            Map.of("simple", "„{0}“ ist gesperrt.", "quoted", "„{0}“ ist ''wirklich'' gesperrt.")::get);

    @Test
    void aNameThatTurnsRoundStaysWithinItsQuotes() {
        assertThat(t.of("simple", "Evil\u202Egnp.exe")).isEqualTo("„\u2068Evil\u202Egnp.exe\u2069“ ist gesperrt.");
        assertThat(t.of("quoted", "Evil\u202Egnp.exe"))
                .isEqualTo("„\u2068Evil\u202Egnp.exe\u2069“ ist 'wirklich' gesperrt.");
        assertThat(t.of("simple", "מלון")).isEqualTo("„\u2068מלון\u2069“ ist gesperrt.");
    }

    @Test
    void aNameCannotLeaveItsIsolation() {
        assertThat(t.of("simple", "A\u2069\u202EB")).isEqualTo("„\u2068A\u202EB\u2069“ ist gesperrt.");
        assertThat(t.of("simple", "A\u2067B")).isEqualTo("„\u2068A\u2067B\u2069\u2069“ ist gesperrt.");
    }

    @Test
    void otherNamesStayAsTheyAre() {
        assertThat(t.of("simple", "Gasthof Ödön & Söhne 🍺 № 5"))
                .isEqualTo("„Gasthof Ödön & Söhne 🍺 № 5“ ist gesperrt.");
    }
}
