package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirt.database.TestDatabase;
import org.wirt.engine.Consumption;

/// What happens, as a program reads it on and on.
class ProgramEventsStory extends ProgramTest {

    @Test
    void whatHappensIsReadOnFromWhereAProgramStopped() {
        var program = program(true);
        var start = program.get("/api/v1/events").number("last");
        given.database.execute(
                "insert into wirt.audit (actor, door, request_id, verb, object, object_id, object_name, account_id, reseller_id, outcome) "
                        + "values ('x', 'PAGE', 'x', 'customer.remove', 'customer', ?, 'Fremd', ?, 1, 'DONE')",
                foreign.id(),
                foreign.id());
        program.post("/api/v1/verbs/customer.suspend", on(customer));
        program.post("/api/v1/verbs/customer.activate", on(customer));
        var first = program.get("/api/v1/events?size=1&after=" + start);
        assertThat(first.at("rows/0/type")).as(first.body().toString()).isEqualTo("customer.status-changed");
        assertThat(first.at("rows/0/verb")).isEqualTo("customer.suspend");
        assertThat(first.number("rows/0/objectId")).isEqualTo(customer.id());
        var second = program.get("/api/v1/events?after=" + first.number("last"));
        assertThat(second.body().get("rows")).hasSize(1);
        assertThat(second.at("rows/0/verb")).isEqualTo("customer.activate");
        var end = program.get("/api/v1/events?after=" + second.number("last"));
        assertThat(end.body().get("rows")).isEmpty();
        assertThat(end.number("last")).isEqualTo(second.number("last"));
    }

    @Test
    void whatWasMadeIsTheObjectOfItsEvent() {
        var program = program(true);
        var start = program.get("/api/v1/events").number("last");
        var made = new ArrayList<Long>();
        for (var verb : List.of(
                "mailbox.create {\"local\":\"info\",\"site\":%1$d,\"password\":\"Sommer.Dachs.61\"}",
                "site.create {\"domain\":\"laden.%2$s\"}",
                "dns.create {\"site\":%1$d,\"name\":\"blog\",\"type\":\"TXT\",\"value\":\"da\"}",
                "forward.create {\"local\":\"post\",\"site\":%1$d,\"targets\":[\"info@%2$s\"]}")) {
            var words = verb.split(" ", 2);
            var answer = program.post(
                    "/api/v1/verbs/" + words[0],
                    "{\"ids\":[%d],\"input\":%s}"
                            .formatted(subscription.id(), words[1].formatted(subscription.id(), subscription.name())));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            made.add(answer.number("made"));
        }
        var events = program.get("/api/v1/events?after=" + start).body().get("rows");
        assertThat(events.valueStream().map(e -> e.get("objectId").asLong())).containsExactlyElementsOf(made);
        assertThat(events.valueStream().map(e -> e.get("name").asString()))
                .containsExactly(
                        "info@" + subscription.name(),
                        "laden." + subscription.name(),
                        "blog." + subscription.name() + " TXT",
                        "post@" + subscription.name());
    }

    @Test
    void whoHasUsedUpHisSpaceOrTrafficIsToldOnce() {
        var program = program(true);
        var start = program.get("/api/v1/events").number("last");
        var used = new Consumption(TestDatabase.app());
        var december = LocalDate.of(2026, 12, 1);
        limit("disk_space", 1_000);
        limit("max_traffic", 500);
        for (var bytes : List.of(999L, 1_000L, 1_200L)) used.setDisk(Map.of(subscription.id(), bytes));
        for (int i = 0; i < 3; i++) used.addTraffic(december, Map.of(subscription.id(), 300L));
        used.addTraffic(december.plusMonths(1), Map.of(subscription.id(), 500L));
        limit("disk_space", -1);
        limit("disk_space", 1_100);
        limit("disk_space", 1_050);
        var rows = program.get("/api/v1/events?after=" + start).body().get("rows");
        assertThat(rows.valueStream().map(e -> e.get("type").asString() + " " + e.get("before") + " " + e.get("after")))
                .containsExactly(
                        "subscription.disk-limit-reached {\"disk-used\":\"999\"} "
                                + "{\"disk-used\":\"1000\",\"limit.disk_space\":\"1000\"}",
                        "subscription.traffic-limit-reached {\"traffic-used\":\"300\"} "
                                + "{\"traffic-used\":\"600\",\"limit.max_traffic\":\"500\"}",
                        "subscription.traffic-limit-reached {\"traffic-used\":\"900\"} "
                                + "{\"traffic-used\":\"500\",\"limit.max_traffic\":\"500\"}",
                        "subscription.disk-limit-reached {\"disk-used\":\"1200\"} "
                                + "{\"disk-used\":\"1200\",\"limit.disk_space\":\"1100\"}");
        assertThat(rows.get(0).get("objectId").asLong()).isEqualTo(subscription.id());
        assertThat(rows.get(0).get("actor").asString()).isEqualTo("Wirt");
    }

    private void limit(String name, long most) {
        given.database.execute(
                "update wirt.subscription set limits = limits || jsonb_build_object(cast(? as text), cast(? as bigint)) where id = ?",
                name,
                most,
                subscription.id());
    }

    @Test
    void whatIsCommittedLaterIsNotPassedOver() {
        var program = program(true);
        var start = program.get("/api/v1/events").number("last");
        var line =
                "insert into wirt.audit (actor, door, request_id, verb, object, object_id, object_name, account_id, reseller_id, outcome) "
                        + "values ('x', 'PAGE', 'x', ?, 'customer', ?, 'x', ?, ?, 'DONE')";
        given.database.transaction(slow -> {
            slow.dsl().execute(line, "customer.slow", customer.id(), customer.id(), reseller.id());
            given.database.execute(line, "customer.quick", customer.id(), customer.id(), reseller.id());
            var seen = program.get("/api/v1/events?after=" + start);
            assertThat(seen.body().get("rows")).hasSize(1);
            assertThat(seen.at("rows/0/verb")).isEqualTo("customer.quick");
        });
        var rest = program.get("/api/v1/events?after=" + start);
        assertThat(rest.at("rows/1/verb")).isEqualTo("customer.slow");
    }
}
