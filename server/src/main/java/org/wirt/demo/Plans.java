package org.wirt.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;

/// What is sold in the demo: plans of the administrator, of each reseller, and two for resellers.
final class Plans {

    /// @param limits as they are stored, handed on to subscriptions
    record Plan(long id, String limits, String permissions) {}

    private static final long GIGABYTE = 1L << 30;
    private static final String LITTLE = limits(5, 50, 1, 3, 0);
    private static final String MORE = limits(25, 250, 5, 25, 3);
    private static final String MOST = limits(100, 1_000, 50, 250, 20);
    private static final String PERMISSIONS = permissions(
            "panel_access",
            "create_domains",
            "manage_subdomains",
            "manage_aliases",
            "manage_ftp",
            "manage_mail",
            "manage_dns",
            "manage_phosting",
            "manage_users",
            "manage_webstat",
            "backup_local");
    private static final String SMALL_PERMISSIONS = permissions("panel_access", "manage_mail");
    private static final String RESELLER_PERMISSIONS =
            PERMISSIONS.replace("}", ",\"create_clients\":true,\"create_subscriptions\":true,\"remote_api\":true}");

    private final DSLContext database;
    private final Map<Long, List<Plan>> byProvider = new HashMap<>();

    Plans(DSLContext database) {
        this.database = database;
        hosting(1, "Privat", "Gewerbe", "Agentur");
        reseller("Reseller S", 500, 200, -1);
        reseller("Reseller L", 5_000, 2_000, 1_000);
    }

    /// Three plans: with little, with more, with nearly everything.
    void hosting(long provider, String little, String more, String most) {
        add(provider, little, LITTLE, SMALL_PERMISSIONS);
        add(provider, more, MORE, PERMISSIONS);
        add(provider, most, MOST, PERMISSIONS);
    }

    List<Plan> of(long provider) {
        return Objects.requireNonNull(byProvider.get(provider));
    }

    private void add(long provider, String name, String limits, String permissions) {
        var id = Objects.requireNonNull(database.fetchSingle(
                        "insert into wirt.plan (kind, account_id, reseller_id, name, limits, permissions) "
                                + "values ('HOSTING', ?, ?, ?, ?::jsonb, ?::jsonb) returning id",
                        provider,
                        provider,
                        name,
                        limits,
                        permissions)
                .get(0, Long.class));
        byProvider.computeIfAbsent(provider, _ -> new ArrayList<>()).add(new Plan(id, limits, permissions));
    }

    private void reseller(String name, int gigabytes, int domains, int customers) {
        database.execute(
                "insert into wirt.plan (kind, account_id, reseller_id, name, limits, permissions, overuse, oversell) "
                        + "values ('RESELLER', 1, 1, ?, ?::jsonb, ?::jsonb, 'DISK_AND_TRAFFIC', true) "
                        + "on conflict do nothing",
                name,
                limits(gigabytes, gigabytes * 10, domains, domains * 10, domains)
                        .replace("}", ",\"max_cl\":" + customers + "}"),
                RESELLER_PERMISSIONS);
    }

    /// A reseller holds the values of his plan.
    void give(Rows resellers, long account, int number) {
        var plan = database.fetchSingle(
                "select id, limits::text, permissions::text from wirt.plan where kind = 'RESELLER' and name = ?",
                number % 3 == 0 ? "Reseller L" : "Reseller S");
        resellers.add(
                account,
                account,
                number % 4 == 3 ? null : plan.get(0),
                plan.get(1),
                plan.get(2),
                "DISK_AND_TRAFFIC",
                true);
    }

    private static String limits(int gigabytes, int traffic, int domains, int mailboxes, int ftp) {
        return "{\"disk_space\":" + gigabytes * GIGABYTE + ",\"max_traffic\":" + traffic * GIGABYTE + ",\"max_site\":"
                + domains + ",\"max_subdom\":-1,\"max_box\":" + mailboxes + ",\"mbox_quota\":" + GIGABYTE
                + ",\"max_subftp_users\":" + ftp + ",\"max_db\":" + domains + ",\"max_users\":" + domains + "}";
    }

    private static String permissions(String... keys) {
        return "{\"" + String.join("\":true,\"", keys) + "\":true}";
    }
}
