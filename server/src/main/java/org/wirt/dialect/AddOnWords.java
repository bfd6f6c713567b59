package org.wirt.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wirt.plan.AddOns;
import org.wirt.plan.AddOns.AddOn;
import org.wirt.plan.Limits;
import org.wirt.plan.Permissions;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Add-on plans as packets name them. What was said of one is kept; what of that a subscription can hold is its terms.
/// Call within a scoped transaction.
@Component
class AddOnWords {

    static final String KIND = "service-plan-addon";
    static final String MISSING = "Add-on plan does not exist";
    static final String GUID = "guid";

    private final KeptObjects kept;
    private final AddOns addOns;

    AddOnWords(KeptObjects kept, AddOns addOns) {
        this.kept = kept;
        this.addOns = addOns;
    }

    /// @throws Refused where its owner cannot offer what it gives
    void check(long owner, Map<String, String> data) {
        var refusals = addOns.refusals(owner, limits(data), permissions(data));
        if (!refusals.isEmpty()) throw new Refused(refusals);
    }

    private static Limits limits(Map<String, String> data) {
        var limits = new HashMap<String, Long>();
        TermWords.values("limit", data).forEach((key, value) -> limits.put(key, Long.valueOf(value)));
        // A subscription lasts as long as its plan says.
        limits.remove(TermWords.EXPIRATION);
        return new Limits(limits);
    }

    private static Permissions permissions(Map<String, String> data) {
        var permissions = new HashMap<String, Boolean>();
        TermWords.values("permission", data).forEach((key, value) -> permissions.put(key, Boolean.valueOf(value)));
        return new Permissions(permissions);
    }

    /// Whoever has it holds what it says now.
    void put(long id, long owner, String name, Map<String, String> data) {
        var guid = UUID.fromString(data.getOrDefault(GUID, ""));
        addOns.put(new AddOn(id, guid, owner, name, limits(data), permissions(data)));
    }

    /// The one that nodes `plan-id`, `plan-name`, `plan-guid`, `plan-external-id` name; it can be bound from now on.
    ///
    /// @param owner whose it must be
    /// @throws Failed where there is no such
    long named(Element asked, long owner) {
        var node = PlanWords.NODES.stream().filter(asked::has).findFirst().orElseThrow();
        var value = Forms.filled(asked, node).orElseThrow();
        var one = find(kept.of(KIND, owner), node.substring("plan-".length()), value)
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
        put(one.id(), owner, one.name(), one.data());
        return one.id();
    }

    /// @throws Refused while subscriptions have it
    void refuseBound(long id) {
        int bound = addOns.bound(id);
        if (bound > 0) throw new Refused(Refusal.state("plan.add-on-bound", bound));
    }

    /// What is called exactly so, before what is called so in another case.
    ///
    /// @param by one of `id`, `name`, `guid`, `external-id`
    static Optional<KeptObjects.One> find(List<KeptObjects.One> among, String by, String value) {
        return among.stream()
                .filter(_ -> !value.isEmpty())
                .filter(one -> value.equals(key(by, one)))
                .findFirst()
                .or(() -> among.stream()
                        .filter(one -> !value.isEmpty() && value.equalsIgnoreCase(key(by, one)))
                        .findFirst());
    }

    static String key(String by, KeptObjects.One one) {
        return switch (by) {
            case "id" -> Long.toString(one.id());
            case "name" -> one.name();
            default -> one.text(by);
        };
    }
}
