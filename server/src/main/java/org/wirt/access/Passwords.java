package org.wirt.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Turns the passwords of panel logins into hashes and compares them: Argon2id.
@Component
public class Passwords {

    private final PasswordEncoder panel = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Cores cores = new Cores();
    private final String nobodys = panelHash("nobody has this password");

    public String panelHash(String password) {
        return cores.work(() -> {
            var hash = panel.encode(password);
            if (hash == null) throw new IllegalStateException("no hash");
            return hash;
        });
    }

    /// Compares with a stand-in where there is no hash, so that an unknown login takes as long as a wrong password.
    public boolean panelMatches(String password, @Nullable String hash) {
        return cores.work(() -> panel.matches(password, hash == null ? nobodys : hash) && hash != null);
    }
}
