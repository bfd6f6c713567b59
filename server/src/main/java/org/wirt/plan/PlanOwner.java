package org.wirt.plan;

import java.util.Locale;
import java.util.Set;
import org.wirt.operation.Operand;

/// An account in which a plan is made: the administrator or a reseller.
///
/// @param taken the names of his plans, as `kind:name` in lower case
record PlanOwner(long id, String name, long resellerId, Set<String> taken, Ceiling ceiling) implements Operand {

    @Override
    public long accountId() {
        return id;
    }

    boolean isTaken(Kind kind, String other) {
        return taken.contains((kind + ":" + other).toLowerCase(Locale.ROOT));
    }
}
