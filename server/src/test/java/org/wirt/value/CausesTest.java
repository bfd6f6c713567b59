package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirt.value.Cause.ADMIN;
import static org.wirt.value.Cause.EXPIRED;
import static org.wirt.value.Cause.PARENT;
import static org.wirt.value.Cause.REMOVED;
import static org.wirt.value.Cause.SECURITY;
import static org.wirt.value.Cause.WEB_OFF;

import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void areTheSumOfTheirCodes() {
        assertThat(Causes.of(ADMIN, EXPIRED).bits()).isEqualTo(272);
        assertThat(new Causes(272).list()).containsExactly(ADMIN, EXPIRED);
    }

    @Test
    void comeAndGoOneByOne() {
        var both = Causes.NONE.with(ADMIN).with(EXPIRED).with(ADMIN);

        assertThat(both.without(ADMIN)).isEqualTo(Causes.of(EXPIRED));
        assertThat(both.without(ADMIN).without(EXPIRED).isActive()).isTrue();
    }

    @Test
    void showTheWorst() {
        assertThat(Causes.of(EXPIRED, PARENT, SECURITY).worst()).contains(SECURITY);
        assertThat(Causes.of(ADMIN, REMOVED).worst()).contains(REMOVED);
        assertThat(Causes.NONE.worst()).isEmpty();
    }

    @Test
    void areDarkByTheMaskOfTheNodeViews() {
        assertThat(Causes.DARK).isEqualTo(1908);
        assertThat(Causes.of(ADMIN).isDark()).isTrue();
        assertThat(Causes.of(PARENT, WEB_OFF, REMOVED).isDark()).isFalse();
    }

    @Test
    void haveNoUnknownCode() {
        assertThatThrownBy(() -> new Causes(128)).isInstanceOf(InvalidValue.class);
    }
}
