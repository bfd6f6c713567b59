package org.wirt.account;

/// What an additional user may do in his account; never more than the subscription's own permissions.
public enum UserRole {
    /// Everything the owner may.
    ADMIN,
    ACCOUNTANT,
    WEBMASTER,
    APPLICATION_USER
}
