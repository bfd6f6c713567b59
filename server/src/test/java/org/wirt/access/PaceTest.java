package org.wirt.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void whoAsksTooOftenIsHeldUpAndNobodyElseIs() {
        var pace = new Pace(3);
        for (int left = 2; left >= 0; left--) {
            var asked = pace.ask("Abrechnung");
            assertThat(asked.granted()).isTrue();
            assertThat(asked.left()).isEqualTo(left);
        }
        var refused = pace.ask("Abrechnung");
        assertThat(refused.granted()).isFalse();
        assertThat(Pace.seconds(refused.again())).isBetween(1L, 20L);
        assertThat(pace.ask("jemand anders").granted()).isTrue();
    }
}
