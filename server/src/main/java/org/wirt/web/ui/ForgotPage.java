package org.wirt.web.ui;

/// The page to ask for a link that sets a new password.
public record ForgotPage(Frame frame, Form form, boolean sent) {}
