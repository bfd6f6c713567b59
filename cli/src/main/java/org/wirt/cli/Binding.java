package org.wirt.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The plan that something is bound to, and what it holds besides.
record Binding(Crossing crossing, Node data) {

    private List<String> guids() {
        return data.part("subscriptions").all("subscription").stream()
                .flatMap(subscription -> subscription.all("plan").stream())
                .map(plan -> plan.text("plan-guid"))
                .toList();
    }

    private Optional<String> plan() {
        return here(crossing.plans).findFirst();
    }

    private Stream<String> here(Map<String, String> known) {
        return guids().stream().map(guid -> known.getOrDefault(guid, "")).filter(guid -> !guid.isEmpty());
    }

    /// Plans of its that are none here.
    List<String> lost() {
        return guids().stream()
                .filter(guid -> !crossing.plans.containsKey(guid) && !crossing.addOns.containsKey(guid))
                .toList();
    }

    void bind(String operator, String number) throws Packets.Refused {
        var plan = plan();
        if (plan.isEmpty()) return;
        crossing.here.one(
                operator, Crossing.on("switch-subscription", "id", number).add("plan-guid", plan.get()));
        var addOns = here(crossing.addOns).toList();
        if (addOns.isEmpty()) return;
        // None is taken beside values of its own; those it has come afterwards.
        crossing.here.one(operator, Crossing.on("sync-subscription", "id", number));
        for (var guid : addOns)
            crossing.here.one(
                    operator, Crossing.on("add-subscription", "id", number).add("plan-guid", guid));
    }

    /// Makes it bound from the first moment.
    void say(Node add) {
        plan().ifPresent(guid -> add.add("plan-guid", guid));
        var values = values();
        Terms.withoutPast(values);
        values.children().forEach(add::add);
    }

    /// Whoever holds just what his plan says is bound to it, and has an end of his own at most.
    Node values() {
        var values = new Node("values");
        boolean locked =
                !data.part("subscriptions").part("subscription").text("locked").equals("false");
        if (locked || plan().isEmpty() || !lost().isEmpty()) crossing.terms().copied(data, values);
        else values.add(Terms.ending(data));
        return values;
    }
}
