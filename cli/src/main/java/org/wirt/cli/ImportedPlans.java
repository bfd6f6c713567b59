package org.wirt.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Plans. One of the same name that says the same is the same; where it says something else the other panel's stands
/// beside it, under a name that says where it is from.
final class ImportedPlans {

    private static final String[] PARTS = {
        "mail", "preferences", "hosting", "performance", "php-settings", "log-rotation"
    };

    private final Crossing crossing;
    private final String from;

    ImportedPlans(Crossing crossing) {
        this.crossing = crossing;
        this.from = URI.create(crossing.there.url()).getHost();
    }

    void ofResellers() {
        var asked = new Node("get")
                .add(new Node("filter").add(new Node("all")))
                .add(new Node("limits"))
                .add(new Node("permissions"));
        var here = new ArrayList<>(crossing.ours("reseller-plan", asked));
        for (var plan : crossing.told("reseller-plan", "reseller-plan", asked, "*"))
            if (!plan.text("guid").isEmpty()) take("reseller-plan", plan, here, "");
    }

    void hosting() {
        sold("service-plan");
        sold("service-plan-addon");
    }

    private void sold(String operator) {
        var asked = Crossing.all().add(new Node("owner-all"));
        var here = new ArrayList<>(crossing.ours(operator, asked));
        for (var plan : crossing.told(operator, operator, asked, "*")) {
            if (plan.text("guid").isEmpty()) continue;
            var owner = plan.text("owner-id");
            var account = owner.isEmpty() ? "" : crossing.accounts.get(owner);
            if (account == null) crossing.not(operator, plan, plan.text("name"), crossing.t.of("import-no-owner"));
            else if (owner.isEmpty() || !account.isEmpty()) take(operator, plan, here, account);
            else {
                // Whose it is will be made: nothing of his is here.
                crossing.taken(operator, plan, plan.text("name"), "");
                known(operator).put(plan.text("guid"), "");
            }
        }
    }

    private Map<String, String> known(String operator) {
        return operator.equals("service-plan-addon") ? crossing.addOns : crossing.plans;
    }

    private void take(String operator, Node plan, List<Node> here, String owner) {
        var name = plan.text("name");
        var external = Crossing.external(plan, plan);
        var own =
                here.stream().filter(one -> one.text("owner-id").equals(owner)).toList();
        var same = own.stream()
                .filter(one -> one.text("external-id").equals(external))
                .findFirst()
                .or(() -> named(own, name).filter(one -> says(one).equals(says(plan))));
        if (same.isPresent()) {
            crossing.present(operator, plan, same.get().text("name"), same.get().text("id"));
            known(operator).put(plan.text("guid"), same.get().text("guid"));
            return;
        }
        var wanted = named(own, name).isPresent() ? name + " (" + from + ")" : name;
        crossing.make(operator, plan, wanted, () -> made(operator, plan, wanted, owner, external))
                .filter(_ -> crossing.dry)
                .ifPresent(_ -> known(operator).put(plan.text("guid"), ""));
    }

    private Node made(String operator, Node plan, String name, String owner, String external) throws Packets.Refused {
        var add = new Node("add").add("name", name);
        if (!owner.isEmpty()) add.add("owner-id", owner);
        Crossing.copy(plan, add, PARTS);
        crossing.terms().copied(plan, add);
        var made = crossing.here.one(operator, add.add("external-id", external));
        known(operator).put(plan.text("guid"), made.text("guid"));
        return made;
    }

    private static Optional<Node> named(List<Node> plans, String name) {
        return plans.stream()
                .filter(one -> one.text("name").equalsIgnoreCase(name))
                .findFirst();
    }

    /// What a plan grants, in whatever order it is told.
    private static Map<String, String> says(Node plan) {
        var all = new TreeMap<String, String>();
        for (var group : List.of("limits", "permissions"))
            for (var one : plan.part(group).children()) {
                if (one.child("name").isPresent()) all.put(group + "." + one.text("name"), one.text("value"));
                else if (one.children().isEmpty()) all.put(group + "." + one.name(), one.text());
                else one.children().forEach(part -> all.put(group + "." + part.name(), part.text()));
            }
        return all;
    }
}
