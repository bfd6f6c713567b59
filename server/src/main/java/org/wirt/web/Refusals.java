package org.wirt.web;

import java.util.HashMap;
import java.util.Map;
import org.wirt.access.Level;
import org.wirt.account.Reasons;
import org.wirt.speech.Texts;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// Why a button in a row is greyed out: what the rule would answer, from what the list already knows.
final class Refusals {

    private Refusals() {}

    /// Why somebody without a reason of his own is dark all the same; empty where nothing above is.
    ///
    /// @param provider his name, empty where the reader does not see him
    static String above(Texts t, Causes above, String provider) {
        if (above.isActive()) return "";
        return provider.isEmpty() ? t.of("web.above.provider-nameless") : t.of("web.above.provider", provider);
    }

    /// @param above what to say of somebody who is dark only through an account above
    static Map<String, String> of(Texts t, Level level, Causes own, String above, String object) {
        var refusals = new HashMap<String, String>();
        if (own.has(Reasons.by(level))) refusals.put(object + ".suspend", t.of("web.already-so"));
        if (own.isActive()) refusals.put(object + ".activate", above.isEmpty() ? t.of("web.already-so") : above);
        if (level == Level.RESELLER && own.has(Cause.ADMIN) && !own.has(Cause.RESELLER)) {
            refusals.put(object + ".activate", t.of("refusal.suspended-by-administrator"));
        }
        if (level == Level.RESELLER && own.has(Cause.SECURITY) && (own.bits() & Reasons.liftable(level)) == 0) {
            refusals.put(object + ".activate", t.of("refusal.security-hold"));
        }
        return refusals;
    }
}
