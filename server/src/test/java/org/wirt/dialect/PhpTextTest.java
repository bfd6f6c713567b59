package org.wirt.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/// What PHP reads back by `unserialize`.
class PhpTextTest {

    @Test
    void aTextStandsBehindItsLengthInBytes() {
        assertThat(PhpText.of("")).isEqualTo("s:0:\"\";");
        assertThat(PhpText.of("Wirt")).isEqualTo("s:4:\"Wirt\";");
        assertThat(PhpText.of("Gäste 🍺")).isEqualTo("s:11:\"Gäste 🍺\";");
    }

    @Test
    void whatLooksLikeTheEndOfATextEndsNone() {
        assertThat(PhpText.of("a\";s:1:\"b")).isEqualTo("s:9:\"a\";s:1:\"b\";");
    }

    @Test
    void arraysKeepTheirOrderAndHoldOthers() {
        var inner = new LinkedHashMap<String, Object>();
        inner.put("z", "1");
        inner.put("a", "2");
        var outer = new LinkedHashMap<String, Object>();
        outer.put("nodes", inner);
        outer.put("none", new LinkedHashMap<String, Object>());
        assertThat(PhpText.of(outer))
                .isEqualTo("a:2:{s:5:\"nodes\";a:2:{s:1:\"z\";s:1:\"1\";s:1:\"a\";s:1:\"2\";}s:4:\"none\";a:0:{}}");
    }
}
