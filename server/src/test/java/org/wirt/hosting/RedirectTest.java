package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirt.hosting.Redirect.Mode;
import org.wirt.value.WebAddress;

class RedirectTest {

    @Test
    void aVisitorComesToThePageOfTheSameName() {
        assertThat(to("https://neu.example").location("/preise?jahr=2026"))
                .isEqualTo("https://neu.example/preise?jahr=2026");
        assertThat(to("https://neu.example/shop/").location("/preise")).isEqualTo("https://neu.example/shop/preise");
        assertThat(to("https://neu.example/").location("/?jahr=2026")).isEqualTo("https://neu.example/?jahr=2026");
    }

    @Test
    void theFirstPageIsTheAddressItself() {
        assertThat(to("https://neu.example/start.html").location("/")).isEqualTo("https://neu.example/start.html");
        assertThat(to("https://neu.example").location("")).isEqualTo("https://neu.example");
    }

    @Test
    void onePageStaysOnePage() {
        assertThat(to("https://neu.example/?seite=7").location("/preise")).isEqualTo("https://neu.example/?seite=7");
        assertThat(to("https://neu.example/#ende").location("/preise")).isEqualTo("https://neu.example/#ende");
    }

    private static Redirect to(String target) {
        return new Redirect(new WebAddress(target), Mode.PERMANENT);
    }
}
