package org.wirt.web.ui;

/// The form for the text that a customer sees about himself.
public record InformationPage(Frame frame, String action, String name, Form form, String returnTo) {}
