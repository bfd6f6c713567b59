package org.wirt.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.wirt.value.Sha256;

/// 256 random bits that stand for a session or a one-time link. The database holds only their SHA-256, which is enough:
/// what is random and long needs no slow hash.
public record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static Token random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
