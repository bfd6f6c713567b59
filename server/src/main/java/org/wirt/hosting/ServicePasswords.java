package org.wirt.hosting;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;

/// Passwords of FTP logins and mailboxes: bcrypt `$2y$`, which every server product verifies by itself.
public final class ServicePasswords {

    /// bcrypt reads no further; a longer password would be cut without a word.
    public static final int MAXIMUM_BYTES = 72;

    private static final int STRENGTH = 10;

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(BCryptVersion.$2Y, STRENGTH);
    /// Hashing is pure work for a core; virtual threads alone would let any number of guesses run at once.
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobody = hash("nobody's password");

    public String hash(String password) {
        if (tooLong(password)) throw new IllegalArgumentException("longer than " + MAXIMUM_BYTES + " bytes");
        return bounded(() -> encoder.encode(password));
    }

    /// Takes as long for a login that does not exist, so that the time tells nothing.
    public boolean matches(String password, Optional<String> hash) {
        if (tooLong(password)) return false;
        var right = bounded(() -> encoder.matches(password, hash.orElse(nobody)));
        return right && hash.isPresent();
    }

    private static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES;
    }

    private <T> T bounded(Supplier<T> work) {
        cores.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
