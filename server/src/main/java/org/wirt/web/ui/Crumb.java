package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// One step of the way to this page; the last one, where one is, has no link.
public record Crumb(String label, @Nullable String href) {

    public static Crumb here(String label) {
        return new Crumb(label, null);
    }
}
