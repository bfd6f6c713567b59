package org.wirt.hosting;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.wirt.value.InvalidValue;

/// The keys by which somebody signs in over SFTP: at most 50, each once.
///
/// @param text one in a line, as OpenSSH writes a public key (sshd(8), authorized_keys): kind, key, remark
record SshKeys(String text) {

    static final int MOST = 50;

    private static final int TYPED = 60_000;
    private static final int LONGEST_REMARK = 100;
    private static final int SHORTEST_RSA = 2048;
    private static final String PRIVATE = "PRIVATE KEY";
    /// What Debian's ProFTPD and the panel's own server check alike.
    private static final Set<String> KINDS =
            Set.of("ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa");

    SshKeys {
        if (text.length() > TYPED) throw new InvalidValue("too-long", TYPED, text.length());
        if (text.contains(PRIVATE)) throw new InvalidValue("ssh-key-private");
        var found = new LinkedHashMap<String, String>();
        int number = 0;
        for (var typed : text.lines().toList()) {
            number++;
            if (typed.isBlank()) continue;
            var entry = entry(typed.strip(), number);
            var key = key(entry, number);
            if (entry.getKeyType().equals(KeyPairProvider.SSH_RSA) && KeyUtils.getKeySize(key) < SHORTEST_RSA)
                throw new InvalidValue("ssh-key-short", number, SHORTEST_RSA);
            found.putIfAbsent(PublicKeyEntry.toString(key), remark(entry));
        }
        if (found.size() > MOST) throw new InvalidValue("ssh-keys-many", MOST, found.size());
        text = String.join(
                "\n",
                found.entrySet().stream()
                        .map(one -> (one.getKey() + " " + one.getValue()).strip())
                        .toList());
    }

    private static AuthorizedKeyEntry entry(String line, int number) {
        try {
            var entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
            if (entry != null && entry.getLoginOptions().isEmpty() && KINDS.contains(entry.getKeyType())) return entry;
        } catch (RuntimeException _) {
            // No key in any form.
        }
        throw new InvalidValue("ssh-key-form", number);
    }

    private static PublicKey key(AuthorizedKeyEntry entry, int number) {
        try {
            return resolved(entry);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException _) {
            throw new InvalidValue("ssh-key-form", number);
        }
    }

    private static PublicKey resolved(AuthorizedKeyEntry entry) throws IOException, GeneralSecurityException {
        return entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
    }

    private static String remark(AuthorizedKeyEntry entry) {
        var remark = entry.getComment() == null ? "" : entry.getComment().strip();
        return remark.substring(0, Math.min(LONGEST_REMARK, remark.length()));
    }

    /// @param key as it is kept
    static String fingerprint(String key) {
        try {
            return KeyUtils.getFingerPrint(resolved(AuthorizedKeyEntry.parseAuthorizedKeyEntry(key)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("kept, and no key", e);
        }
    }

    List<String> list() {
        return text.lines().toList();
    }
}
