package org.wirt.access;

/// What a user role grants inside an account: the verbs of one kind, and the pages to them.
public enum Right {
    /// Sees what the subscriptions hold and how much of it is used.
    FIGURES(""),
    /// Creates and manages sites.
    SITES("site."),
    MAILBOXES("mailbox."),
    /// The additional FTP logins and the system user's password.
    FTP_LOGINS("ftp."),
    /// Manages the additional users and their roles.
    USERS("user."),
    /// Changes how the account is reached.
    CONTACT("account.");

    private final String verbs;

    Right(String verbs) {
        this.verbs = verbs;
    }

    boolean covers(String verb) {
        return !verbs.isEmpty() && verb.startsWith(verbs);
    }
}
