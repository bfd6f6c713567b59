package org.wirt.web.ui;

/// The form for a customer's username and password.
public record LoginPage(Frame frame, String action, String name, Form form, int wantedLevel, String returnTo) {}
