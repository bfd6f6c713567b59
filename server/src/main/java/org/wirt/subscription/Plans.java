package org.wirt.subscription;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;

/// The plans that can be bound. Call within a scoped transaction.
@Component
public class Plans {

    public enum Kind {
        HOSTING,
        RESELLER
    }

    /// @param owner whose plan it is; only subscriptions in his realm can be bound to it
    /// @param validity how long a subscription made from it lasts
    public record Plan(
            long id,
            Kind kind,
            long owner,
            String name,
            Allowance allowance,
            boolean oversell,
            Optional<Duration> validity) {}

    /// The hosting plan whose values a subscription without a plan starts with, on a fresh installation.
    public static final String DEFAULT = "Default Domain";

    private static final String COLUMNS =
            "select id, kind, account_id, name, limits, permissions, apps, overuse, oversell, validity_days from wirt.plan ";

    private final DSLContext database;

    Plans(DSLContext database) {
        this.database = database;
    }

    /// The plans a provider offers, by name.
    public List<Plan> offered(long owner, Kind kind) {
        return database.resultQuery(
                        COLUMNS + "where account_id = ? and kind = ? order by lower(name), id", owner, kind.name())
                .fetch(Plans::plan);
    }

    public Optional<Plan> find(long id) {
        return Optional.ofNullable(byId(List.of(id)).get(id));
    }

    Map<Long, Plan> byId(Collection<Long> ids) {
        return database
                .resultQuery(COLUMNS + "where id = any(?)", (Object) ids.toArray(Long[]::new))
                .fetch(Plans::plan)
                .stream()
                .collect(Collectors.toMap(Plan::id, p -> p));
    }

    /// What a subscription bound to no plan starts with.
    public Allowance usual(long owner) {
        return offered(owner, Kind.HOSTING).stream()
                .filter(p -> p.name().equals(DEFAULT))
                .findFirst()
                .map(Plan::allowance)
                .orElseGet(() -> new Allowance(
                        Limits.NONE,
                        Permissions.NONE.with(Catalogue.PANEL_ACCESS, true),
                        Apps.all(),
                        Overuse.NOT_ALLOWED,
                        Optional.empty()));
    }

    private static Plan plan(Record r) {
        return new Plan(
                r.get("id", Long.class),
                Kind.valueOf(r.get("kind", String.class)),
                r.get("account_id", Long.class),
                r.get("name", String.class),
                new Allowance(
                        Limits.of(r.get("limits", JSONB.class).data()),
                        Permissions.of(r.get("permissions", JSONB.class).data()),
                        Apps.of(r.get("apps", String[].class)),
                        Overuse.valueOf(r.get("overuse", String.class)),
                        Optional.empty()),
                r.get("oversell", Boolean.class),
                Optional.ofNullable(r.get("validity_days", Integer.class)).map(Duration::ofDays));
    }
}
