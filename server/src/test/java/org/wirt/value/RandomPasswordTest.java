package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomPasswordTest {

    private static final int SOME = 200;

    @Test
    void eachMeetsTheHighestLevelAndFitsEveryService() {
        assertThat(Stream.generate(RandomPassword::make).limit(SOME))
                .allMatch(made -> PasswordStrength.of(made).orElseThrow() == PasswordStrength.VERY_STRONG)
                .allMatch(made -> PasswordStrength.checkForServices(made).isEmpty())
                .doesNotHaveDuplicates();
    }

    @Test
    void noNameOfASystemUserIsMadeTwice() {
        assertThat(Stream.generate(SystemUserName::random).limit(SOME)).doesNotHaveDuplicates();
    }
}
