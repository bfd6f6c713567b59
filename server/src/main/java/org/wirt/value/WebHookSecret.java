package org.wirt.value;

import java.security.SecureRandom;
import java.util.Base64;

/// What requests to a web hook are signed with, as the receiver keeps it: `whsec_` and 24 to 64 bytes in Base64
/// (Standard Webhooks).
public record WebHookSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int FEWEST = 24;
    private static final int MOST = 64;
    private static final int MADE = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public WebHookSecret {
        text = Text.requiredLine(text, 200);
        if (!text.startsWith(PREFIX)) throw new InvalidValue("web-hook-secret-form", FEWEST, MOST);
        int length = decoded(text).length;
        if (length < FEWEST || length > MOST) throw new InvalidValue("web-hook-secret-form", FEWEST, MOST);
    }

    /// Nobody guesses it.
    public static WebHookSecret random() {
        var bytes = new byte[MADE];
        RANDOM.nextBytes(bytes);
        return new WebHookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    public byte[] key() {
        return decoded(text);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) {
            throw new InvalidValue("web-hook-secret-form", FEWEST, MOST);
        }
    }

    @Override
    public String toString() {
        return "WebHookSecret[…]";
    }
}
