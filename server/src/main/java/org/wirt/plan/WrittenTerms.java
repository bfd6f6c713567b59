package org.wirt.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wirt.operation.Meaning;
import org.wirt.operation.Several;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.WrittenNumber;

/// What a plan says, as it was typed. A limit is an amount with a unit, or unlimited; one that no field names is
/// unlimited; what is not ticked is not permitted. Keys that the catalogue does not know are kept as they are said.
///
/// @param unit of a size; a form always says it, and where it is not said the amount is bytes
/// @param apps names, separated by commas or each in a line; of no meaning when all are allowed
/// @param validity in days; blank: for ever
/// @param numbers the language in which the amounts were typed; none: a program says them, to whom -1 is unlimited
record WrittenTerms(
        @Meaning("limit") Map<String, String> limit,
        @Meaning("unit") Map<String, String> unit,
        Map<String, Boolean> unlimited,
        Map<String, Boolean> permission,
        boolean allApps,
        @Several String apps,
        String validity,
        boolean oversell,
        Locale numbers) {

    private static final long LONGEST = 36_500;

    /// @throws Refused naming every field that cannot be read
    WrittenTerms {
        var wrong = new ArrayList<Refusal>();
        for (var key : keys(limit)) {
            var typed = limit.get(key.name());
            if (typed == null || isUnlimited(key.name(), limit, unlimited, numbers)) continue;
            var field = "limit." + key.name();
            if (typed.isBlank()) wrong.add(Refusal.invalid(field, "plan.amount-missing"));
            else refusal(field, () -> amount(key, typed, unit, numbers)).ifPresent(wrong::add);
        }
        refusal("validity", () -> days(validity, numbers)).ifPresent(wrong::add);
        if (!wrong.isEmpty()) throw new Refused(wrong);
    }

    private static Optional<Refusal> refusal(String field, Supplier<?> reading) {
        try {
            var _ = reading.get();
            return Optional.empty();
        } catch (InvalidValue e) {
            return Optional.of(e.in(field));
        }
    }

    /// Those of the catalogue, and after them what else is said.
    private static List<LimitKey> keys(Map<String, String> said) {
        return Stream.concat(Catalogue.limits().stream(), others(said.keySet()).map(Catalogue::limit))
                .toList();
    }

    private static Stream<String> others(Set<String> said) {
        return said.stream()
                .filter(name -> !Catalogue.knowsLimit(name) && !Catalogue.knowsPermission(name))
                .filter(Catalogue::isKey)
                .sorted();
    }

    private static boolean isUnlimited(
            String name, Map<String, String> limit, Map<String, Boolean> unlimited, Locale numbers) {
        if (unlimited.getOrDefault(name, false)) return true;
        var said = limit.getOrDefault(name, "").strip();
        return numbers.equals(Locale.ROOT) && said.equals(Long.toString(Limits.UNLIMITED));
    }

    private boolean isUnlimited(String name) {
        return isUnlimited(name, limit, unlimited, numbers);
    }

    private static long amount(LimitKey key, String typed, Map<String, String> units, Locale numbers) {
        return Sizes.read(key.unit(), typed, units.getOrDefault(key.name(), ""), numbers);
    }

    private static Optional<Integer> days(String typed, Locale numbers) {
        if (typed.isBlank()) return Optional.empty();
        long days = WrittenNumber.readWhole(typed, numbers);
        if (days > Integer.MAX_VALUE) throw new InvalidValue("number-too-large");
        if (days < 1 || days > LONGEST) throw new InvalidValue("plan.validity");
        return Optional.of((int) days);
    }

    /// What of it means nothing for such a plan: dropped without a word it would be taken for granted.
    ///
    /// @param heldLimits what the plan says already; other panels' words are kept in it, and may be sent back
    List<Refusal> unknown(Kind of, Limits heldLimits, Permissions heldPermissions) {
        var limits =
                Stream.of(limit.keySet(), unit.keySet(), unlimited.keySet()).flatMap(Set::stream);
        return Stream.concat(
                        TermNames.unknownLimits(limits, of, heldLimits),
                        TermNames.unknownPermissions(permission.keySet().stream(), of, heldPermissions))
                .toList();
    }

    Optional<Integer> days() {
        return days(validity, numbers);
    }

    Limits limits(Kind of) {
        var values = new TreeMap<String, Long>();
        for (var key : keys(limit)) {
            var typed = limit.get(key.name());
            if (typed == null || !of.has(key.scope()) || isUnlimited(key.name())) continue;
            values.put(key.name(), amount(key, typed, unit, numbers));
        }
        // Elsewhere what is unlimited is absent; of what it does not know it would not be told again.
        others(limit.keySet()).filter(this::isUnlimited).forEach(name -> values.put(name, Limits.UNLIMITED));
        return new Limits(values);
    }

    Permissions permissions(Kind of) {
        var values = new TreeMap<String, Boolean>();
        for (var key : Catalogue.permissions()) {
            if (of.has(key.scope())) values.put(key.name(), permission.getOrDefault(key.name(), false));
        }
        others(permission.keySet()).forEach(name -> values.put(name, permission.getOrDefault(name, false)));
        return new Permissions(values);
    }

    Apps allowedApps() {
        if (allApps) return Apps.all();
        var names = new TreeSet<String>();
        Arrays.stream(apps.split("[,\n]"))
                .map(String::strip)
                .filter(a -> !a.isEmpty())
                .forEach(names::add);
        return new Apps.Named(names);
    }
}
