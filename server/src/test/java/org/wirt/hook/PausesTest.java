package org.wirt.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {

    /// Chance that always says the same.
    private static Pauses saying(double chance) {
        return Pauses.usual(new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        });
    }

    @Test
    void growFromSecondsToADayAndThenItIsGivenUp() {
        var lengths = IntStream.rangeClosed(1, 11)
                .mapToObj(attempts -> saying(0.5).after(attempts).orElseThrow())
                .toList();
        assertThat(lengths)
                .isEqualTo(List.of(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofHours(3),
                        Duration.ofHours(6),
                        Duration.ofHours(12),
                        Duration.ofHours(24),
                        Duration.ofHours(24)));
        assertThat(saying(0.5).after(12)).isEmpty();
    }

    @Test
    void differByATenthSoThatNotAllComeBackAtOnce() {
        assertThat(saying(0).after(1)).contains(Duration.ofMillis(4_500));
        assertThat(saying(1).after(1)).contains(Duration.ofMillis(5_500));
    }
}
