package org.wirt.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wirt.speech.Texts;

class StatusTest {

    private final Texts t = Texts.load(Locale.GERMAN);

    @Test
    void nothingIsSaidTwice() {
        assertThat(new Status(Status.Kind.EXPIRED, List.of("Abgelaufen")).tooltip(t))
                .isEqualTo("Abgelaufen");
        assertThat(new Status(Status.Kind.SECURITY, List.of("Sicherheitssperre", "Abgelaufen")).tooltip(t))
                .isEqualTo("Sicherheitssperre: Abgelaufen");
    }

    @Test
    void aReasonSaysOnlyWhatTheWordDoesNot() {
        var reason = new StatusReason(Status.Kind.SECURITY, "Sicherheitssperre: Spam", "admin", null, null, null);
        assertThat(reason.beside("Sicherheitssperre")).isEqualTo("Spam");
        assertThat(reason.beside("Gesperrt")).isEqualTo("Sicherheitssperre: Spam");
    }
}
