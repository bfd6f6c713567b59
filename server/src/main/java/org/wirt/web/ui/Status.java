package org.wirt.web.ui;

import java.util.List;
import java.util.Locale;
import org.wirt.speech.Texts;

/// How an object is, as icon and word, with every reason in the tooltip.
public record Status(Kind kind, List<String> reasons) {

    public enum Kind {
        ACTIVE("circle-check"),
        SUSPENDED("player-pause"),
        EXPIRED("clock"),
        OVERUSED("alert-triangle"),
        SECURITY("shield-lock"),
        MAINTENANCE("tool"),
        DISABLED("ban"),
        REMOVED("trash"),
        SYNCED("check"),
        LOCKED("lock"),
        UNSYNCED("unlink"),
        CUSTOM("package"),
        RUNNING("refresh"),
        DONE("circle-check"),
        WARNING("alert-triangle"),
        UNCHANGED("minus"),
        WAITING("clock"),
        CANCELLED("ban"),
        REFUSED("ban"),
        FAILED("circle-x");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Status of(Kind kind) {
        return new Status(kind, List.of());
    }

    public String tooltip(Texts t) {
        var word = t.of("web.status." + kind.word());
        var further = further(t);
        return further.isEmpty() ? word : word + ": " + String.join("; ", further);
    }

    /// The reasons that the word of the status has not said already.
    public List<String> further(Texts t) {
        var word = t.of("web.status." + kind.word());
        return reasons.stream().filter(reason -> !reason.equals(word)).toList();
    }
}
