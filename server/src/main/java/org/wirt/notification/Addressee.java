package org.wirt.notification;

/// Whom a letter goes to, and in which language.
///
/// @param loginId the login a link in the letter is for
/// @param name the contact name
record Addressee(
        long accountId, long providerId, long loginId, String username, String name, String email, String locale) {}
