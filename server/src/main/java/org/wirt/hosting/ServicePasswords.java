package org.wirt.hosting;

import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import org.wirt.access.Cores;
import org.wirt.value.PasswordStrength;

/// Passwords of FTP logins and mailboxes: bcrypt `$2y$`, which every server product verifies by itself.
public final class ServicePasswords {

    private static final int STRENGTH = 10;

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(BCryptVersion.$2Y, STRENGTH);
    private final Cores cores = new Cores();
    private final String nobody = hash("nobody's password");

    public String hash(String password) {
        if (tooLong(password)) throw new IllegalArgumentException("longer than bcrypt reads");
        return cores.work(() -> encoder.encode(password));
    }

    /// Takes as long for a login that does not exist, so that the time tells nothing.
    public boolean matches(String password, Optional<String> hash) {
        if (tooLong(password)) return false;
        var right = cores.work(() -> encoder.matches(password, hash.orElse(nobody)));
        return right && hash.isPresent();
    }

    /// A longer password would be cut without a word.
    private static boolean tooLong(String password) {
        return PasswordStrength.checkForServices(password).isPresent();
    }
}
