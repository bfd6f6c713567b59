package org.wirt.notification;

import org.springframework.stereotype.Component;
import org.wirt.access.Token;
import org.wirt.database.Home;
import org.wirt.database.HomeCipher;

/// Keeps the one-time links of letters unreadable in the database and its backups.
@Component
class LinkCipher {

    private final HomeCipher cipher;

    LinkCipher(Home home) {
        this.cipher = new HomeCipher(home, "letters");
    }

    byte[] hide(Token token) {
        return cipher.hide(token.text());
    }

    Token reveal(byte[] hidden) {
        return new Token(cipher.reveal(hidden));
    }
}
