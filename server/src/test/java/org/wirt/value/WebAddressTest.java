package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @Test
    void isKeptAsBrowsersSendIt() {
        assertThat(new WebAddress(" HTTPS://Example.ORG:8443/a/B?c=d@e#f ").text())
                .isEqualTo("https://example.org:8443/a/B?c=d@e#f");
        assertThat(new WebAddress("https://bücher.example/ä").text()).isEqualTo("https://xn--bcher-kva.example/%C3%A4");
        assertThat(new WebAddress("http://[2001:db8::1]/").host()).isEqualTo("[2001:db8::1]");
    }

    @Test
    void withoutASchemeIsMeantAsHttp() {
        assertThat(new WebAddress("example.org/shop").text()).isEqualTo("http://example.org/shop");
        assertThat(new WebAddress("example.org:8080").text()).isEqualTo("http://example.org:8080");
        assertThat(new WebAddress("example.org/?from=https://other.example").host())
                .isEqualTo("example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "https://",
                "https:///path",
                "https://user@example.org/",
                "https://user:secret@example.org/",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://exa mple.org/",
                "https://example.org/a\nb",
                "javascript:alert(1)",
                "javascript://example.org/%0aalert(1)",
                "data:text/html,x",
                "https://example.org\\@evil.example/",
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> new WebAddress(text)).isInstanceOf(InvalidValue.class);
    }
}
