package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a program is told of what would happen is what then happens.
class LookingAheadStory extends ProgramTest {

    @Test
    void aPreviewSaysWhatTheDeedWillSay() {
        var program = program(true).saying("Accept-Language", "en");
        var theirs = given.subscription(foreign);
        var taken = Given.unique();
        does(program, "customer.contact", customer.id(), "{\"externalId\":\"" + taken + "\"}");
        var second = given.customer("Gasthof Zweitens", reseller);
        for (var asked : Map.of(
                        "mailbox.create " + subscription.id(),
                        "{\"local\":\"info\",\"site\":%d,\"password\":\"Sommer.Dachs.61\"}".formatted(theirs.id()),
                        "user.create " + customer.id(),
                        "{\"contactName\":\"Neu\",\"email\":\"neu@gasthof.example\",\"role\":\"webmaster\",\"subscription\":%d,\"password\":\"Sommer.Dachs.61\",\"repeat\":\"Sommer.Dachs.61\"}"
                                .formatted(theirs.id()),
                        "customer.contact " + second.id(),
                        "{\"externalId\":\"" + taken + "\"}")
                .entrySet()) {
            var words = asked.getKey().split(" ", 2);
            long before = given.number("select count(*) from wirt.audit");
            long jobs = given.number("select count(*) from wirt.job");
            var ahead = looks(program, words[0], Long.parseLong(words[1]), asked.getValue());
            assertThat(given.number("select count(*) from wirt.audit")).isEqualTo(before);
            assertThat(given.number("select count(*) from wirt.job")).isEqualTo(jobs);
            var deed = does(program, words[0], Long.parseLong(words[1]), asked.getValue());
            assertThat(deed.status()).as(asked + " " + deed.body()).isIn(404, 422);
            if (deed.status() == 404)
                assertThat(ahead.status()).as(ahead.body().toString()).isEqualTo(404);
            else
                assertThat(ahead.at("rows/0/why/code"))
                        .as(ahead.body().toString())
                        .isEqualTo(deed.at("errors/0/code"));
        }
        assertThat(looks(program, "customer.contact", 999_999, "{\"city\":\"X\"}")
                        .status())
                .isEqualTo(404);
        assertThat(does(program, "customer.contact", 999_999, "{\"city\":\"X\"}")
                        .status())
                .isEqualTo(404);
        var two = "{\"ids\":[%d,%d],\"input\":{\"city\":\"X\"}}".formatted(customer.id(), second.id());
        assertThat(program.post("/api/v1/verbs/customer.contact", two).at("detail"))
                .doesNotContain("password");
    }

    @Test
    void ofSeveralEachHearsWhatHeWouldHear() {
        var program = everybodys();
        var body =
                "{\"ids\":[1,%d],\"input\":{\"name\":\"P%s\",\"overuse\":\"allowed\",\"permission\":{\"manage_dns\":true}}}"
                        .formatted(reseller.id(), Given.unique());
        var ahead = program.post("/api/v1/verbs/plan.create/preview", body);
        var job = program.post("/api/v1/verbs/plan.create", body).number("id");
        soon(() -> program.get("/api/v1/jobs/" + job).body().at("/over").asBoolean());
        var counts = program.get("/api/v1/jobs/" + job).body().at("/counts");
        assertThat(ahead.number("allowed")).isEqualTo(counts.at("/done").asLong());
        assertThat(ahead.number("refused")).isEqualTo(counts.at("/refused").asLong());
        assertThat(counts.has("failed")).as(counts.toString()).isFalse();
    }

    @Test
    void aTakenUsernameIsSaidBefore() {
        var program = program(true);
        var user = made(does(
                program,
                "user.create",
                customer.id(),
                "{\"contactName\":\"Neu\",\"email\":\"neu@gasthof.example\",\"role\":\"webmaster\",\"username\":\"u%s\",\"password\":\"Sommer.Dachs.61\",\"repeat\":\"Sommer.Dachs.61\"}"
                        .formatted(Given.unique())));
        var taken = "{\"username\":\"" + foreign.username() + "\"}";
        var deed = does(program, "user.change", user, taken);
        assertThat(deed.status()).isEqualTo(422);
        assertThat(looks(program, "user.change", user, taken).at("rows/0/why/code"))
                .isEqualTo(deed.at("errors/0/code"));
    }

    @Test
    void aPreviewCountsWhatIsNotThereAsRefused() {
        var program = program(true);
        var some = program.post(
                "/api/v1/verbs/customer.suspend/preview",
                "{\"ids\":[%d,999999,%d]}".formatted(customer.id(), foreign.id()));
        assertThat(List.of(some.number("total"), some.number("judged"), some.number("allowed"), some.number("refused")))
                .containsExactly(3L, 3L, 1L, 2L);
        assertThat(some.at("rows/0/why/code")).isEqualTo("not-found");
        assertThat(some.body().at("/rows/2").has("why")).as("absent, not null").isFalse();
        var none = program.post("/api/v1/verbs/customer.suspend/preview", "{\"ids\":[999998,999999]}");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.number("refused")).isEqualTo(2);
        assertThat(program.post("/api/v1/verbs/customer.suspend/preview", "{\"ids\":[999999]}")
                        .status())
                .isEqualTo(404);
    }
}
