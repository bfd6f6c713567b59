package org.wirt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON as the panel writes it, and as we write it.
class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,-2.50,1e9],\"b\":{\"c\":null,\"d\":true},\"e\":\"ä \\\"x\\\" \\\\\"}",
                "[]",
                "{}",
                "\"\"",
                "[[],{},\"\",0]"
            })
    void whatIsReadIsWrittenAsItWas(String text) {
        assertThat(Json.of(text)).hasToString(text);
    }

    @Test
    void lettersAreReadHoweverTheyAreWritten() {
        assertThat(Json.of(" \"\\u00e4\\n\\/\\ud83d\\ude00\" ").text()).isEqualTo("ä\n/😀");
        assertThat(Json.write(Map.of("a", List.of("\u0001\n", 5L, true))))
                .isEqualTo("{\"a\":[\"\\u0001\\u000a\",5,true]}");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        var json = Json.of("{\"a\":1}");
        assertThat(json.at("b").at("c").text()).isEmpty();
        assertThat(json.at("b").list()).isEmpty();
        assertThat(json.at("a").number()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\" 1}",
                "\"a",
                "tru",
                "1 2",
                "{a:1}",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u-123\"",
                "-",
                "01x"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.of(text)).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void aTrapOfBracketsIsRefused() {
        assertThatThrownBy(() -> Json.of("[".repeat(100_000))).isInstanceOf(Json.Malformed.class);
    }
}
