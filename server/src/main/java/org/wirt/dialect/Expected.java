package org.wirt.dialect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which nodes can stand where what is passed over would be called done. Elsewhere a node that nobody knows means
/// nothing, and many programs send some.
final class Expected {

    private static final Set<String> ACCOUNT = Set.of(
            "cname",
            "pname",
            "login",
            "passwd",
            "status",
            "phone",
            "fax",
            "email",
            "address",
            "city",
            "state",
            "pcode",
            "country",
            "locale",
            "external-id",
            "description");

    /// Of a subscription. Some say again what kind of hosting it has when they change it.
    private static final Set<String> SUBSCRIPTION = together(
            Set.copyOf(AccountWords.OWNERS),
            "name",
            "htype",
            "ip_address",
            "status",
            "external-id",
            "description",
            "admin-description",
            "reseller-description");

    private static final Set<String> BESIDE_PLAN = together(Set.copyOf(PlanWords.NODES), "limits", "permissions");

    /// Behind the operation the way to where they stand.
    private static final Map<String, Set<String>> ALL = all();

    private Expected() {}

    private static Map<String, Set<String>> all() {
        var all = new HashMap<String, Set<String>>();
        all.put("customer/add", Set.of("gen_info", "limits", "permissions"));
        all.put("customer/add/gen_info", together(ACCOUNT, AccountWords.OWNERS.toArray(String[]::new)));
        all.put("customer/set/values", Set.of("gen_info", "limits", "permissions"));
        all.put("customer/set/values/gen_info", together(ACCOUNT, "guid"));
        all.put("reseller/add", together(BESIDE_PLAN, "gen-info"));
        all.put("reseller/add/gen-info", together(ACCOUNT, "power-user"));
        all.put("reseller/set/values", Set.of("gen-info", "limits", "permissions"));
        all.put("reseller/set/values/gen-info", together(ACCOUNT, "power-user", "guid"));
        all.put("reseller/sync-subscription", Set.of("filter"));
        all.put(
                "webspace/add",
                together(BESIDE_PLAN, "gen_setup", "hosting", "prefs", "performance", "php-settings", "mail"));
        all.put("webspace/add/gen_setup", SUBSCRIPTION);
        all.put("webspace/set/values", WebspaceOperator.VALUES);
        all.put("webspace/set/values/gen_setup", together(SUBSCRIPTION, "guid", "admin-as-vendor"));
        all.put("webspace/sync-subscription", Set.of("filter"));
        all.put("site/add", Set.of("gen_setup", "hosting", "prefs", "performance", "mail"));
        all.put(
                "site/add/gen_setup",
                Set.of(
                        "name",
                        "htype",
                        "status",
                        "webspace-name",
                        "webspace-id",
                        "webspace-guid",
                        "parent-site-name",
                        "parent-site-id",
                        "parent-site-guid",
                        "description"));
        all.put("site/set/values", SiteOperator.VALUES);
        all.put("site/set/values/gen_setup", Set.of("name", "status", "guid", "description", "turn-off-action"));
        all.put("dns/add_rec", Set.of("site-id", "site-alias-id", "template", "type", "host", "value", "opt"));
        all.put(
                "mail/set_prefs/prefs",
                Set.of(
                        "none",
                        "nonexistent-user",
                        "webmail",
                        "spam-protect-sign",
                        "greylisting",
                        "mailservice",
                        "ip_address",
                        "mail-provider",
                        "webmail-certificate"));
        return all;
    }

    private static Set<String> together(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    /// The same operation, which refuses the others.
    ///
    /// @param operator by its usual name
    static Operation only(String operator, Operation operation) {
        return new Operation(
                asked -> {
                    check(operator + "/" + asked.name(), asked);
                    operation.check().accept(asked);
                },
                operation.run());
    }

    private static void check(String way, Element within) {
        var known = ALL.get(way);
        for (var node : within.children()) {
            if (known != null && !known.contains(node.name()))
                throw Fault.malformed("Node " + node.name() + " is not expected in " + within.name());
            check(way + "/" + node.name(), node);
        }
    }
}
