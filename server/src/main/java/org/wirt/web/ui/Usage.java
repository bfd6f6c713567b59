package org.wirt.web.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirt.speech.Texts;

/// How much of an allotment is used; a limit of -1 is unlimited.
/// @param at when it was counted, absent when it is always exact
public record Usage(
        String label,
        long used,
        long limit,
        boolean bytes,
        @Nullable Instant at) {

    public static Usage bytes(String label, long used, long limit) {
        return new Usage(label, used, limit, true, null);
    }

    public static Usage count(String label, long used, long limit) {
        return new Usage(label, used, limit, false, null);
    }

    public String usedText(Texts t) {
        return bytes ? t.size(used) : t.count(used);
    }

    public String limitText(Texts t) {
        return bytes ? t.size(limit) : t.limit(limit);
    }

    public boolean limited() {
        return limit >= 0;
    }

    public int percent() {
        return limit <= 0 ? (used > 0 && limit == 0 ? 100 : 0) : (int) Math.min(100, used * 100.0 / limit);
    }

    /// Calm below 80 %, a warning up to the limit, then over.
    public String level() {
        if (!limited() || used < limit * 0.8) return "calm";
        return used <= limit ? "near" : "over";
    }
}
