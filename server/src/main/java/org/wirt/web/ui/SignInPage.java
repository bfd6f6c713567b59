package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// The page to sign in.
///
/// @param ended whether the reader was signed in before and is no more
public record SignInPage(Frame frame, Form form, @Nullable String problem, boolean ended) {}
