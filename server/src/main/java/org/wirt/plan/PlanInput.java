package org.wirt.plan;

import java.util.Optional;
import java.util.TreeMap;
import org.wirt.value.PlanName;

/// The form of a plan.
///
/// @param version what the form was filled from; absent: whatever is there
record PlanInput(PlanName name, Optional<Kind> kind, WrittenTerms terms, Overuse overuse, Optional<Integer> version) {

    /// Of a plan that is there: what the catalogue does not know stands in no form, and stays where nothing is said of
    /// it.
    Terms over(Plan plan) {
        var said = terms(plan.kind());
        var limits = new TreeMap<>(said.limits().values());
        plan.terms().limits().values().forEach((key, value) -> {
            if (!Catalogue.knowsLimit(key)) limits.putIfAbsent(key, value);
        });
        var permissions = new TreeMap<>(said.permissions().values());
        plan.terms().permissions().values().forEach((key, on) -> {
            if (!Catalogue.knowsPermission(key)) permissions.putIfAbsent(key, on);
        });
        return new Terms(
                new Limits(limits),
                new Permissions(permissions),
                said.apps(),
                said.validityDays(),
                said.overuse(),
                said.oversell());
    }

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
