package org.wirt.hook;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.database.Home;
import org.wirt.database.HomeCipher;
import org.wirt.value.WebHookSecret;

/// Keeps what requests are signed with unreadable in the database and its backups. Unlike a password it has to be known
/// again, each time something is signed.
@Component
class HookSecrets {

    private final HomeCipher cipher;

    HookSecrets(Home home) {
        this.cipher = new HomeCipher(home, "web-hooks");
    }

    byte[] hide(WebHookSecret secret) {
        return cipher.hide(secret.text());
    }

    /// Empty: it was kept with the key of another data home.
    Optional<WebHookSecret> reveal(byte[] hidden) {
        try {
            return Optional.of(new WebHookSecret(cipher.reveal(hidden)));
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }
}
