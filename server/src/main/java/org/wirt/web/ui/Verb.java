package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// A verb of a list's toolbar, for the ticked rows.
/// @param reason why nobody may use it now; absent when it needs only ticked rows
public record Verb(
        String name,
        String label,
        String icon,
        Kind kind,
        @Nullable String reason) {

    public enum Kind {
        DIALOG,
        AT_ONCE,
        PAGE
    }

    public static Verb dialog(String name, String label, String icon) {
        return new Verb(name, label, icon, Kind.DIALOG, null);
    }

    public static Verb atOnce(String name, String label, String icon) {
        return new Verb(name, label, icon, Kind.AT_ONCE, null);
    }

    public static Verb page(String name, String label, String icon) {
        return new Verb(name, label, icon, Kind.PAGE, null);
    }

    public String href() {
        return "/bulk/" + name;
    }
}
