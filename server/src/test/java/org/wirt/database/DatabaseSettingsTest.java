package org.wirt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {

    @Test
    void areTheEmbeddedServerUnlessSaidOtherwise() {
        assertThat(from(Map.of())).isEqualTo(new DatabaseSettings(15432, 16, Optional.empty()));
    }

    @Test
    void nameAnExternalServerWithItsTwoLogins() {
        var settings = from(Map.of(
                "WIRT_DATABASE_URL", "jdbc:postgresql://db/wirt",
                "WIRT_DATABASE_OWNER_PASSWORD", "one",
                "WIRT_DATABASE_PASSWORD", "two"));

        assertThat(settings.external())
                .contains(new DatabaseSettings.External(
                        "jdbc:postgresql://db/wirt", new Login("wirt_owner", "one"), new Login("wirt_app", "two")));
    }

    @Test
    void sayWhichPasswordIsMissing() {
        assertThatThrownBy(() -> from(Map.of("WIRT_DATABASE_URL", "jdbc:postgresql://db/wirt")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("WIRT_DATABASE_OWNER_PASSWORD");
    }

    @Test
    void refuseAPortThatIsNone() {
        assertThatThrownBy(() -> from(Map.of("WIRT_DATABASE_PORT", "70000")))
                .hasMessageContaining("WIRT_DATABASE_PORT");
        assertThatThrownBy(() -> from(Map.of("WIRT_DATABASE_PORT", "x"))).hasMessageContaining("WIRT_DATABASE_PORT");
    }

    @Test
    void neverShowAPassword() {
        assertThat(new Login("wirt_app", "secret-word").toString()).doesNotContain("secret-word");
    }

    private static DatabaseSettings from(Map<String, String> words) {
        return DatabaseSettings.from(new Settings(words::get));
    }
}
