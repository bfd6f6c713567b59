package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wirt.value.Refused;

class MailboxQuotaTest {

    @Test
    void isTypedInTheReadersLanguage() {
        assertThat(new CreateMailbox.Quota("1.000", Locale.GERMAN).bytes()).hasValue(1000L << 20);
        assertThat(new CreateMailbox.Quota("1,000", Locale.ENGLISH).bytes()).hasValue(1000L << 20);
        assertThat(new CreateMailbox.Quota("", Locale.GERMAN).bytes()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithIt() {
        assertThat(wrong("1.00")).isEqualTo("number-unreadable");
        assertThat(wrong("1,5")).isEqualTo("number-form");
        assertThat(wrong("-5")).isEqualTo("number-negative");
        assertThat(wrong("0")).isEqualTo("number-positive");
        assertThat(wrong("99999999999999999")).isEqualTo("number-too-large");
    }

    private static String wrong(String typed) {
        var refused = new Refused[1];
        assertThatThrownBy(() -> new CreateMailbox.Quota(typed, Locale.GERMAN))
                .isInstanceOfSatisfying(Refused.class, e -> refused[0] = e);
        return refused[0].first().code();
    }
}
