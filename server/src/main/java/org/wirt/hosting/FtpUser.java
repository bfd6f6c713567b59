package org.wirt.hosting;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/// A live FTP and SFTP login. A suspended one is not seen at all, so it is refused like an unknown one.
///
/// @param passwordHash bcrypt
/// @param keys         by which it signs in over SFTP, each as OpenSSH writes it in one line
/// @param root         the folder the login must not leave
public record FtpUser(String login, String passwordHash, List<String> keys, Path root, Ticket ticket) {

    public FtpUser {
        keys = List.copyOf(keys);
    }

    /// Whether it may sign in by this key.
    public boolean knows(PublicKey key) {
        var offered = PublicKeyEntry.toString(key);
        return keys.stream().anyMatch(kept -> kept.equals(offered) || kept.startsWith(offered + " "));
    }

    @Override
    public String toString() {
        return "FtpUser[" + login + "]";
    }
}
