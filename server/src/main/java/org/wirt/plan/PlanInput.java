package org.wirt.plan;

import java.util.Optional;
import org.wirt.value.PlanName;

/// The form of a plan.
///
/// @param version what the form was filled from; absent: whatever is there
record PlanInput(PlanName name, Optional<Kind> kind, WrittenTerms terms, Overuse overuse, Optional<Integer> version) {

    Terms terms(Kind of) {
        return new Terms(
                terms.limits(of),
                terms.permissions(of),
                terms.allowedApps(),
                terms.days(),
                overuse,
                of == Kind.RESELLER && terms.oversell());
    }
}
