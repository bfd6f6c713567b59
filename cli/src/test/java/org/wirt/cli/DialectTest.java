package org.wirt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirt.cli.Typing.Told;

/// Words of scripts that were written for another panel.
class DialectTest {

    @TempDir
    private Path home;

    private Typing script;

    @BeforeEach
    void aPanel() {
        script = new Typing(home)
                .answers(
                        "POST /api/v2/cli/customer/call",
                        200,
                        "{\"code\":0,\"stdout\":\"SUCCESS: Creation of customer 'adler' completed.\\n\",\"stderr\":\"\"}")
                .answers("POST /api/v2/cli/site/call", 200, "{\"code\":2,\"stdout\":\"\",\"stderr\":\"unknown\"}");
    }

    @AfterEach
    void gone() {
        script.close();
    }

    @Test
    void wordsGoAsTheyAreAndOutputComesBack() {
        script.variables.put("PSA_PASSWORD", "Sommer.Dachs.61");
        var told = script.type("plesk", "bin", "customer", "--create", "adler", "-passwd", "", "-notify", "false");
        assertThat(told).isEqualTo(new Told(0, "SUCCESS: Creation of customer 'adler' completed.\n", ""));
        assertThat(script.last().body())
                .isEqualTo("{\"params\":[\"--create\",\"adler\",\"-passwd\",\"\",\"-notify\",\"false\"],"
                        + "\"env\":{\"PSA_PASSWORD\":\"Sommer.Dachs.61\"}}");
        assertThat(script.last().headers())
                .containsEntry("x-api-key", "wirt_token")
                .doesNotContainKey("authorization");
    }

    @Test
    void bothNamesAreTheSameAndItsOptionsAreNotOurs() {
        assertThat(script.type("--url", script.url(), "bin", "customer", "--list", "--json", "--url", "x")
                        .code())
                .isZero();
        assertThat(script.last().body()).isEqualTo("{\"params\":[\"--list\",\"--json\",\"--url\",\"x\"],\"env\":{}}");
    }

    @Test
    void itsExitCodeIsOurs() {
        assertThat(script.type("plesk", "site", "--info", "x")).isEqualTo(new Told(2, "", "unknown\n"));
    }

    @Test
    void aTokenThatIsNotTakenIsSaidInThePanelsWords() {
        script.answers("POST /api/v2/cli/customer/call", 401, "{\"code\":11003,\"message\":\"The key is unknown.\"}");
        assertThat(script.type("bin", "customer", "--list")).isEqualTo(new Told(1, "", "The key is unknown.\n"));
    }

    @Test
    void aProgramThatIsNotThereIsAFailure() {
        assertThat(script.type("plesk", "wordpress", "--list"))
                .isEqualTo(new Told(1, "", "There is no utility wordpress.\n"));
        assertThat(script.type("plesk").code()).isEqualTo(1);
        assertThat(script.type("plesk", "../../v1/verbs").code()).isEqualTo(1);
        assertThat(script.asked).hasSize(1);
    }

    @Test
    void aTypedPasswordIsTakenWithAWarning() {
        var told = script.type("plesk", "customer", "--create", "adler", "-passwd", "Geheim.1");
        assertThat(told.code()).isZero();
        assertThat(told.err()).contains("-passwd", "PSA_PASSWORD").doesNotContain("Geheim");
        assertThat(script.last().body()).contains("Geheim.1");
    }
}
