package org.wirt.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirt.database.StartRefused;

class FirstAdministratorTest {

    @Test
    void aWeakPasswordIsRefusedInASentence() {
        var why = FirstAdministrator.refusal("abcd").orElseThrow();

        assertThat(StartRefused.because("WIRT_ADMIN_PASSWORD", why))
                .hasMessage("WIRT_ADMIN_PASSWORD: The password has 4 characters, at least 12 are required. "
                        + "Make it longer, or use a phrase of 20 characters or more.");
    }
}
