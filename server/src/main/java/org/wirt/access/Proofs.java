package org.wirt.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wirt.value.Briefly;

/// Passwords that were right a moment ago. A program that shows the same one with every request pays for the slow hash
/// once in five minutes; a wrong one pays each time. Kept are no passwords but codes under a key that only this process
/// has and that is gone with it (HMAC-SHA-256, RFC 2104), together with the hash that the password was compared with: a
/// new password makes them worthless at once.
final class Proofs {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final Passwords passwords;
    private final SecretKeySpec key;
    private final Briefly<String, Boolean> right;

    Proofs(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.right = new Briefly<>(REMEMBERED, clock);
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /// Whether it was right a moment ago.
    boolean remembers(String password, People.Credentials credentials) {
        var hash = credentials.hash();
        return hash != null && right.kept(code(hash + "\n" + password)).isPresent();
    }

    boolean matches(String password, Optional<People.Credentials> credentials) {
        var hash = credentials.map(People.Credentials::hash).orElse(null);
        if (hash == null) return passwords.panelMatches(password, null);
        var code = code(hash + "\n" + password);
        boolean matches = right.get(code, () -> passwords.panelMatches(password, hash));
        if (!matches) right.forget(code);
        return matches;
    }

    private String code(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
