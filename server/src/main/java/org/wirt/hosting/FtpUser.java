package org.wirt.hosting;

import java.nio.file.Path;

/// A live FTP and SFTP login. A suspended one is not seen at all, so it is refused like an unknown one.
///
/// @param passwordHash bcrypt
/// @param root         the folder the login must not leave
public record FtpUser(String login, String passwordHash, Path root, Ticket ticket) {

    @Override
    public String toString() {
        return "FtpUser[" + login + "]";
    }
}
