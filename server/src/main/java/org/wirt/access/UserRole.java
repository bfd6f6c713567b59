package org.wirt.access;

import java.util.EnumSet;
import java.util.Set;

/// What an additional user may do in his account. What is not named here he may not; and never more than the
/// subscription's own permissions, which the rules of the verbs ask besides.
public enum UserRole {
    /// Everything the owner may.
    ADMIN,
    ACCOUNTANT,
    WEBMASTER,
    /// For the apps that are installed for him; of the panel only his own login.
    APPLICATION_USER;

    Set<Right> rights() {
        return switch (this) {
            case ADMIN -> EnumSet.allOf(Right.class);
            case ACCOUNTANT -> EnumSet.of(Right.FIGURES);
            case WEBMASTER -> EnumSet.of(Right.FIGURES, Right.SITES, Right.MAILBOXES, Right.FTP_LOGINS);
            case APPLICATION_USER -> EnumSet.noneOf(Right.class);
        };
    }
}
