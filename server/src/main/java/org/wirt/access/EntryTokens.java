package org.wirt.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Tokens by which somebody comes into the panel once without a password, because a program vouched for him: a billing
/// system's button. Good once, for five minutes, from one address. Kept in memory: they are shown again to whoever made
/// them, and none is worth a restart.
@Component
public class EntryTokens {

    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int BYTES = 16;
    private static final int MOST = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// @param by      the account of whoever vouches
    /// @param address from where he must come; absent: from anywhere
    public record Waiting(
            String token, long loginId, String username, long by, Optional<String> address, Instant made) {}

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final Clock clock;

    EntryTokens(Clock clock) {
        this.clock = clock;
    }

    public String make(long loginId, String username, long by, Optional<String> address) {
        forgetOld();
        if (by(by).size() >= MOST) throw new Refused(Refusal.limit("entries-many", MOST));
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        var token = HexFormat.of().formatHex(random);
        waiting.put(token, new Waiting(token, loginId, username, by, address, clock.instant()));
        return token;
    }

    /// Those that an account has vouched for and that have not been used.
    public List<Waiting> by(long account) {
        forgetOld();
        return waiting.values().stream().filter(one -> one.by == account).toList();
    }

    /// Absent: there was none.
    public Optional<Waiting> revoke(String token, long account) {
        return Optional.ofNullable(waiting.get(token)).filter(one -> one.by == account && waiting.remove(token, one));
    }

    /// Whose it is; from then on it is worth nothing.
    Optional<Waiting> use(String token) {
        forgetOld();
        return Optional.ofNullable(waiting.remove(token));
    }

    private void forgetOld() {
        var oldest = clock.instant().minus(VALID);
        waiting.values().removeIf(one -> one.made.isBefore(oldest));
    }
}
