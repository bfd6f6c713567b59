package org.wirt.dialect;

import java.util.List;
import java.util.Map;

/// What nodes that may be left out need in them where they are there, however deep they stand and in whichever
/// operation: a packet in which that is missing is no packet, and nothing of it is done.
final class Needs {

    private static final List<String> SAID = List.of("name", "value");

    /// By the name of the node, wherever it stands.
    private static final Map<String, List<String>> ANYWHERE = Map.of(
            "property",
            SAID,
            "limit",
            SAID,
            "permission",
            SAID,
            "setting",
            SAID,
            "mailname",
            List.of("name"),
            RedirectWords.STANDARD,
            List.of("dest_url"),
            RedirectWords.FRAME,
            List.of("dest_url"));

    /// By the way to the node, from the operator on.
    private static final Map<String, String> THERE = Map.of(
            "mail/create/filter/mailname/mailbox", "enabled",
            "mail/update/add/filter/mailname/forwarding", "address",
            "mail/update/remove/filter/mailname/forwarding", "address",
            "reseller/ippool-add-ip/ip", "ip-address");

    private Needs() {}

    /// @throws Fault where something is missing
    static void check(String operator, Element operation) {
        for (var node : operation.children()) within(operator + "/" + operation.name(), node);
    }

    private static void within(String way, Element node) {
        var there = way + "/" + node.name();
        ANYWHERE.getOrDefault(node.name(), List.of()).forEach(node::needed);
        if (THERE.containsKey(there)) node.needed(THERE.get(there));
        for (var child : node.children()) within(there, child);
    }
}
