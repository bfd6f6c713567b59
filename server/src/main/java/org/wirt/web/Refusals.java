package org.wirt.web;

import java.util.HashMap;
import java.util.Map;
import org.wirt.access.Level;
import org.wirt.account.Reasons;
import org.wirt.value.Cause;
import org.wirt.value.Causes;
import org.wirt.web.ui.Texts;

/// Why a button in a row is greyed out: what the rule would answer, from what the list already knows.
final class Refusals {

    private Refusals() {}

    static Map<String, String> of(Texts t, Level level, Causes own, String object) {
        var refusals = new HashMap<String, String>();
        if (own.has(Reasons.by(level))) refusals.put(object + ".suspend", t.of("web.already-so"));
        if (own.isActive()) refusals.put(object + ".activate", t.of("web.already-so"));
        if (level == Level.RESELLER && own.has(Cause.ADMIN) && !own.has(Cause.RESELLER)) {
            refusals.put(object + ".activate", t.of("refusal.suspended-by-administrator"));
        }
        if (level == Level.RESELLER && own.has(Cause.SECURITY) && (own.bits() & Reasons.liftable(level)) == 0) {
            refusals.put(object + ".activate", t.of("refusal.security-hold"));
        }
        return refusals;
    }
}
