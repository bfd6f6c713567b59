package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a program knows is what is so: what it changes without knowing the last change is refused, and what it says
/// twice is done once.
class KnownStateStory extends ProgramTest {

    @Test
    void whatIsThereCanBeDescribedAgain() {
        var program = program(true);
        var path = "/api/v1/customers/" + customer.id();
        for (var text : List.of("erste", "zweite")) {
            var input = "{\"description\":\"" + text + "\"}";
            assertThat(looks(program, "customer.description", customer.id(), input)
                            .number("allowed"))
                    .isEqualTo(1);
            assertThat(does(program, "customer.description", customer.id(), input)
                            .status())
                    .isEqualTo(200);
            assertThat(program.get(path).at("description")).isEqualTo(text);
        }
        var tag = program.get(path).headers().get("etag");
        var knowing = program.saying("If-Match", tag);
        assertThat(does(knowing, "customer.description", customer.id(), "{\"description\":\"dritte\"}")
                        .status())
                .isEqualTo(200);
        assertThat(looks(knowing, "customer.description", customer.id(), "{\"description\":\"vierte\"}")
                        .status())
                .isEqualTo(412);
        assertThat(does(knowing, "customer.description", customer.id(), "{\"description\":\"vierte\"}")
                        .status())
                .isEqualTo(412);
        assertThat(program.get(path).at("description")).isEqualTo("dritte");
        var stale = "{\"description\":\"fuenfte\",\"version\":\"what a page knew\"}";
        refused(
                does(program, "customer.description", customer.id(), stale),
                "description",
                "description-changed-meanwhile");
        assertThat(looks(program, "customer.description", customer.id(), stale).at("rows/0/why/code"))
                .isEqualTo("description-changed-meanwhile");
        assertThat(does(program, "customer.information", customer.id(), "{\"additionalInformation\":\"Guten Tag\"}")
                        .status())
                .isEqualTo(200);

        var letter = "{\"letter\":\"suspended\",\"language\":\"de\",\"subject\":\"Betreff %d\",\"body\":\"Guten Tag\"}";
        for (int i = 1; i < 3; i++) {
            assertThat(looks(program, "account.letter-text", reseller.id(), letter.formatted(i))
                            .number("allowed"))
                    .isEqualTo(1);
            assertThat(does(program, "account.letter-text", reseller.id(), letter.formatted(i))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theTagCoversAllThatIsTold() {
        var program = program(true);
        var path = "/api/v1/customers/" + customer.id();
        var tag = program.get(path).headers().get("etag");
        assertThat(program.saying("If-None-Match", tag).get(path).status()).isEqualTo(304);
        for (var verb : List.of(
                "customer.suspend {}",
                "customer.login {\"username\":\"u" + Given.unique() + "\"}",
                "customer.description {\"description\":\"neu\"}")) {
            var words = verb.split(" ", 2);
            assertThat(does(program.saying("If-Match", tag), words[0], customer.id(), words[1])
                            .status())
                    .as(verb)
                    .isEqualTo(200);
            assertThat(program.saying("If-None-Match", tag).get(path).status())
                    .as(verb)
                    .isEqualTo(200);
            assertThat(does(program.saying("If-Match", tag), words[0], customer.id(), words[1])
                            .status())
                    .as(verb + " once more, by whoever does not know of it")
                    .isEqualTo(412);
            tag = program.get(path).headers().get("etag");
        }
        var either = program.saying("If-Match", "\"other\", " + tag);
        assertThat(does(either, "customer.activate", customer.id(), "{}").status())
                .isEqualTo(200);
        assertThat(does(program.saying("If-Match", "*"), "customer.suspend", customer.id(), "{}")
                        .status())
                .isEqualTo(200);
        var weak = program.saying("If-Match", "W/" + program.get(path).headers().get("etag"));
        assertThat(does(weak, "customer.activate", customer.id(), "{}").status())
                .isEqualTo(412);
        refused(
                does(program.saying("If-Match", "tag"), "customer.activate", customer.id(), "{}"),
                "If-Match",
                "if-match-form");
    }

    @Test
    void whatWasDoneKnowingItIsNotDoneTwice() {
        var program = program(true);
        var path = "/api/v1/customers/" + customer.id();
        var knowing = program.saying("If-Match", program.get(path).headers().get("etag"))
                .saying("Idempotency-Key", "k" + Given.unique());
        var first = does(knowing, "customer.contact", customer.id(), "{\"city\":\"Ulm\"}");
        var again = does(knowing, "customer.contact", customer.id(), "{\"city\":\"Ulm\"}");
        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        assertThat(again.status()).as(again.body().toString()).isEqualTo(200);
        assertThat(again.number("id")).isEqualTo(first.number("id"));
    }

    @Test
    void theSameKeyWithAnotherPasswordIsAnotherWish() {
        var program = program(true).saying("Idempotency-Key", "k" + Given.unique());
        var input = "{\"username\":\"" + customer.username() + "\",\"password\":\"%s\",\"repeat\":\"%s\"}";
        var one = input.formatted("Sommer.Dachs.61", "Sommer.Dachs.61");
        var first = does(program, "customer.login", customer.id(), one);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        assertThat(does(program, "customer.login", customer.id(), one).number("id"))
                .isEqualTo(first.number("id"));
        var other =
                does(program, "customer.login", customer.id(), input.formatted("Winter.Dachs.61", "Winter.Dachs.61"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("type")).isEqualTo("urn:wirt:problem:request-reused");
        assertThat(given.text("select input::text from wirt.job where id = ?", first.number("id")))
                .doesNotContain("Dachs");
    }

    @Test
    void whatASubscriptionGrantsIsToldWithATag() {
        var program = program(true);
        var path = "/api/v1/subscriptions/" + subscription.id();
        var tag = program.get(path).headers().get("etag");
        var input = "{\"limit\":{\"max_box\":7},\"permission\":{\"manage_dns\":true}}";
        refused(
                does(program, "subscription.customize", subscription.id(), input),
                "permission.manage_dns",
                "reseller.permission-not-held");
        given.permit(reseller, "manage_dns");
        var changed = does(program.saying("If-Match", tag), "subscription.customize", subscription.id(), input);
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        var told = program.get(path);
        assertThat(told.number("granted/limits/max_box")).isEqualTo(7);
        assertThat(told.body().at("/granted/permissions/manage_dns").asBoolean())
                .isTrue();
        assertThat(does(
                                program.saying("If-Match", tag),
                                "subscription.customize",
                                subscription.id(),
                                input.replace("7", "8"))
                        .status())
                .as("by whoever does not know of it")
                .isEqualTo(412);

        var usage = program.get(path + "/usage");
        assertThat(usage.number("max_site")).isEqualTo(1);
        assertThat(usage.number("disk_space")).isZero();
        assertThat(program.get("/api/v1/subscriptions/999999/usage").status()).isEqualTo(404);
        var theirs = given.subscription(foreign);
        assertThat(program.get("/api/v1/subscriptions/" + theirs.id() + "/usage")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatAResellerHoldsIsTold() {
        var program = everybodys();
        var plan = made(does(
                program,
                "plan.create",
                1,
                "{\"name\":\"P%s\",\"kind\":\"reseller\",\"overuse\":\"allowed\",\"limit\":{\"max_cl\":5}}"
                        .formatted(Given.unique())));
        does(program, "reseller.plan", reseller.id(), "{\"plan\":" + plan + "}");
        var path = "/api/v1/resellers/" + reseller.id();
        assertThat(program.get(path).number("contract/plan/id")).isEqualTo(plan);
        assertThat(program.get(path).number("contract/granted/limits/max_cl")).isEqualTo(5);
        assertThat(program.get(path).body().at("/contract/locked").asBoolean()).isFalse();
        does(program, "reseller.customize", reseller.id(), "{\"limit\":{\"max_cl\":6}}");
        assertThat(program.get(path).number("contract/granted/limits/max_cl")).isEqualTo(6);
        assertThat(program.get(path).body().at("/contract/locked").asBoolean()).isTrue();
        assertThat(program.get("/api/v1/customers/" + customer.id()).body().has("contract"))
                .isFalse();
        does(program, "customer.contact", customer.id(), "{\"fax\":\"+49 731 5813\",\"timeZone\":\"Europe/Vienna\"}");
        assertThat(program.get("/api/v1/customers/" + customer.id()).at("fax")).isEqualTo("+49 731 5813");
        assertThat(program.get("/api/v1/customers/" + customer.id()).at("timeZone"))
                .isEqualTo("Europe/Vienna");
    }

    @Test
    void whoKnowsAnOldStateOverwritesNothing() {
        var program = program(true);
        var path = "/api/v1/customers/" + customer.id();
        var tag = program.get(path).headers().get("etag");
        var input = "{\"ids\":[%d],\"input\":{\"phone\":\"%s\"}}";
        var first = program.saying("If-Match", tag)
                .post("/api/v1/verbs/customer.contact", input.formatted(customer.id(), "+49 30 123"));
        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        var late = program.saying("If-Match", tag)
                .post("/api/v1/verbs/customer.contact", input.formatted(customer.id(), "+49 30 999"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(program.get(path).at("phone")).isEqualTo("+49 30 123");
        assertThat(program.get(path).at("contactName"))
                .as("not named, not changed")
                .isEqualTo(customer.name());
        assertThat(program.get(path).headers().get("etag")).isNotEqualTo(tag);
        assertThat(program.saying("If-Match", tag)
                        .post("/api/v1/verbs/site.disable", "{\"ids\":[" + subscription.id() + "]}")
                        .status())
                .as("what has no tag")
                .isEqualTo(422);
    }

    @Test
    void theSameKeyTwiceIsOneDeed() {
        var program = program(true).saying("Idempotency-Key", "rechnung-4711");
        var first = program.post("/api/v1/verbs/customer.suspend", on(customer)).number("id");
        var second =
                program.post("/api/v1/verbs/customer.suspend", on(customer)).number("id");
        assertThat(second).isEqualTo(first);
        assertThat(given.number(
                        "select count(*) from wirt.audit where verb = 'customer.suspend' and object_id = ?",
                        customer.id()))
                .isEqualTo(1);
    }

    @Test
    void theSameKeyForAnotherWishIsRefused() {
        var program = program(true).saying("Idempotency-Key", "rechnung-4712");
        assertThat(program.post("/api/v1/verbs/customer.suspend", on(customer)).status())
                .isEqualTo(200);
        for (var other : new String[] {
            "customer.activate " + on(customer),
            "customer.suspend " + on(foreign),
            "customer.suspend {\"ids\":[" + customer.id() + "],\"input\":{\"reason\":\"anders\"}}"
        }) {
            var answer = program.post("/api/v1/verbs/" + other.split(" ", 2)[0], other.split(" ", 2)[1]);
            assertThat(answer.status()).as(other).isEqualTo(422);
            assertThat(answer.at("type")).isEqualTo("urn:wirt:problem:request-reused");
        }
        assertThat(live()).isZero();
    }
}
