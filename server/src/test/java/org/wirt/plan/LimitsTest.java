package org.wirt.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void thatAreAbsentAreUnlimited() {
        assertThat(Limits.NONE.get("disk_space")).isEqualTo(Limits.UNLIMITED);
        assertThat(Limits.united(List.of(limits("max_box", 3), Limits.NONE)).get("max_box"))
                .isEqualTo(-1);
    }

    @Test
    void areAddedUpAndUnlimitedWins() {
        assertThat(united("max_box", 3, 4)).isEqualTo(7);
        assertThat(united("max_box", 3, -1)).isEqualTo(-1);
        assertThat(united("max_box", 0, 0)).isZero();
    }

    @Test
    void ofASingleItemAreTheLargest() {
        assertThat(united("mbox_quota", 3, 4)).isEqualTo(4);
        assertThat(united("mbox_quota", 3, -1)).isEqualTo(-1);
    }

    @Test
    void neverOverflow() {
        assertThat(united("disk_space", Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(united("disk_space", Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void ofNothingAreNothing() {
        assertThat(Limits.united(List.of()).values().values()).isNotEmpty().containsOnly(0L);
    }

    @Test
    void thatTheCatalogueDoesNotKnowAreKept() {
        assertThat(united("ext_limit_sites", 3, 4)).isEqualTo(7);
        assertThat(limits("ext_limit_sites", 3).finite()).containsExactly(Catalogue.limit("ext_limit_sites"));
    }

    @Test
    void leaveARestThatIsNeverNegative() {
        var held = new Limits(Map.of("max_box", 10L, "max_db", 5L, "max_site", 5L));
        var granted = new Limits(Map.of("max_box", 4L, "max_db", 9L, "max_site", -1L));

        assertThat(held.minus(granted).values())
                .containsOnly(Map.entry("max_box", 6L), Map.entry("max_db", 0L), Map.entry("max_site", 0L));
    }

    @Test
    void nameWhatDoesNotFit() {
        var needed = new Limits(Map.of("max_box", 4L, "max_db", -1L, "max_site", 9L));
        var offered = new Limits(Map.of("max_box", 4L, "max_db", 100L));

        assertThat(needed.shortagesIn(offered))
                .containsExactly(new Shortage(
                        new Amount(Catalogue.limit("max_db"), -1), new Amount(Catalogue.limit("max_db"), 100)));
        assertThat(needed.fitIn(Limits.NONE)).isTrue();
    }

    @Test
    void areWrittenAndReadAsJson() {
        var limits = new Limits(Map.of("max_site", -1L, "disk_space", 10_737_418_240L));

        assertThat(limits.json()).isEqualTo("{\"disk_space\":10737418240,\"max_site\":-1}");
        assertThat(Limits.of(limits.json())).isEqualTo(limits);
        assertThatThrownBy(() -> Limits.of("[1]")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Limits limits(String key, long value) {
        return Limits.NONE.with(key, value);
    }

    private static long united(String key, long a, long b) {
        return Limits.united(List.of(limits(key, a), limits(key, b))).get(key);
    }
}
