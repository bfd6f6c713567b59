package org.wirt.hook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long is waited before an event is sent again: longer each time, and not all at the same moment, so that a
/// receiver that comes back is not met by everything at once.
///
/// @param lengths one for each attempt after the first; afterwards it is given up
record Pauses(List<Duration> lengths, RandomGenerator chance) {

    /// So much shorter or longer.
    private static final double SPREAD = 0.1;

    static Pauses usual(RandomGenerator chance) {
        return new Pauses(
                List.of(
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
                        Duration.ofHours(24)),
                chance);
    }

    /// @param attempts that have failed
    /// @return empty: it is given up
    Optional<Duration> after(int attempts) {
        if (attempts > lengths.size()) return Optional.empty();
        var length = lengths.get(attempts - 1);
        double factor = 1 + SPREAD * (2 * chance.nextDouble() - 1);
        return Optional.of(Duration.ofMillis(Math.round(length.toMillis() * factor)));
    }
}
