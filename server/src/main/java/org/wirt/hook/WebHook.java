package org.wirt.hook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirt.operation.Operand;

/// Somebody elsewhere who is told of what happens.
///
/// @param types that it is told of, `customer.*` for all of a kind; empty: all
/// @param off why nothing is sent; empty: it is active
/// @param failingSince when the first of those failed after which nothing succeeded; empty: the last one succeeded
/// @param waiting how many events have not come to an end yet
/// @param givenUp how many of those that are kept were given up
/// @param lastDelivered when the last one succeeded of those that are kept
/// @param changed counts edits, against lost updates
public record WebHook(
        long id,
        long accountId,
        long resellerId,
        String name,
        String url,
        List<String> types,
        Optional<Off> off,
        Instant created,
        Optional<Instant> failingSince,
        int waiting,
        int givenUp,
        Optional<Instant> lastDelivered,
        int changed)
        implements Operand {

    /// Why nothing is sent.
    public enum Off {
        /// Somebody wanted it so.
        BY_HAND,
        /// The receiver said that it is gone.
        GONE,
        /// Nothing has succeeded for days.
        FAILING;

        /// As texts and the audit log write it: `by-hand`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean isActive() {
        return off.isEmpty();
    }

    /// As the audit keeps it.
    Map<String, Object> facts() {
        return facts(name, url, types);
    }

    static Map<String, Object> facts(String name, String url, List<String> types) {
        return Map.of("name", name, "url", url, "event-types", types.isEmpty() ? "*" : String.join(", ", types));
    }
}
