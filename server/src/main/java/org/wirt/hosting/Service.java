package org.wirt.hosting;

/// What a customer pays for and what goes dark: one entry per kind of server. The names are those of the receipts.
public enum Service {
    PANEL,
    WEB,
    FTP,
    SFTP,
    MAIL_IN,
    SUBMISSION,
    IMAP
}
