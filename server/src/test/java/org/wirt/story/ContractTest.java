package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Rights;
import org.wirt.access.Scope;
import org.wirt.operation.Job;
import org.wirt.operation.Operations;
import org.wirt.operation.Selection;
import org.wirt.value.Refused;

/// For stories about what the database holds after a deed: the deeds themselves, and the amounts of who holds what.
abstract class ContractTest extends PanelTest {

    static final long GB = 1L << 30;

    @Autowired
    Operations operations;

    static Caller caller(Scope scope) {
        return new Caller(
                scope,
                1,
                "test",
                "",
                Rights.WHOLE,
                Door.PAGE,
                "127.0.0.1",
                UUID.randomUUID().toString());
    }

    Job run(String verb, Scope scope, long id, String... fields) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < fields.length; i += 2) parameters.put(fields[i], List.of(fields[i + 1]));
        var who = caller(scope);
        return operations.start(operations.permitted(verb, who), Selection.one(id), parameters, who);
    }

    Job run(String verb, long id, String... fields) {
        return run(verb, Scope.administrator(), id, fields);
    }

    void undo(Job job) {
        assertThat(operations.undo(job.id(), caller(Scope.administrator())).count(Job.Outcome.DONE))
                .isEqualTo(1);
    }

    static String codeOf(Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            return refused.first().code();
        }
        return "done";
    }

    boolean live(Given.Subscription subscription) {
        return given.number("select case when live then 1 else 0 end from node.sub where id = ?", subscription.id())
                == 1;
    }

    void limits(Given.Subscription subscription, String limits) {
        given.database.execute(
                "update wirt.subscription set limits = cast(? as jsonb) where id = ?", limits, subscription.id());
    }

    void holds(Given.Account reseller, String limits, boolean oversell) {
        given.database.execute(
                "update wirt.reseller set limits = cast(? as jsonb), oversell = ? where account_id = ?",
                limits,
                oversell,
                reseller.id());
    }

    long limit(String table, long id, String key) {
        var column = table.equals("reseller") ? "account_id" : "id";
        return given.number(
                "select cast(limits->>? as bigint) from wirt." + table + " where " + column + " = ?", key, id);
    }

    static String disk(long gigabytes) {
        return "{\"disk_space\":" + gigabytes * GB + "}";
    }

    void used(Given.Subscription subscription, long gigabytes) {
        given.database.execute(
                "update wirt.subscription set disk_used = ?, used_at = now() where id = ?",
                gigabytes * GB,
                subscription.id());
    }

    long plan(Given.Account owner, String limits) {
        return given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name, limits, permissions) "
                        + "values ('HOSTING', ?, ?, ?, cast(? as jsonb), '{\"panel_access\":true}') returning id",
                owner.id(),
                owner.id(),
                Given.unique(),
                limits);
    }

    long resellerPlan(String limits) {
        return given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name, limits, permissions) "
                        + "values ('RESELLER', 1, 1, ?, cast(? as jsonb), '{\"panel_access\":true}') returning id",
                Given.unique(),
                limits);
    }
}
