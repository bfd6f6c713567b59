package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebHookUrlTest {

    @Test
    void isKeptAsItIsSentTo() {
        assertThat(new WebHookUrl(" HTTPS://Example.ORG:8443/a/B?c=d@e ").text())
                .isEqualTo("https://example.org:8443/a/B?c=d@e");
        assertThat(new WebHookUrl("https://bücher.example/ä").text()).isEqualTo("https://xn--bcher-kva.example/%C3%A4");
        assertThat(new WebHookUrl("http://[2001:db8::1]/").host()).isEqualTo("2001:db8::1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://example.org/",
                "https://",
                "https:///path",
                "https://user@example.org/",
                "https://user:secret@example.org/",
                "https://example.org/#part",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://exa mple.org/",
                "javascript:alert(1)",
                "https://example.org\\@evil.example/",
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> new WebHookUrl(text)).isInstanceOf(InvalidValue.class);
    }
}
