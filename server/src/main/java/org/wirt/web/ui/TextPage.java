package org.wirt.web.ui;

/// The form for one of the two texts about an account.
public record TextPage(Frame frame, String heading, String action, Field field, Form form, String returnTo) {}
