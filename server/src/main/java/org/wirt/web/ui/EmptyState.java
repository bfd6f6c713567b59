package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// What stands where rows would be: one line what this is, one button to begin.
public record EmptyState(String icon, String text, @Nullable Link begin) {}
