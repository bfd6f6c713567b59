package org.wirt.dialect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wirt.plan.Allowance;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;
import org.wirt.plan.Scope;

/// Limits and permissions in the words of the dialect. Most are Wirt's own keys; the others stand here.
final class TermWords {

    /// Wirt's key by the dialect's name, where they differ.
    private static final Map<String, String> LIMITS =
            Map.of("disk_space_soft", "disk_warn", "max_traffic_soft", "traffic_warn");

    private static final Map<String, String> PERMISSIONS = permissions();

    /// Names that a plan tells, in their order.
    private static final List<String> LIMITS_TOLD = List.of(
            "max_site",
            "max_subdom",
            "max_dom_aliases",
            "disk_space",
            "disk_space_soft",
            "max_traffic",
            "max_traffic_soft",
            "max_wu",
            "max_subftp_users",
            "max_db",
            "max_box",
            "mbox_quota",
            "max_maillists");

    /// What a reseller counts as `max_dom`.
    private static final String OF_HOSTING = "max_site";

    private static final List<String> RESELLERS_LIMITS = List.of("max_cl", "max_dom");

    private static final List<String> PERMISSIONS_TOLD = List.of(
            "manage_sh_access",
            "manage_dns",
            "manage_phosting",
            "manage_php_settings",
            "manage_php_version",
            "manage_anonftp",
            "manage_crontab",
            "manage_spamfilter",
            "manage_virusfilter",
            "allow_local_backups",
            "allow_ftp_backups",
            "manage_webstat",
            "manage_log",
            "access_appcatalog",
            "create_domains",
            "manage_subdomains",
            "manage_domain_aliases",
            "manage_subftp",
            "manage_mail_settings",
            "manage_maillists",
            "manage_performance",
            "manage_quota",
            "remote_db_connection",
            "access_service_users");

    private static final List<String> RESELLERS_PERMISSIONS =
            List.of("create_clients", "allow_oversell", "remote_access_interface", "cp_access");

    /// Widespread clients say these of subscriptions, too, where there is nothing that they could mean.
    private static final Set<String> RESELLERS_ALONE = Set.of("create_clients", "allow_oversell");

    private static final String EXPIRATION = "expiration";
    private static final String LIMIT = "limit.";
    private static final String PERMISSION = "permission.";

    /// Of older panels: taken, and of no meaning.
    private static final Set<String> OLD = Set.of(
            "max_webapps", "max_site_builder", "max_unity_mobile_sites", "upsell_site_builder", "max_mn", EXPIRATION);

    private static final Map<String, Overuse> OVERUSE = overuse();

    /// What a reseller's right to make subscriptions is called as input.
    static final String SUBSCRIPTIONS = PERMISSION + Catalogue.CREATE_SUBSCRIPTIONS;

    private TermWords() {}

    private static Map<String, String> permissions() {
        var names = new LinkedHashMap<String, String>();
        names.put("manage_domain_aliases", "manage_aliases");
        names.put("manage_subftp", "manage_ftp");
        names.put("manage_mail_settings", "manage_mail");
        names.put("remote_db_connection", "remote_db");
        names.put("access_service_users", "manage_users");
        names.put("access_appcatalog", "manage_apps");
        names.put("allow_local_backups", "backup_local");
        names.put("allow_ftp_backups", "backup_remote");
        names.put("cp_access", Catalogue.PANEL_ACCESS);
        names.put("remote_access_interface", Catalogue.REMOTE_API);
        return names;
    }

    private static Map<String, Overuse> overuse() {
        var words = new LinkedHashMap<String, Overuse>();
        words.put("block", Overuse.NOT_ALLOWED);
        words.put("notify", Overuse.DISK_AND_TRAFFIC);
        words.put("normal", Overuse.NOT_ALLOWED);
        words.put("not_suspend", Overuse.ALLOWED);
        words.put("not_suspend_notify", Overuse.ALLOWED);
        return words;
    }

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
        if (domains != null) said.putIfAbsent(SUBSCRIPTIONS, domains);
        input.putAll(said);
        return input;
    }

    /// What something holds, as names of input.
    static Set<String> names(Allowance held) {
        var names = new LinkedHashSet<String>();
        for (var key : held.limits().values().keySet()) names.add(LIMIT + key);
        for (var key : held.permissions().values().keySet()) names.add(PERMISSION + key);
        return names;
    }

    /// Every limit is 0, no right is given, as far as that is said.
    private static Map<String, String> nothing(Element from, Set<String> held, boolean reseller) {
        var input = new LinkedHashMap<String, String>();
        if (from.part("limits").has("all-to-zero")) {
            for (var name : limitNames(reseller)) input.put(LIMIT + limit(name), "0");
            for (var name : held)
                if (name.startsWith(LIMIT) && !isOld(name.substring(LIMIT.length()))) input.put(name, "0");
        }
        if (from.part("permissions").has("revoke-all")) {
            for (var name : permissionNames(reseller)) input.put(PERMISSION + permission(name), "false");
            if (reseller) input.put(SUBSCRIPTIONS, "false");
            for (var name : held) if (name.startsWith(PERMISSION)) input.put(name, "false");
        }
        return input;
    }

    private static Map<String, String> said(Element from, boolean reseller) {
        var input = new LinkedHashMap<String, String>();
        from.child("limits").ifPresent(limits -> {
            for (var one : limits.all("limit")) limit(one.needed("name").text(), one.text("value"), reseller, input);
            // The oldest packets have a node for each.
            for (var one : limits.children())
                if (Catalogue.knowsLimit(limit(one.name()))) limit(one.name(), one.text(), reseller, input);
            limits.child("overuse").ifPresent(word -> input.put("overuse", overuse(word.text())));
            limits.child("resource-policy").ifPresent(policy -> {
                policy.child("overuse").ifPresent(word -> input.put("overuse", overuse(word.text())));
                policy.child("oversell")
                        .ifPresent(word -> input.put("oversell", String.valueOf(Forms.bool(word.text()))));
            });
        });
        for (var one : from.part("permissions").all("permission")) {
            var name = one.needed("name").text();
            boolean on = Forms.bool(one.text("value"));
            if (reseller || !RESELLERS_ALONE.contains(name))
                input.put(PERMISSION + permission(name, reseller), String.valueOf(on));
        }
        return input;
    }

    /// When what they hold ends, which the dialect counts among the limits: the seconds since 1970. Absent: not named;
    /// -1: never.
    static OptionalLong expiration(Element from) {
        return from.part("limits").all("limit").stream()
                .filter(one -> one.text("name").equals(EXPIRATION))
                .mapToLong(one -> expiration(one.text("value")))
                .findFirst();
    }

    /// The limit that says when something ends.
    static Element end(Optional<Instant> end) {
        return ending(end.map(Instant::getEpochSecond));
    }

    /// The same of a plan, which says how long.
    static Element ending(Optional<Long> seconds) {
        return new Element("limit").add("name", EXPIRATION).add("value", seconds.orElse(-1L));
    }

    private static long expiration(String value) {
        if (!value.matches("-1|\\d{1,11}")) throw Failed.invalid("Wrong value of limit expiration: " + value);
        return Long.parseLong(value);
    }

    /// What only the other kind counts would be told under another name than it was said, or not at all.
    private static void limit(String name, String value, boolean reseller, Map<String, String> input) {
        if (OLD.contains(name)) return;
        var key = limit(name);
        boolean known = name.startsWith("ext_") ? Catalogue.isKey(name) : Catalogue.knowsLimit(key);
        boolean others = name.equals(OF_HOSTING) ? reseller : RESELLERS_LIMITS.contains(name) && !reseller;
        if (!known || others || !isOf(Catalogue.limit(key).scope(), reseller))
            throw Failed.invalid("Unknown limit " + name);
        if (!value.matches("-1|\\d{1,18}")) throw Failed.invalid("Wrong value of limit " + name + ": " + value);
        input.put(LIMIT + key, value);
    }

    private static String permission(String name, boolean reseller) {
        var key = permission(name);
        if (!Catalogue.isKey(name) || !isOf(Catalogue.permission(key).scope(), reseller))
            throw Failed.invalid("Unknown permission " + name);
        return key;
    }

    private static boolean isOf(Scope scope, boolean reseller) {
        return reseller ? scope.reachesResellers() : scope.reachesSubscriptions();
    }

    static String overuse(String word) {
        var overuse = OVERUSE.get(word);
        if (overuse == null) throw Failed.invalid("Unknown overuse policy " + word);
        return overuse.name().toLowerCase(Locale.ROOT);
    }

    static List<String> limitNames(boolean reseller) {
        if (!reseller) return LIMITS_TOLD;
        return together(
                LIMITS_TOLD.stream().filter(name -> !name.equals(OF_HOSTING)).toList(), RESELLERS_LIMITS);
    }

    static List<String> permissionNames(boolean reseller) {
        return reseller ? together(PERMISSIONS_TOLD, RESELLERS_PERMISSIONS) : PERMISSIONS_TOLD;
    }

    private static List<String> together(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /// Whether it is taken, and of no meaning.
    static boolean isOld(String limit) {
        return OLD.contains(limit);
    }

    static String limit(String name) {
        return name.equals("max_dom") ? Catalogue.DOMAINS : LIMITS.getOrDefault(name, name);
    }

    static String permission(String name) {
        return PERMISSIONS.getOrDefault(name, name);
    }

    private static String resellers(String name) {
        return name.equals("create_domains") ? Catalogue.CREATE_SUBSCRIPTIONS : permission(name);
    }

    /// @param reseller whether they are a reseller's
    static Element limits(Allowance held, boolean reseller, boolean oversell) {
        var node = new Element("limits");
        if (reseller)
            node.add(new Element("resource-policy").add("oversell", oversell).add("overuse", word(held.overuse())));
        else node.add("overuse", word(held.overuse()));
        told(held.limits(), reseller)
                .forEach((name, value) ->
                        node.add(new Element("limit").add("name", name).add("value", value)));
        return node;
    }

    /// Of what gives a part alone: by the dialect's names, what it names and nothing else.
    ///
    /// @param group `limit` or `permission`, which its values begin with
    static Element said(String group, Map<String, String> values) {
        var left = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (key.startsWith(group + ".")) left.put(key.substring(group.length() + 1), value);
        });
        var node = new Element(group + "s");
        boolean limits = group.equals("limit");
        for (var name : limits ? LIMITS_TOLD : permissionNames(true)) {
            var value = left.remove(limits ? limit(name) : permission(name));
            if (value != null) node.add(new Element(group).add("name", name).add("value", value));
        }
        left.forEach(
                (name, value) -> node.add(new Element(group).add("name", name).add("value", value)));
        return node;
    }

    private static String word(Overuse overuse) {
        return OVERUSE.entrySet().stream()
                .filter(e -> e.getValue() == overuse)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("block");
    }

    /// By the dialect's names, in its order, then whatever else is kept.
    static Map<String, Long> told(Limits limits, boolean reseller) {
        var all = new LinkedHashMap<String, Long>();
        for (var name : limitNames(reseller)) all.put(name, limits.get(limit(name)));
        var keys = new LinkedHashSet<>(limits.values().keySet());
        keys.removeIf(key -> !key.startsWith("ext_"));
        for (var key : keys) all.put(key, limits.get(key));
        return all;
    }

    static Element permissions(Permissions held, boolean reseller) {
        var node = new Element("permissions");
        var names = new LinkedHashSet<>(PERMISSIONS_TOLD);
        if (reseller) names.addAll(RESELLERS_PERMISSIONS);
        var known = new LinkedHashSet<String>();
        for (var name : names) known.add(permission(name));
        for (var name : names)
            node.add(new Element("permission")
                    .add("name", name)
                    .add("value", held.allow(reseller ? resellers(name) : permission(name))));
        held.values().forEach((key, on) -> {
            if (!known.contains(key) && !Catalogue.knowsPermission(key))
                node.add(new Element("permission").add("name", key).add("value", on));
        });
        return node;
    }
}
