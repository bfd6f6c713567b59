package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | 1000      | 1000
            de | 1.000     | 1000
            de | 1.000.000 | 1000000
            de | 1,5       | 1.5
            de | 1.024,25  | 1024.25
            en | 1,000     | 1000
            en | 1.5       | 1.5
            en | 1,024.25  | 1024.25
            ''  | 1.5      | 1.5
            de | 0         | 0
            de | -0        | 0
            """)
    void readsWhatTheReaderWrites(String language, String typed, String number) {
        assertThat(WrittenNumber.read(typed, Locale.forLanguageTag(language))).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | 1.5      | number-unreadable
            de | 1.00     | number-unreadable
            de | 1.0000   | number-unreadable
            de | 10.00.000 | number-unreadable
            de | 0.500    | number-unreadable
            en | 1,5      | number-unreadable
            en | 1,000,00 | number-unreadable
            '' | 1,000    | number-unreadable
            de | 1e3      | number-unreadable
            de | viel     | number-unreadable
            de | 1,       | number-unreadable
            de | -5       | number-negative
            de | -1.000   | number-negative
            """)
    void guessesNothing(String language, String typed, String code) {
        assertThatThrownBy(() -> WrittenNumber.read(typed, Locale.forLanguageTag(language)))
                .hasMessageStartingWith(code);
    }

    @Test
    void aCountHasNoDecimals() {
        assertThat(WrittenNumber.readWhole("1.000", Locale.GERMAN)).isEqualTo(1000);
        assertThatThrownBy(() -> WrittenNumber.readWhole("1.000", Locale.ENGLISH))
                .as("a German thousand is no English one")
                .hasMessageStartingWith("number-form");
        assertThatThrownBy(() -> WrittenNumber.readWhole("99999999999999999999", Locale.GERMAN))
                .hasMessageStartingWith("number-too-large");
    }
}
