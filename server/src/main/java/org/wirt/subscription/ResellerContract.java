package org.wirt.subscription;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.plan.Allowance;

/// What a reseller holds, and by which plan. Call within a scoped transaction.
@Component
public class ResellerContract {

    /// @param plan   the one he follows
    /// @param locked he holds values of his own beside it
    public record Held(Allowance allowance, boolean oversell, Optional<BoundPlan> plan, boolean locked) {}

    private final DSLContext database;
    private final ResellerRooms rooms;

    ResellerContract(DSLContext database, ResellerRooms rooms) {
        this.database = database;
        this.rooms = rooms;
    }

    public Held of(long reseller) {
        return database.resultQuery(
                        "select r.oversell, r.locked, p.id, p.guid, p.name from wirt.reseller r left join wirt.plan p on p.id = r.plan_id "
                                + "where r.account_id = ?",
                        reseller)
                .fetchOptional(r -> new Held(
                        rooms.held(reseller),
                        r.get("oversell", Boolean.class),
                        Optional.ofNullable(r.get("guid", UUID.class))
                                .map(guid -> new BoundPlan(r.get("id", Long.class), guid, r.get("name", String.class))),
                        r.get("locked", Boolean.class)))
                .orElseGet(() -> new Held(rooms.held(reseller), false, Optional.empty(), false));
    }
}
