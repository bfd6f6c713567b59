package org.wirt.hosting;

import java.util.List;

/// A login for FTP and SFTP: the system user of a subscription (main), or an additional one.
///
/// @param name what is typed to sign in
/// @param directory relative to the home; empty: the home itself
/// @param keys for SFTP, each as OpenSSH writes it in one line
public record FtpLogin(long id, Space space, String name, String directory, boolean main, List<String> keys)
        implements InSpace {

    public FtpLogin {
        keys = List.copyOf(keys);
    }
}
