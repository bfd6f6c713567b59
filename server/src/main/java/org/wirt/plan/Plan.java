package org.wirt.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wirt.operation.Operand;

/// A plan as it stands, with what its rules must see.
///
/// @param bound how many subscriptions, or resellers, have it
/// @param taken the names of its owner's other plans of this kind, in lower case
/// @param changed counts edits, against lost updates
public record Plan(
        long id,
        Kind kind,
        String name,
        long accountId,
        long resellerId,
        Terms terms,
        int bound,
        int changed,
        Set<String> taken,
        Ceiling ceiling)
        implements Operand {

    boolean isTaken(String other) {
        return taken.contains(other.toLowerCase(Locale.ROOT));
    }

    Map<String, Object> facts() {
        var facts = terms.facts();
        facts.put("name", name);
        return facts;
    }
}
