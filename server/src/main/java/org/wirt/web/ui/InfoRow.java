package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// One line of an information list.
/// @param action how to change it
public record InfoRow(
        String label,
        String value,
        @Nullable String href,
        @Nullable Link action) {}
