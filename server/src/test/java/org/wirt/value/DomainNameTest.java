package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "Gasthof-Adler.DE, gasthof-adler.de, gasthof-adler.de",
        "gasthof-adler.de., gasthof-adler.de, gasthof-adler.de",
        "MÜLLER.example, xn--mller-kva.example, müller.example",
        "mu\u0308ller.example, xn--mller-kva.example, müller.example",
        "XN--MLLER-KVA.example, xn--mller-kva.example, müller.example",
        "straße.de, xn--strae-oqa.de, straße.de",
        "例え。テスト, xn--r8jz45g.xn--zckzah, 例え.テスト",
        "παράδειγμα.ελ, xn--hxajbheg2az3al.xn--qxam, παράδειγμα.ελ",
        "bücher.xn--p1ai, xn--bcher-kva.xn--p1ai, bücher.рф",
        "1und1.de, 1und1.de, 1und1.de"
    })
    void hasOneAsciiFormAndOneForReaders(String typed, String ascii, String display) {
        var name = new DomainName(typed);

        assertThat(name.ascii()).isEqualTo(ascii);
        assertThat(name.display()).isEqualTo(display);
        assertThat(new DomainName(name.display())).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "a..example",
                ".example.de",
                "-a.example",
                "a-.example",
                "a_b.example",
                "a b.example",
                "192.168.0.1",
                "10.1",
                "a.0x7f",
                "[::1]",
                "http://a.example",
                "a.example/x",
                "ab--c.example",
                "xn--.example",
                "xn--abc-.example",
                "xn--99999999999.example",
                "xn--mller-kva9.example.",
                "💩.example",
                "*.example.de"
            })
    void refusesWhatIsNone(String typed) {
        assertThatThrownBy(() -> new DomainName(typed)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void hasAtMost63CharactersALabelAnd253InAll() {
        assertThat(new DomainName("a".repeat(63) + ".example").ascii()).hasSize(71);
        assertThatThrownBy(() -> new DomainName("a".repeat(64) + ".example")).isInstanceOf(InvalidValue.class);
        assertThat(new DomainName("ab.".repeat(83) + "abcd").ascii()).hasSize(253);
        assertThatThrownBy(() -> new DomainName("ab.".repeat(84) + "ab")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void liesBelowAnother() {
        assertThat(new DomainName("shop.adler.example").isBelow(new DomainName("adler.example")))
                .isTrue();
        assertThat(new DomainName("badler.example").isBelow(new DomainName("adler.example")))
                .isFalse();
    }
}
