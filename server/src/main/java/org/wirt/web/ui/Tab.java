package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// A tab with an address.
public record Tab(
        String label,
        String href,
        boolean current,
        @Nullable Total total) {}
