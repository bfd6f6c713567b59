package org.wirt.plan;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The plans of an account. Call within a scoped transaction.
@Component
public class PlanList {

    private static final long ADMINISTRATOR = 1;

    private static final String LOAD =
            "select p.id, p.kind, p.account_id, p.reseller_id, p.name, p.limits, p.permissions, "
                    + "p.apps, p.validity_days, p.overuse, p.oversell, p.changed, "
                    + "(select count(*) from wirt.subscription s where s.plan_id = p.id) "
                    + "+ (select count(*) from wirt.reseller r where r.plan_id = p.id) bound, "
                    + "array(select lower(o.name) from wirt.plan o where o.account_id = p.account_id and o.kind = p.kind and o.id <> p.id) taken "
                    + "from wirt.plan p ";

    private final DSLContext database;

    PlanList(DSLContext database) {
        this.database = database;
    }

    /// By name; an account has tens of plans, not thousands.
    public List<Plan> of(long account, Kind kind) {
        return database.resultQuery(
                        LOAD + "where p.account_id = ? and p.kind = ? order by lower(p.name), p.id",
                        account,
                        kind.name())
                .fetch(this::plan);
    }

    public Optional<Plan> find(long id) {
        return load(List.of(id), "").stream().findFirst();
    }

    List<Plan> load(Collection<Long> ids, String lock) {
        return database.resultQuery(
                        LOAD + "where p.id = any(?) order by p.id" + lock, (Object) ids.toArray(Long[]::new))
                .fetch(this::plan);
    }

    List<PlanOwner> owners(Collection<Long> ids, String lock) {
        return database.resultQuery(
                        "select id, contact_name, reseller_id, array(select lower(p.kind || ':' || p.name) from wirt.plan p where p.account_id = a.id) taken "
                                + "from wirt.account a where id = any(?) and kind in ('ADMINISTRATOR', 'RESELLER') order by id"
                                + lock,
                        (Object) ids.toArray(Long[]::new))
                .fetch(r -> new PlanOwner(
                        r.get("id", Long.class),
                        r.get("contact_name", String.class),
                        r.get("reseller_id", Long.class),
                        names(r),
                        ceiling(r.get("id", Long.class))));
    }

    /// What a reseller holds, and with that the most he can offer.
    Ceiling ceiling(long account) {
        if (account == ADMINISTRATOR) return Ceiling.NONE;
        return database.resultQuery("select limits, permissions, apps from wirt.reseller where account_id = ?", account)
                .fetchOptional(r -> new Ceiling(
                        Limits.of(r.get("limits", JSONB.class).data()),
                        Optional.of(
                                Permissions.of(r.get("permissions", JSONB.class).data())),
                        Apps.of(r.get("apps", String[].class))))
                .orElseGet(() -> new Ceiling(Limits.NONE, Optional.of(Permissions.NONE), Apps.none()));
    }

    private static Set<String> names(Record r) {
        return List.of(r.get("taken", String[].class)).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(toSet());
    }

    private Plan plan(Record r) {
        var account = r.get("account_id", Long.class);
        var terms = new Terms(
                Limits.of(r.get("limits", JSONB.class).data()),
                Permissions.of(r.get("permissions", JSONB.class).data()),
                Apps.of(r.get("apps", String[].class)),
                Optional.ofNullable(r.get("validity_days", Integer.class)),
                Overuse.valueOf(r.get("overuse", String.class)),
                r.get("oversell", Boolean.class));
        return new Plan(
                r.get("id", Long.class),
                Kind.valueOf(r.get("kind", String.class)),
                r.get("name", String.class),
                account,
                r.get("reseller_id", Long.class),
                terms,
                r.get("bound", Integer.class),
                r.get("changed", Integer.class),
                names(r),
                ceiling(account));
    }
}
