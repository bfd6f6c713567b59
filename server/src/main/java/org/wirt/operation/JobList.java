package org.wirt.operation;

import static org.wirt.listing.PageRequest.first;
import static org.wirt.schema.wirt.Tables.JOB;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.wirt.listing.Cursor;
import org.wirt.listing.Keyset;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;

/// An account's jobs, newest first. Call within a scoped transaction.
@Component
public class JobList {

    private final DSLContext database;
    private final Jobs jobs;

    JobList(DSLContext database, Jobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    public Page<Job> page(long account, Map<String, List<String>> parameters, PageRequest request) {
        var conditions = conditions(account, parameters);
        var some = database.select(DSL.one()).from(JOB).where(conditions).limit(DSL.inline(Page.Count.MOST + 1));
        return Keyset.page(
                database.select(JOB.ID).from(JOB).where(conditions),
                request,
                JOB.ID,
                JOB.ID,
                Long::valueOf,
                r -> jobs.find(r.value1()).orElseThrow(),
                r -> new Cursor(String.valueOf(r.value1()), r.value1()),
                Page.Count.of(database.fetchCount(some)));
    }

    private static List<Condition> conditions(long account, Map<String, List<String>> parameters) {
        var all = new ArrayList<Condition>();
        all.add(JOB.ACCOUNT_ID.eq(account));
        all.add(JOB.SINGLE.isFalse());
        switch (first(parameters, "state")) {
            case "open" -> all.add(JOB.STATE.in("WAITING", "RUNNING"));
            case "done" -> all.add(JOB.STATE.eq("DONE"));
            case "cancelled" -> all.add(JOB.STATE.eq("CANCELLED"));
            default -> {
                // Any state.
            }
        }
        return all;
    }
}
