package org.wirt.web;

import java.util.Optional;
import org.wirt.web.ui.Texts;

/// What the settings of notifications are called, put together from their keys: forms and the audit log say the same.
final class NotificationWords {

    private NotificationWords() {}

    /// @param key e.g. `told.customer-created.reseller`; empty where it is not one of these
    static Optional<String> label(Texts t, String key) {
        var parts = key.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals("told")) return Optional.empty();
        var event = "web.event." + parts[1];
        var reader = "web.told." + parts[2];
        return t.has(event) && t.has(reader) ? Optional.of(t.of(reader, t.of(event))) : Optional.empty();
    }
}
