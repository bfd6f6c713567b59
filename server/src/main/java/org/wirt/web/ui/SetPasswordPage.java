package org.wirt.web.ui;

/// The page behind a link that sets a password.
/// @param action where the form goes, carries the token
public record SetPasswordPage(
        Frame frame, Form form, String action, String username, int wantedLevel, boolean expired) {}
