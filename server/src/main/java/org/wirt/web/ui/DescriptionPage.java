package org.wirt.web.ui;

/// The form for the internal note about a customer.
public record DescriptionPage(Frame frame, String action, String name, Form form, boolean isNew, String returnTo) {}
