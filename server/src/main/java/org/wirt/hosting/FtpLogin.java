package org.wirt.hosting;

/// A login for FTP and SFTP: the system user of a subscription (main), or an additional one.
///
/// @param name what is typed to sign in
/// @param directory relative to the home; empty: the home itself
public record FtpLogin(long id, Space space, String name, String directory, boolean main) implements InSpace {}
