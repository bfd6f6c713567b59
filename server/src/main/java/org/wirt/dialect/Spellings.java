package org.wirt.dialect;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Nodes as older versions of the protocol spell them, which many programs still do. In packets of every version they
/// mean what is spelled otherwise today.
final class Spellings {

    private static final Map<String, String> OWNERS = Map.of(
            "owner_id", "owner-id",
            "owner_login", "owner-login");

    private static final Map<String, String> PLANS = Map.of(
            "plan_id", "plan-id",
            "plan_name", "plan-name",
            "plan_guid", "plan-guid",
            "template-id", "plan-id",
            "template-name", "plan-name");

    /// Once a domain was what a subscription is today, and its owner was a client.
    private static final Map<String, String> SUBSCRIPTIONS = Map.of(
            "domain_name", "name",
            "domain-name", "name",
            "client_id", "owner-id",
            "client-id", "owner-id",
            "client_login", "owner-login",
            "client-login", "owner-login");

    /// Today's spelling by the older one, by operator.
    private static final Map<String, Map<String, String>> ALL = Map.ofEntries(
            Map.entry("webspace", together(OWNERS, PLANS, SUBSCRIPTIONS)),
            Map.entry("domain", together(OWNERS, PLANS, SUBSCRIPTIONS)),
            Map.entry("customer", OWNERS),
            Map.entry("client", OWNERS),
            Map.entry("reseller", PLANS),
            Map.entry("dns", together(numbers("site"), Map.of("domain_alias_id", "site-alias-id"))),
            Map.entry("mail", together(numbers("site"), Map.of("redirect", "forwarding"))),
            Map.entry("site-alias", together(numbers("site"), names("site"))),
            Map.entry("protected-dir", together(numbers("site"), names("site"))),
            Map.entry("database", together(numbers("webspace"), names("webspace"))),
            Map.entry("ftp-user", together(numbers("webspace"), names("webspace"))));

    private static final Set<String> OF_SUBSCRIPTIONS = Set.of("webspace", "domain");
    private static final String SETUP = "gen_setup";

    private Spellings() {}

    /// @param today what a domain is called today, where its number names it
    private static Map<String, String> numbers(String today) {
        return Map.of("domain_id", today + "-id", "domain-id", today + "-id", today + "_id", today + "-id");
    }

    /// @param today what a domain is called today, where it is named
    private static Map<String, String> names(String today) {
        return Map.of("domain_name", today + "-name", "domain-name", today + "-name");
    }

    @SafeVarargs
    private static Map<String, String> together(Map<String, String>... some) {
        var all = new HashMap<String, String>();
        for (var one : some) all.putAll(one);
        return all;
    }

    /// The same operation, which understands both.
    static Operation of(String operator, Operation operation) {
        if (!ALL.containsKey(operator)) return operation;
        return new Operation(
                asked -> operation.check().accept(today(operator, asked)),
                (asked, exchange, results) -> operation.run().answer(today(operator, asked), exchange, results));
    }

    /// What is asked, in today's spelling.
    private static Element today(String operator, Element asked) {
        var spelled = spelled(asked.name(), asked, ALL.getOrDefault(operator, Map.of()));
        if (OF_SUBSCRIPTIONS.contains(operator)) raisePlan(spelled);
        return spelled;
    }

    private static Element spelled(String name, Element asked, Map<String, String> today) {
        var spelled = new Element(name);
        spelled.write(asked.exactly());
        for (var child : asked.children())
            spelled.add(spelled(today.getOrDefault(child.name(), child.name()), child, today));
        return spelled;
    }

    /// Some name the plan among what is said of the subscription in general, and mean the one beside that.
    private static void raisePlan(Element asked) {
        asked.child(SETUP).ifPresent(setup -> {
            for (var node : PlanWords.NODES) setup.all(node).forEach(asked::add);
            setup.keep(node -> !PlanWords.NODES.contains(node.name()));
        });
    }
}
