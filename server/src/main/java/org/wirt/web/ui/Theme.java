package org.wirt.web.ui;

import java.util.Locale;

/// Light, dark, or whatever the reader's system says.
public enum Theme {
    LIGHT("sun"),
    DARK("moon"),
    SYSTEM("device-desktop");

    private final String icon;

    Theme(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
