package org.wirt.access;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Turns passwords into hashes and compares them. Panel logins are Argon2id; FTP and mail logins are bcrypt `$2y$`,
/// which every server verifies itself. Virtual threads would hash without limit, so a semaphore bounds it.
@Component
public class Passwords {

    private static final int SERVICE_COST = 10;

    private final PasswordEncoder panel = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final PasswordEncoder service = new BCryptPasswordEncoder(BCryptVersion.$2Y, SERVICE_COST);
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodys = bounded(() -> hashed(panel, "nobody has this password"));

    public String panelHash(String password) {
        return bounded(() -> hashed(panel, password));
    }

    public String serviceHash(String password) {
        return bounded(() -> hashed(service, password));
    }

    /// Compares with a stand-in where there is no hash, so that an unknown login takes as long as a wrong password.
    public boolean panelMatches(String password, @Nullable String hash) {
        return bounded(() -> panel.matches(password, hash == null ? nobodys : hash) && hash != null);
    }

    private static String hashed(PasswordEncoder encoder, String password) {
        var hash = encoder.encode(password);
        if (hash == null) throw new IllegalStateException("no hash");
        return hash;
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
