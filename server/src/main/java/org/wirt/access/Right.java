package org.wirt.access;

import java.util.List;

/// What a user role grants inside an account: the verbs of one kind, and the pages to them.
public enum Right {
    /// Sees what the subscriptions hold and how much of it is used.
    FIGURES(""),
    /// Creates and manages sites.
    SITES("site"),
    /// And forwards.
    MAILBOXES("mailbox forward"),
    /// The additional FTP logins and the system user's password.
    FTP_LOGINS("ftp"),
    /// What the DNS says of the domains.
    DNS("dns"),
    /// Manages the additional users and their roles.
    USERS("user"),
    /// Changes how the account is reached.
    CONTACT("account");

    private final String kinds;

    /// @param kinds of objects whose verbs it covers, parted by blanks
    Right(String kinds) {
        this.kinds = kinds;
    }

    boolean covers(String verb) {
        return List.of(kinds.split(" ", -1)).contains(verb.substring(0, verb.indexOf('.')));
    }
}
