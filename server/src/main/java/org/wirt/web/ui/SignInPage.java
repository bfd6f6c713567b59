package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// The page to sign in.
public record SignInPage(Frame frame, Form form, @Nullable String problem) {}
