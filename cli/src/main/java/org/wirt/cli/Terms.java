package org.wirt.cli;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Limits and permissions, as they are taken over.
final class Terms {

    private static final String EXPIRATION = "expiration";
    private static final String LIMITS = "limits";
    private static final String PERMISSIONS = "permissions";
    private static final String SUBSCRIPTIONS = "create_subscriptions";

    /// Besides those of subscriptions.
    private static final List<String> LIMITS_OF_RESELLERS = List.of("max_cl", "max_dom");

    /// Which resellers count as `max_dom`.
    private static final String OF_SUBSCRIPTIONS = "max_site";

    private static final List<String> PERMISSIONS_OF_RESELLERS =
            List.of("create_clients", SUBSCRIPTIONS, "allow_oversell", "remote_access_interface", "cp_access");

    private final Crossing crossing;
    private final Set<String> limits = new LinkedHashSet<>();
    private final Set<String> permissions = new LinkedHashSet<>();

    /// Those that have been told.
    private final Set<String> unknown = new HashSet<>();

    Terms(Crossing crossing) {
        this.crossing = crossing;
    }

    private Set<String> limits() {
        if (limits.isEmpty()) {
            limits.addAll(LIMITS_OF_RESELLERS);
            limits.addAll(described("limit"));
            // When it ends is no amount, and taken over by itself.
            limits.remove(EXPIRATION);
        }
        return limits;
    }

    private List<String> described(String what) {
        return crossing.ours("webspace", new Node("get-" + what + "-descriptor").add(new Node("filter"))).stream()
                .flatMap(result -> result.part("descriptor").all("property").stream())
                .map(property -> property.text("name"))
                .toList();
    }

    /// What stands there may be more than would be granted today: it is taken under no limit, and bound afterwards.
    void everything(Node add, boolean reseller) {
        var all = new Node(LIMITS);
        for (var name : limits())
            if (reseller ? !name.equals(OF_SUBSCRIPTIONS) : !LIMITS_OF_RESELLERS.contains(name))
                all.add(new Node("limit").add("name", name).add("value", "-1"));
        if (permissions.isEmpty()) permissions.addAll(described("permission"));
        var granted = new Node(PERMISSIONS);
        permissions.forEach(name -> granted.add(permitted(name)));
        if (reseller) PERMISSIONS_OF_RESELLERS.forEach(name -> granted.add(permitted(name)));
        add.add(all).add(granted);
    }

    private static Node permitted(String name) {
        return new Node("permission").add("name", name).add("value", "true");
    }

    /// As they are there; a limit that is unknown here is told once.
    void copied(Node from, Node to) {
        from.child(LIMITS).ifPresent(said -> {
            var all = new Node(LIMITS);
            said.children().stream()
                    .filter(one -> !one.name().equals("limit") || isKnown(one.text("name")))
                    .forEach(all::add);
            to.add(all);
        });
        from.child(PERMISSIONS).ifPresent(said -> to.add(granted(said)));
    }

    /// Whether a reseller makes subscriptions is a permission of its own here; elsewhere it is that of making domains.
    private static Node granted(Node said) {
        var all = new Node(PERMISSIONS);
        said.children().forEach(all::add);
        boolean reseller = permission(said, "create_clients").isPresent();
        if (reseller && permission(said, SUBSCRIPTIONS).isEmpty())
            permission(said, "create_domains")
                    .ifPresent(value -> all.add(
                            new Node("permission").add("name", SUBSCRIPTIONS).add("value", value)));
        return all;
    }

    private static Optional<String> permission(Node said, String name) {
        return said.all("permission").stream()
                .filter(one -> one.text("name").equals(name))
                .map(one -> one.text("value"))
                .findFirst();
    }

    private boolean isKnown(String name) {
        if (name.equals(EXPIRATION) || name.startsWith("ext_") || limits().contains(name)) return true;
        if (unknown.add(name)) crossing.not("limit", new Node("result"), name, crossing.t.of("import-unknown-limit"));
        return false;
    }

    /// The limit that says when it ends, which an object has of its own even where it holds just what its plan says.
    static Node ending(Node from) {
        var end = new Node(LIMITS);
        end(from).ifPresent(end::add);
        return end;
    }

    private static Optional<Node> end(Node from) {
        return from.part(LIMITS).all("limit").stream()
                .filter(one -> one.text("name").equals(EXPIRATION))
                .findFirst();
    }

    /// Whether its date has passed.
    static boolean isPast(Node from) {
        return end(from)
                .map(one -> one.text("value"))
                .filter(value -> value.matches("\\d{1,11}"))
                .filter(value -> Long.parseLong(value) <= Instant.now().getEpochSecond())
                .isPresent();
    }

    /// A date that has passed is said only by whoever says as well that it has ended.
    static void withoutPast(Node values) {
        if (isPast(values))
            values.part(LIMITS).children().removeIf(one -> one.text("name").equals(EXPIRATION));
    }
}
