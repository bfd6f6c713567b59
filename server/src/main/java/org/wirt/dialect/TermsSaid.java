package org.wirt.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Scope;

/// What packets say of limits and permissions, as input of the deeds that give them.
final class TermsSaid {

    /// What stands beside the limits, and is none.
    private static final Set<String> BESIDE_LIMITS = Set.of("overuse", "resource-policy", "all-to-zero");

    private static final Set<String> BESIDE_PERMISSIONS = Set.of("revoke-all");

    /// Widespread clients say these of subscriptions, too, where there is nothing that they could mean.
    private static final Set<String> RESELLERS_ALONE = Set.of("create_clients", "allow_oversell");

    private record Said(String name, String value) {}

    private TermsSaid() {}

    /// What nodes `limits` and `permissions` say of a subscription or of a plan of hosting, as input of a deed that
    /// changes what is named.
    ///
    /// @param held names as of input that it has beside those that everything has: nothing and no right is none of
    /// those either
    static Map<String, String> ofHosting(Element from, Set<String> held) {
        var input = nothing(from, held, false);
        input.putAll(said(from, false));
        return input;
    }

    /// The same of a reseller: elsewhere to make domains is to make subscriptions, which is a right of its own here.
    static Map<String, String> ofReseller(Element from, Set<String> held) {
        var input = nothing(from, held, true);
        var said = said(from, true);
        var domains = said.get("permission.create_domains");
        if (domains != null) said.putIfAbsent(TermWords.SUBSCRIPTIONS, domains);
        input.putAll(said);
        return input;
    }

    /// Every limit is 0, no right is given, as far as that is said.
    private static Map<String, String> nothing(Element from, Set<String> held, boolean reseller) {
        var input = new LinkedHashMap<String, String>();
        if (from.part("limits").has("all-to-zero")) {
            for (var name : TermWords.limitNames(reseller)) input.put(TermWords.LIMIT + TermWords.limit(name), "0");
            for (var name : held)
                if (name.startsWith(TermWords.LIMIT) && !TermWords.isOld(name.substring(TermWords.LIMIT.length())))
                    input.put(name, "0");
        }
        if (from.part("permissions").has("revoke-all")) {
            for (var name : TermWords.permissionNames(reseller))
                input.put(TermWords.PERMISSION + TermWords.permission(name), "false");
            if (reseller) input.put(TermWords.SUBSCRIPTIONS, "false");
            for (var name : held) if (name.startsWith(TermWords.PERMISSION)) input.put(name, "false");
        }
        return input;
    }

    private static Map<String, String> said(Element from, boolean reseller) {
        var input = new LinkedHashMap<String, String>();
        var limits = from.part("limits");
        for (var one : all(limits, "limit", BESIDE_LIMITS)) limit(one, reseller, input);
        var policy = limits.part("resource-policy");
        for (var node : List.of(limits, policy))
            node.child("overuse").ifPresent(word -> input.put("overuse", TermWords.overuse(word.text())));
        policy.child("oversell").ifPresent(word -> input.put("oversell", String.valueOf(Forms.bool(word.text()))));
        for (var one : all(from.part("permissions"), "permission", BESIDE_PERMISSIONS)) {
            boolean on = Forms.bool(one.value);
            if (reseller || !RESELLERS_ALONE.contains(one.name))
                put(one.name, TermWords.PERMISSION + permission(one.name, reseller), String.valueOf(on), input);
        }
        return input;
    }

    /// Both ways to say them: as pairs, or, in the oldest packets, each as a node of its own.
    private static List<Said> all(Element group, String pair, Set<String> beside) {
        var all = new ArrayList<Said>();
        for (var node : group.children()) {
            if (node.name().equals(pair)) all.add(new Said(node.needed("name").text(), node.text("value")));
            else if (!beside.contains(node.name())) all.add(new Said(known(pair, node.name()), node.text()));
        }
        return all;
    }

    /// A pair can have any name of other panels, a node only one that is known.
    private static String known(String pair, String name) {
        boolean known = pair.equals("limit")
                ? Words.isLimit(name) || Catalogue.knowsLimit(TermWords.limit(name))
                : Words.isPermission(name) || Catalogue.knowsPermission(TermWords.permission(name));
        if (!known) throw Failed.invalid("Unknown " + pair + " " + name);
        return name;
    }

    /// @throws Failed where the same is said twice, and not the same of it
    private static void put(String name, String key, String value, Map<String, String> input) {
        var other = input.put(key, value);
        if (other != null && !other.equals(value)) throw twice(name);
    }

    private static Failed twice(String name) {
        return Failed.invalid("Different values are said of " + name + ".");
    }

    /// When what they hold ends, which the dialect counts among the limits: the seconds since 1970. Absent: not named;
    /// -1: never.
    static OptionalLong expiration(Element from) {
        var said = all(from.part("limits"), "limit", BESIDE_LIMITS).stream()
                .filter(one -> one.name.equals(TermWords.EXPIRATION))
                .mapToLong(one -> expiration(one.value))
                .distinct()
                .toArray();
        if (said.length > 1) throw twice(TermWords.EXPIRATION);
        return said.length == 0 ? OptionalLong.empty() : OptionalLong.of(said[0]);
    }

    private static long expiration(String value) {
        if (!value.matches("-1|\\d{1,11}")) throw Failed.invalid("Wrong value of limit expiration: " + value);
        return Long.parseLong(value);
    }

    /// What only the other kind counts would be told under another name than it was said, or not at all.
    private static void limit(Said said, boolean reseller, Map<String, String> input) {
        var name = said.name;
        if (TermWords.isOld(name)) return;
        var key = TermWords.limit(name);
        boolean known = name.startsWith("ext_") ? Catalogue.isKey(name) : Catalogue.knowsLimit(key);
        boolean others =
                name.equals(TermWords.OF_HOSTING) ? reseller : TermWords.RESELLERS_LIMITS.contains(name) && !reseller;
        if (!known || others || !isOf(Catalogue.limit(key).scope(), reseller))
            throw Failed.invalid("Unknown limit " + name);
        if (!said.value.matches("-1|\\d{1,18}"))
            throw Failed.invalid("Wrong value of limit " + name + ": " + said.value);
        put(name, TermWords.LIMIT + key, said.value, input);
    }

    private static String permission(String name, boolean reseller) {
        var key = TermWords.permission(name);
        if (!Catalogue.isKey(name) || !isOf(Catalogue.permission(key).scope(), reseller))
            throw Failed.invalid("Unknown permission " + name);
        return key;
    }

    private static boolean isOf(Scope scope, boolean reseller) {
        return reseller ? scope.reachesResellers() : scope.reachesSubscriptions();
    }
}
