package org.wirt.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wirt.value.InvalidValue;
import org.wirt.value.PlanName;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// The form of a plan. A limit is an amount with a unit, or unlimited; what is not ticked is not permitted.
///
/// @param apps names, separated by commas; of no meaning when all are allowed
/// @param validity in days; absent: for ever
/// @param version what the form was filled from; absent: whatever is there
record PlanInput(
        PlanName name,
        Optional<Kind> kind,
        Map<String, String> limit,
        Map<String, String> unit,
        Map<String, Boolean> unlimited,
        Map<String, Boolean> permission,
        boolean allApps,
        String apps,
        Optional<Integer> validity,
        Overuse overuse,
        boolean oversell,
        Optional<Integer> version) {

    /// @throws Refused naming the field that cannot be read
    Terms terms(Kind of) {
        if (validity.filter(days -> days < 1 || days > 36_500).isPresent())
            throw new Refused(Refusal.invalid("validity", "plan.validity"));
        return new Terms(
                limits(of), permissions(of), allowedApps(), validity, overuse, of == Kind.RESELLER && oversell);
    }

    private Limits limits(Kind of) {
        var values = new TreeMap<String, Long>();
        for (var key : Catalogue.limits()) {
            if (!of.has(key.scope())) continue;
            var typed = limit.getOrDefault(key.name(), "");
            // An amount left empty is unlimited, as without the tick box's script.
            if (unlimited.getOrDefault(key.name(), false) || typed.isBlank()) continue;
            values.put(key.name(), amount(key, typed));
        }
        return new Limits(values);
    }

    private long amount(LimitKey key, String typed) {
        try {
            return Sizes.read(key.unit(), typed, unit.getOrDefault(key.name(), ""));
        } catch (InvalidValue e) {
            throw new Refused(e.in("limit." + key.name()));
        }
    }

    private Permissions permissions(Kind of) {
        var values = new TreeMap<String, Boolean>();
        for (var key : Catalogue.permissions()) {
            if (of.has(key.scope())) values.put(key.name(), permission.getOrDefault(key.name(), false));
        }
        return new Permissions(values);
    }

    private Apps allowedApps() {
        if (allApps) return Apps.all();
        var names = new TreeSet<String>();
        Arrays.stream(apps.split(","))
                .map(String::strip)
                .filter(a -> !a.isEmpty())
                .forEach(names::add);
        return new Apps.Named(names);
    }
}
