package org.wirt.subscription;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;

/// Subscriptions and resellers, named by what a test says about them.
final class Given {

    static final long GB = 1L << 30;
    static final long RESELLER = 7;

    private Given() {}

    static Allowance allowance(Object... keysAndValues) {
        return new Allowance(
                limits(keysAndValues), Permissions.NONE, Apps.none(), Overuse.NOT_ALLOWED, Optional.empty());
    }

    static Limits limits(Object... keysAndValues) {
        var values = new LinkedHashMap<String, Long>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], ((Number) keysAndValues[i + 1]).longValue());
        }
        return new Limits(values);
    }

    static Allowance allowing(Allowance allowance, String... permissions) {
        return Arrays.stream(permissions)
                .reduce(allowance, (all, key) -> all.with(all.permissions().with(key, true)), (_, later) -> later);
    }

    static Allowance until(Allowance allowance, String day) {
        return new Allowance(
                allowance.limits(),
                allowance.permissions(),
                allowance.apps(),
                allowance.overuse(),
                Optional.of(Instant.parse(day + "T00:00:00Z")));
    }

    static Apps apps(String... names) {
        return new Apps.Named(Set.of(names));
    }

    static Holding subscription(String name, Allowance allowance, long diskUsed) {
        return new Holding(name, allowance, Usage.of(diskUsed, 0));
    }

    /// 100 GB, 80 GB of it granted, 60 GB in use.
    static ResellerRoom reseller(boolean oversell) {
        return new ResellerRoom(
                RESELLER,
                true,
                limits("disk_space", 100 * GB),
                limits("disk_space", 80 * GB),
                new Usage(Map.of("disk_space", 60 * GB)),
                oversell,
                3,
                Permissions.NONE,
                Apps.all());
    }

    static ResellerRoom suspended(ResellerRoom room) {
        return new ResellerRoom(
                room.account(),
                false,
                room.limits(),
                room.granted(),
                room.used(),
                room.oversell(),
                room.customers(),
                room.permissions(),
                room.apps());
    }

    static ResellerRoom holding(ResellerRoom room, Limits limits) {
        return new ResellerRoom(
                room.account(),
                room.active(),
                limits,
                room.granted(),
                room.used(),
                room.oversell(),
                room.customers(),
                room.permissions(),
                room.apps());
    }

    static ResellerRoom allowing(ResellerRoom room, Apps apps, String... permissions) {
        return new ResellerRoom(
                room.account(),
                room.active(),
                room.limits(),
                room.granted(),
                room.used(),
                room.oversell(),
                room.customers(),
                allowing(allowance(), permissions).permissions(),
                apps);
    }
}
