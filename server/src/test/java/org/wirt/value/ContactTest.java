package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @Test
    void aNameIsStrippedComposedAndFreeOfHiddenCharacters() {
        assertThat(new ContactName("\u00a0 Jo\u0308rg\u202e \u200bAdler\t").text())
                .isEqualTo("Jörg Adler");
        assertThat(new ContactName("Jörg\nAdler").text()).isEqualTo("Jörg Adler");
        assertThat(new ContactName("Familie 👨\u200d👩\u200d👧").text()).contains("\u200d");
    }

    @Test
    void aNameOfNothingVisibleIsMissing() {
        assertThatThrownBy(() -> new ContactName("\u200e\u200d \u3000\u0000")).hasMessageContaining("missing");
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(new ContactName("👍".repeat(100)).text()).hasSize(200);
        assertThatThrownBy(() -> new ContactName("👍".repeat(101))).hasMessageContaining("too-long[100, 101]");
    }

    @Test
    void halfACharacterIsDropped() {
        assertThat(new Company("Adler\ud83d GmbH").text()).isEqualTo("Adler GmbH");
    }

    @Test
    void aDescriptionKeepsItsLines() {
        assertThat(new Description(" eins\r\n\tzwei\rdrei\u0007 ").text()).isEqualTo("eins\n\tzwei\ndrei");
    }

    @ParameterizedTest
    @CsvSource({
        "Jörg.Adler@x.example, ",
        "a..b@x.example, ",
        ".a@x.example, ",
        "a@localhost, ",
        "a@@x.example, ",
        "a b@x.example, ",
        "@x.example, ",
        "a@, ",
        "Info@MÜLLER.example, Info@müller.example",
        "o'neill+box@x.example, o'neill+box@x.example"
    })
    void anEmailAddressHasAnAsciiPartAndADomain(String typed, String text) {
        if (text == null) assertThatThrownBy(() -> new EmailAddress(typed)).hasMessageContaining("email-form");
        else assertThat(new EmailAddress(typed).text()).isEqualTo(text);
    }

    @Test
    void anEmailAddressTravelsInAscii() {
        assertThat(new EmailAddress("Info@müller.example").ascii()).isEqualTo("Info@xn--mller-kva.example");
        assertThat(new EmailAddress("Info@müller.example").key()).isEqualTo("info@xn--mller-kva.example");
        assertThat(EmailAddress.optional(" ")).isEmpty();
        assertThatThrownBy(() -> new EmailAddress("a@" + "b".repeat(63) + ".example".repeat(30)))
                .hasMessageContaining("too-long");
    }

    @Test
    void aPhoneNumberHasDigitsAndFewSigns() {
        assertThat(new Phone("+49 (0)30\u00a0123\u201345/6").text()).isEqualTo("+49 (0)30 123-45/6");
        assertThat(new Phone("").text()).isEmpty();
        assertThatThrownBy(() -> new Phone("030 12a")).hasMessageContaining("phone-form");
        assertThatThrownBy(() -> new Phone("---")).hasMessageContaining("phone-form");
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 10115",
        "DE, D-10115",
        "AT, 1010",
        "CH, CH-8001",
        "US, 10001",
        "US, 10001-1234",
        "GB, sw1a 1aa",
        "GB, M1 1AE",
        "NL, 1012 AB",
        "JP, 100-0001",
        "'', anything",
        "DE, ''"
    })
    void aPostalCodeLooksLikeOneOfItsCountry(String country, String code) {
        assertThat(address(country, code).checked()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"DE, 1011", "AT, 10115", "CH, 80011", "US, 1000", "GB, 12345"})
    void aPostalCodeOfAnotherCountryIsRefusedByFormsOnly(String country, String code) {
        var address = address(country, code);

        assertThatThrownBy(address::checked).hasMessageContaining("postal-code-form");
    }

    private static PostalAddress address(String country, String code) {
        return new PostalAddress(
                new Street(""), new City(""), new State(""), new PostalCode(code), new Country(country));
    }

    @Test
    void aCountryIsTwoLettersOrNone() {
        assertThat(new Country("de").code()).isEqualTo("DE");
        assertThat(new Country("DE").nameIn(Locale.GERMAN)).isEqualTo("Deutschland");
        assertThat(Country.NONE.nameIn(Locale.GERMAN)).isEmpty();
        assertThatThrownBy(() -> new Country("Germany")).hasMessageContaining("country-unknown");
    }

    @Test
    void aTimeZoneIsARegion() {
        assertThat(new TimeZoneName("Europe/Berlin").zone().getId()).isEqualTo("Europe/Berlin");
        assertThatThrownBy(() -> new TimeZoneName("Berlin")).hasMessageContaining("time-zone-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "DE", "de-AT", "de_DE"})
    void aLanguageIsFoundByItsTag(String tag) {
        assertThat(Language.of(tag)).isEqualTo(Language.DE);
    }

    @Test
    void anAddressIsWrittenAsOnAnEnvelope() {
        assertThat(PostalAddress.envelope("Lange Gasse 3", "24937", "Flensburg", "", "DE", Locale.GERMAN))
                .containsExactly("Lange Gasse 3", "24937 Flensburg", "Deutschland");
        assertThat(PostalAddress.envelope("", "", "", "", "", Locale.ENGLISH)).isEmpty();
    }
}
