package org.wirt.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirt.notification.Placeholder;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Gap;

/// What the settings of notifications are called, put together from their keys: forms and the audit log say the same.
final class NotificationWords {

    private NotificationWords() {}

    /// @param key e.g. `told.customer-created.reseller`, `also-told.customer-created` or `letter.suspended.de.subject`;
    ///     empty where it is none of these
    static Optional<String> label(Texts t, String key) {
        var parts = key.split("\\.", -1);
        return switch (parts[0]) {
            case "told" ->
                parts.length == 3 ? said(t, "web.told." + parts[2], "web.event." + parts[1]) : Optional.empty();
            case "also-told", "also-address" ->
                parts.length == 2 ? said(t, "web." + parts[0], "web.event." + parts[1]) : Optional.empty();
            case "letter" ->
                parts.length == 4
                        ? said(t, "web.letter-text." + parts[3], "web.letter." + parts[1], language(t, parts[2]))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    static String language(Texts t, String tag) {
        return Locale.of(tag).getDisplayLanguage(t.locale());
    }

    static List<Gap> gaps(Texts t, Collection<Placeholder> placeholders) {
        return placeholders.stream()
                .map(placeholder -> new Gap(placeholder.written(), t.of("web.placeholder." + placeholder.key())))
                .toList();
    }

    private static Optional<String> said(Texts t, String key, String what, Object... more) {
        if (!t.has(key) || !t.has(what)) return Optional.empty();
        var gaps = new Object[more.length + 1];
        gaps[0] = t.of(what);
        System.arraycopy(more, 0, gaps, 1, more.length);
        return Optional.of(t.of(key, gaps));
    }
}
