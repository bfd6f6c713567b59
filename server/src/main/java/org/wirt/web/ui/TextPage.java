package org.wirt.web.ui;

/// The form for one of the two texts about an account.
///
/// @param name whose text it is
public record TextPage(
        Frame frame, String heading, String name, String action, Field field, Form form, String returnTo) {}
