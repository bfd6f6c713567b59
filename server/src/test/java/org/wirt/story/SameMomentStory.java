package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Programs that do the same at the same moment: nothing is lost, no limit is passed, and whoever comes second hears
/// what he would have heard later.
class SameMomentStory extends ProgramTest {

    private static final int ALL = 6;

    private static List<Program.Answer> atOnce(int many, IntFunction<Program.Answer> deed) {
        var start = new CyclicBarrier(many);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, many)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    start.await();
                                } catch (Exception e) {
                                    throw new AssertionError(e);
                                }
                                return deed.apply(i);
                            },
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static List<Integer> statuses(List<Program.Answer> answers) {
        return answers.stream().map(Program.Answer::status).sorted().toList();
    }

    private void limited(String key, int most) {
        given.database.execute(
                "update wirt.subscription set limits = limits || jsonb_build_object(?, ?) where id = ?",
                key,
                most,
                subscription.id());
    }

    @Test
    void aLimitHoldsHoweverManyComeAtOnce() {
        var program = program(true);
        limited("max_box", 2);
        var boxes = atOnce(
                ALL,
                i -> does(
                        program,
                        "mailbox.create",
                        subscription.id(),
                        "{\"local\":\"post%d\",\"site\":%d,\"password\":\"Sommer.Dachs.61\"}"
                                .formatted(i, subscription.id())));
        assertThat(statuses(boxes)).containsExactly(200, 200, 409, 409, 409, 409);
        assertThat(given.number("select count(*) from wirt.mailbox where subscription_id = ?", subscription.id()))
                .isEqualTo(2);
        limited("max_site", 2);
        var name = Given.unique();
        var sites = atOnce(
                ALL,
                i -> does(
                        program,
                        "site.create",
                        subscription.id(),
                        "{\"domain\":\"d%d-%s.example\"}".formatted(i, name)));
        assertThat(statuses(sites)).containsExactly(200, 409, 409, 409, 409, 409);
    }

    @Test
    void whoNamesOneFieldLeavesTheOthersToOthers() {
        var program = program(true);
        for (int round = 0; round < 4; round++) {
            var contact = List.of("{\"city\":\"Ulm\"}", "{\"phone\":\"+49 731 1\"}", "{\"company\":\"Adler\"}");
            does(program, "customer.contact", customer.id(), "{\"city\":\"\",\"phone\":\"\",\"company\":\"\"}");
            assertThat(statuses(atOnce(3, i -> does(program, "customer.contact", customer.id(), contact.get(i)))))
                    .containsOnly(200);
            var told = program.get("/api/v1/customers/" + customer.id());
            assertThat(List.of(told.at("city"), told.at("phone"), told.at("company")))
                    .containsExactly("Ulm", "+49 731 1", "Adler");
        }
        var record = made(does(
                program,
                "dns.create",
                subscription.id(),
                "{\"site\":%d,\"type\":\"A\",\"name\":\"a\",\"value\":\"192.0.2.1\",\"ttl\":300}"
                        .formatted(subscription.id())));
        for (int round = 1; round < 5; round++) {
            int ttl = 300 + round;
            var name = "n" + round;
            var changes = List.of("{\"ttl\":" + ttl + "}", "{\"name\":\"" + name + "\"}");
            assertThat(statuses(atOnce(2, i -> does(program, "dns.change", record, changes.get(i)))))
                    .containsOnly(200);
            assertThat(given.text("select name || ' ' || ttl from wirt.dns_record where id = ?", record))
                    .isEqualTo(name + " " + ttl);
        }
    }

    @Test
    void aNameThatTwoWantIsTakenForTheSecond() {
        var program = everybodys();
        for (int round = 0; round < 3; round++) {
            var plan = "{\"name\":\"P" + Given.unique() + "\",\"overuse\":\"allowed\"}";
            assertThat(statuses(atOnce(4, _ -> does(program, "plan.create", 1, plan))))
                    .containsExactly(200, 422, 422, 422);
            var domain = "{\"domain\":\"" + Given.unique()
                    + ".example\",\"systemUser\":\"u%s\",\"systemUserPassword\":\"Sommer.Dachs.61\"}";
            var answers = atOnce(
                    4, i -> does(program, "subscription.create", foreign.id(), domain.formatted(Given.unique() + i)));
            assertThat(statuses(answers)).containsExactly(200, 422, 422, 422);
        }
    }

    @Test
    void theSameKeyAtTheSameMomentIsOneJob() {
        var program = program(true);
        var second = given.customer("Gasthof Zweitens", reseller);
        var both = "{\"ids\":[%d,%d]}".formatted(customer.id(), second.id());
        for (int round = 0; round < 3; round++) {
            var keyed = program.saying("Idempotency-Key", "k" + Given.unique());
            var verb = "/api/v1/verbs/customer." + (round % 2 == 0 ? "suspend" : "activate");
            var answers = atOnce(ALL, _ -> keyed.post(verb, both));
            assertThat(statuses(answers)).containsOnly(202);
            assertThat(answers.stream().map(a -> a.number("id")).distinct()).hasSize(1);
            over(program, answers.getFirst().number("id"));
        }
        var job = program.post("/api/v1/verbs/customer.activate", both).number("id");
        over(program, job);
        var suspended = program.post("/api/v1/verbs/customer.suspend", both).number("id");
        over(program, suspended);
        var undone = atOnce(ALL, _ -> program.post("/api/v1/jobs/" + suspended + "/undo", "{}"));
        assertThat(undone).allMatch(answer -> answer.status() < 300);
    }

    private void over(Program program, long job) {
        soon(() -> program.get("/api/v1/jobs/" + job).body().at("/over").asBoolean());
    }

    @Test
    void whatIsForOneIsNotDoneToSeveral() {
        var program = program(true);
        var other = given.subscription(given.customer("Gasthof Drittens", reseller));
        var input = "{\"ids\":[%d,%d],\"input\":{\"domain\":\"%s.example\"}}"
                .formatted(subscription.id(), other.id(), Given.unique());
        var refused = new ArrayList<Program.Answer>();
        for (var way : List.of("", "/preview")) refused.add(program.post("/api/v1/verbs/site.create" + way, input));
        assertThat(statuses(refused)).containsExactly(409, 409);
        assertThat(refused.getFirst().at("type")).isEqualTo("urn:wirt:problem:one-name-at-a-time");
    }
}
