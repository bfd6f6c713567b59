package org.wirt.plan;

import static org.wirt.plan.Combining.MAX;
import static org.wirt.plan.Combining.NONE;
import static org.wirt.plan.Combining.SUM;
import static org.wirt.plan.Scope.BOTH;
import static org.wirt.plan.Scope.RESELLER;
import static org.wirt.plan.Scope.SUBSCRIPTION;
import static org.wirt.plan.Unit.BYTES;
import static org.wirt.plan.Unit.BYTES_PER_MONTH;
import static org.wirt.plan.Unit.BYTES_PER_SECOND;
import static org.wirt.plan.Unit.COUNT;
import static org.wirt.plan.Unit.MESSAGES_PER_HOUR;
import static org.wirt.plan.Unit.PERCENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can be sold: every limit and permission by key, in the order pages show them. The set is open; other keys are
/// stored and returned as they came. Labels: `limit.<key>` and `permission.<key>` in the message files.
public final class Catalogue {

    public static final String DISK_SPACE = "disk_space";
    public static final String TRAFFIC = "max_traffic";
    public static final String DOMAINS = "max_site";
    public static final String MAILBOXES = "max_box";
    public static final String MAILBOX_SIZE = "mbox_quota";
    public static final String DATABASES = "max_db";
    public static final String CUSTOMERS = "max_cl";
    public static final String USERS = "max_users";

    public static final String PANEL_ACCESS = "panel_access";
    public static final String REMOTE_API = "remote_api";
    public static final String CREATE_CUSTOMERS = "create_clients";
    public static final String CREATE_SUBSCRIPTIONS = "create_subscriptions";
    public static final String OVERSELL = "allow_oversell";

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,199}");

    private static final Map<String, LimitKey> LIMITS = new LinkedHashMap<>();
    private static final Map<String, PermissionKey> PERMISSIONS = new LinkedHashMap<>();

    static {
        limit(DISK_SPACE, BYTES, BOTH, SUM);
        limit(TRAFFIC, BYTES_PER_MONTH, BOTH, SUM);
        limit(DOMAINS, COUNT, BOTH, SUM);
        limit("max_subdom", COUNT, BOTH, SUM);
        limit("max_dom_aliases", COUNT, BOTH, SUM);
        limit(MAILBOXES, COUNT, BOTH, SUM);
        limit(MAILBOX_SIZE, BYTES, BOTH, MAX);
        limit("total_mboxes_quota", BYTES, BOTH, SUM);
        limit("max_maillists", COUNT, BOTH, SUM);
        limit("max_wu", COUNT, BOTH, SUM);
        limit("max_subftp_users", COUNT, BOTH, SUM);
        limit(DATABASES, COUNT, BOTH, SUM);
        limit("max_db_size", BYTES, BOTH, SUM);
        limit("max_tasks", COUNT, BOTH, SUM);
        limit(USERS, COUNT, BOTH, SUM);
        limit("out_msgs_box", MESSAGES_PER_HOUR, SUBSCRIPTION, MAX);
        limit("out_msgs_domain", MESSAGES_PER_HOUR, SUBSCRIPTION, MAX);
        limit("out_msgs_subscription", MESSAGES_PER_HOUR, SUBSCRIPTION, MAX);
        limit("hard_quota", BYTES, SUBSCRIPTION, NONE);
        limit("cpu", PERCENT, SUBSCRIPTION, SUM);
        limit("ram", BYTES, SUBSCRIPTION, SUM);
        limit("io", BYTES_PER_SECOND, SUBSCRIPTION, SUM);
        limit("disk_warn", BYTES, BOTH, NONE);
        limit("traffic_warn", BYTES_PER_MONTH, BOTH, NONE);
        limit(CUSTOMERS, COUNT, RESELLER, NONE);

        permissions(
                BOTH,
                "manage_dns",
                "manage_phosting",
                "manage_php_settings",
                "manage_php_version",
                "override_web_policy",
                "manage_sh_access",
                "manage_anonftp",
                "manage_crontab",
                "manage_spamfilter",
                "manage_virusfilter",
                "backup_local",
                "backup_remote",
                "manage_webstat",
                "manage_log",
                "manage_apps",
                "create_domains",
                "manage_subdomains",
                "manage_aliases",
                "manage_ftp",
                "manage_quota",
                "manage_mail",
                "manage_maillists",
                "manage_db_users",
                "remote_db",
                "manage_performance",
                "manage_users",
                PANEL_ACCESS);
        permissions(BOTH, REMOTE_API);
        permissions(RESELLER, CREATE_CUSTOMERS, CREATE_SUBSCRIPTIONS, OVERSELL);
    }

    private Catalogue() {}

    private static void limit(String name, Unit unit, Scope scope, Combining combining) {
        LIMITS.put(name, new LimitKey(name, unit, scope, combining));
    }

    private static void permissions(Scope scope, String... names) {
        for (var name : names) PERMISSIONS.put(name, new PermissionKey(name, scope));
    }

    public static List<LimitKey> limits() {
        return List.copyOf(LIMITS.values());
    }

    public static List<PermissionKey> permissions() {
        return List.copyOf(PERMISSIONS.values());
    }

    /// The key as the catalogue has it; one that it does not know counts things, and several of it are added up.
    public static LimitKey limit(String name) {
        return Optional.ofNullable(LIMITS.get(name)).orElseGet(() -> new LimitKey(name, COUNT, BOTH, SUM));
    }

    public static PermissionKey permission(String name) {
        return Optional.ofNullable(PERMISSIONS.get(name)).orElseGet(() -> new PermissionKey(name, BOTH));
    }

    /// Whether a key that it does not know can be stored.
    public static boolean isKey(String name) {
        return KEY.matcher(name).matches();
    }

    public static boolean knowsLimit(String name) {
        return LIMITS.containsKey(name);
    }

    public static boolean knowsPermission(String name) {
        return PERMISSIONS.containsKey(name);
    }

    /// What a reseller holds, in the catalogue's order, and after it the keys among the given that it does not know.
    static Stream<LimitKey> ofResellers(Stream<String> others) {
        return Stream.concat(LIMITS.keySet().stream(), others.distinct().sorted())
                .distinct()
                .map(Catalogue::limit)
                .filter(limit -> limit.scope().reachesResellers());
    }
}
