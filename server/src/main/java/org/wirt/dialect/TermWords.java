package org.wirt.dialect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wirt.plan.Allowance;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;

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
    static final String OF_HOSTING = "max_site";

    static final List<String> RESELLERS_LIMITS = List.of("max_cl", "max_dom");

    private static final List<String> PERMISSIONS_TOLD = List.of(
            "manage_sh_access",
            "manage_dns",
            "manage_phosting",
            "manage_php_settings",
            "manage_php_version",
            "override_web_policy",
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
            "manage_db_users",
            "remote_db_connection",
            "access_service_users",
            "remote_access_interface",
            "cp_access");

    private static final List<String> RESELLERS_PERMISSIONS = List.of("create_clients", "allow_oversell");

    static final String EXPIRATION = "expiration";
    static final String LIMIT = "limit.";
    static final String PERMISSION = "permission.";

    /// Of older panels: taken, and of no meaning.
    static final List<String> OLD_LIMITS =
            List.of("max_webapps", "max_site_builder", "max_unity_mobile_sites", "upsell_site_builder", "max_mn");

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

    /// What something holds, as names of input.
    static Set<String> names(Allowance held) {
        var names = new LinkedHashSet<String>();
        for (var key : held.limits().values().keySet()) names.add(LIMIT + key);
        for (var key : held.permissions().values().keySet()) names.add(PERMISSION + key);
        return names;
    }

    /// The limit that says when something ends.
    static Element end(Optional<Instant> end) {
        return ending(end.map(Instant::getEpochSecond));
    }

    /// The same of a plan, which says how long.
    static Element ending(Optional<Long> seconds) {
        return new Element("limit").add("name", EXPIRATION).add("value", seconds.orElse(-1L));
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

    /// Whether it is taken, and no limit that there is.
    static boolean isOld(String limit) {
        return limit.equals(EXPIRATION) || OLD_LIMITS.contains(limit);
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
        var left = values(group, values);
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

    /// What such values say, by Wirt's keys.
    static Map<String, String> values(String group, Map<String, String> said) {
        var values = new TreeMap<String, String>();
        said.forEach((key, value) -> {
            if (key.startsWith(group + ".")) values.put(key.substring(group.length() + 1), value);
        });
        return values;
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
