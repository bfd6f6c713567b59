package org.wirt.listing;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;

/// Where a page begins or ends: the sort key and the id of a row. Opaque in addresses; an unreadable one is the start.
public record Cursor(String key, long id) {

    private static final int LAST_YEAR = 9999;

    public String text() {
        var plain = id + ":" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// A moment that stands as key; one that no database keeps is none.
    public static OffsetDateTime moment(String key) {
        var moment = OffsetDateTime.parse(key);
        if (moment.getYear() < 1 || moment.getYear() > LAST_YEAR) throw new IllegalArgumentException(key);
        return moment;
    }

    public static Optional<Cursor> read(String text) {
        if (text.isEmpty()) return Optional.empty();
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            if (colon < 1 || plain.indexOf('\0') >= 0) return Optional.empty();
            return Optional.of(new Cursor(plain.substring(colon + 1), Long.parseLong(plain.substring(0, colon))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
