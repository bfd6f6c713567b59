package org.wirt.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirt.value.InvalidValue;
import org.wirt.value.RoomWords;

class CatalogueTest {

    private final RoomWords words = new RoomWords("plan");

    @Test
    void everyKeyHasALabelInBothLanguages() {
        for (var language : RoomWords.languages()) {
            Stream.of(Catalogue.limits(), Catalogue.permissions())
                    .flatMap(List::stream)
                    .forEach(key -> assertThat(words.spoken(key, language)).isNotBlank());
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(words.keys(Locale.GERMAN)).isEqualTo(words.keys(Locale.ENGLISH));
    }

    @Test
    void anUnknownKeyIsItsOwnLabel() {
        assertThat(words.spoken(Catalogue.limit("ext_limit_sites"), Locale.GERMAN))
                .isEqualTo("ext_limit_sites");
        assertThat(words.spoken(Catalogue.permission("ext_permission_x"), Locale.GERMAN))
                .isEqualTo("ext_permission_x");
    }

    @Test
    void anAmountIsSaidTheReadersWay() {
        assertThat(said("disk_space", 60L << 30)).isEqualTo("60\u00a0GB");
        assertThat(said("disk_space", 3L << 29)).isEqualTo("1,5\u00a0GB");
        assertThat(said("max_site", 12_000)).isEqualTo("12.000");
        assertThat(said("max_site", -1)).isEqualTo("unbegrenzt");
        assertThat(said("cpu", 50)).isEqualTo("50\u00a0%");
        assertThat(said("io", 1 << 20)).isEqualTo("1\u00a0MB/s");
        assertThat(said("out_msgs_box", 300)).isEqualTo("300");
    }

    private String said(String key, long value) {
        return words.spoken(new Amount(Catalogue.limit(key), value), Locale.GERMAN);
    }

    @Test
    void aLimitBelowUnlimitedIsNone() {
        var refusal = catchThrowableOfType(InvalidValue.class, () -> Limits.NONE.with("max_site", -2))
                .in("max_site");

        assertThat(words.sentence(refusal, Locale.ENGLISH)).startsWith("The value for Domains is too small.");
        assertThat(words.sentence(refusal, Locale.GERMAN)).startsWith("Der Wert für Domains ist zu klein.");
    }
}
