package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a program says and what means nothing here is refused by its name: it is neither dropped nor taken for
/// something else, least of all for everybody.
class EmptyWordsStory extends ProgramTest {

    @Test
    void whatMeansNothingIsRefusedByItsName() {
        var program = everybodys();
        var german = program.saying("Accept-Language", "de");
        var plan = "{\"name\":\"P" + Given.unique() + "\",\"overuse\":\"allowed\",%s}";
        for (var wrong : List.of(
                "\"limit\":{\"max_cl\":5} limit.max_cl plan.limit-unknown",
                "\"limit\":{\"foo\":3} limit.foo plan.limit-unknown",
                "\"unlimited\":{\"foo\":true} limit.foo plan.limit-unknown",
                "\"permission\":{\"create_clients\":true} permission.create_clients plan.permission-unknown",
                "\"permission\":{\"foo_bar\":true} permission.foo_bar plan.permission-unknown")) {
            var words = wrong.split(" ", 3);
            var answer = does(program, "plan.create", 1, plan.formatted(words[0]));
            refused(answer, words[1], words[2]);
            assertThat(does(german, "plan.create", 1, plan.formatted(words[0])).at("detail"))
                    .contains("gibt es hier nicht");
        }
        for (var wrong : List.of(
                "subscription.customize {\"limit\":{\"foo\":5}} limit.foo",
                "subscription.customize {\"limit\":{\"max_cl\":5}} limit.max_cl",
                "subscription.customize {\"permission\":{\"foo\":true}} permission.foo")) {
            var words = wrong.split(" ", 3);
            refused(
                    does(program, words[0], subscription.id(), words[1]),
                    words[2],
                    words[2].startsWith("limit") ? "plan.limit-unknown" : "plan.permission-unknown");
        }
        for (var wrong : List.of(
                "\"limit\":{\"foo\":5} limit.foo plan.limit-unknown",
                "\"permission\":{\"foo\":true} permission.foo plan.permission-unknown")) {
            var words = wrong.split(" ", 3);
            var name = Given.unique();
            var input = "{\"domain\":\"" + name + ".example\",\"systemUser\":\"u" + name
                    + "\",\"systemUserPassword\":\"Sommer.Dachs.61\"," + words[0] + "}";
            refused(does(program, "subscription.create", 1, input), words[1], words[2]);
        }
        refused(
                does(program, "reseller.customize", reseller.id(), "{\"limit\":{\"cpu\":5}}"),
                "limit.cpu",
                "plan.limit-unknown");
        refused(
                does(program, "account.notifications", 1, "{\"told\":{\"bogus\":true}}"),
                "told.bogus",
                "telling-unknown");
        assertThat(does(german, "account.notifications", 1, "{\"told\":{\"bogus\":true}}")
                        .at("detail"))
                .startsWith("Diese Benachrichtigung gibt es nicht.");
    }

    @Test
    void whatIsNoTextIsSaidSo() {
        var program = everybodys();
        var german = program.saying("Accept-Language", "de");
        for (var path : List.of("customers?q=%00", "customers?q=%ff", "customers?q=%80abc", "audit?actor=%00")) {
            assertThat(program.get("/api/v1/" + path).status()).as(path).isEqualTo(400);
            assertThat(program.get("/api/v1/" + path).at("type")).as(path).isEqualTo("urn:wirt:problem:no-text");
            assertThat(german.get("/api/v1/" + path).at("detail")).contains("kein Text");
        }
        for (var verb : List.of("customer.suspend", "customer.suspend/preview")) {
            refused(does(program, verb, customer.id(), "{\"reason\":\"a\\u0000b\"}"), "reason", "no-text");
            refused(does(program, verb, customer.id(), "{\"reason\":\"a\\ud800b\"}"), "reason", "no-text");
            refused(program.post("/api/v1/verbs/" + verb, "{\"filter\":{\"q\":\"\\u0000\"}}"), "q", "no-text");
        }
        refused(does(program, "customer.contact", customer.id(), "{\"city\":\"a\\u0000b\"}"), "city", "no-text");
    }

    @Test
    void aFilterIsOneWordEach() {
        var program = program(true);
        for (var wrong : List.of(
                "{\"q\":null}",
                "{\"q\":[]}",
                "{\"q\":{}}",
                "{\"q\":[null]}",
                "{\"q\":[\"a\",\"b\"]}",
                "{\"status\":[\"active\",\"suspended\"]}",
                "{\"status\":true}",
                "{\"status\":7}"))
            for (var way : List.of("", "/preview"))
                assertThat(program.post("/api/v1/verbs/customer.suspend" + way, "{\"filter\":" + wrong + "}")
                                .status())
                        .as(wrong + way)
                        .isEqualTo(422);
        refused(program.get("/api/v1/customers?status=active&status=suspended"), "status", "one-word");
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void anObjectIsNoWordAndAWordNoObject() {
        var program = everybodys();
        var name = Given.unique();
        for (var wrong : List.of(
                "customer.suspend {\"until\":{\"date\":\"2099-12-24\"}} until.date one-value-form",
                "customer.suspend {\"reason\":{}} reason one-value-form",
                "customer.contact {\"email.x\":\"a@b.example\"} email.x one-value-form",
                "subscription.customize {\"limit\":\"5\"} limit map-form",
                "subscription.customize {\"limit\":[1]} limit map-form")) {
            var words = wrong.split(" ", 4);
            long id = words[0].startsWith("customer") ? customer.id() : subscription.id();
            refused(does(program, words[0], id, words[1]), words[2], words[3]);
            refused(looks(program, words[0], id, words[1]), words[2], words[3]);
        }
        refused(
                does(program, "plan.create", 1, "{\"name\":\"P" + name + "\",\"overuse\":\"allowed\",\"limit\":\"5\"}"),
                "limit",
                "map-form");
        assertThat(program.post(
                                "/api/v1/verbs/customer.suspend",
                                "{\"ids\":[" + customer.id() + "],\"ids\":[" + foreign.id() + "]}")
                        .status())
                .as("a field twice")
                .isEqualTo(400);
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void nothingSaidIsNobody() {
        var program = program(true);
        for (var wrong : List.of(
                "{\"ids\":[],\"filter\":{}}",
                "{\"ids\":[]}",
                "{\"filter\":{\"q\":\"\"}}",
                "{\"filter\":{\"username\":\" \"}}"))
            for (var way : List.of("", "/preview"))
                assertThat(program.post("/api/v1/verbs/customer.suspend" + way, wrong)
                                .status())
                        .as(wrong + way)
                        .isEqualTo(422);
        assertThat(program.post(
                                "/api/v1/verbs/customer.suspend",
                                "{\"filter\":{\"q\":\"nobody-%s\"}}".formatted(Given.unique()))
                        .at("errors/0/field"))
                .isEqualTo("filter");
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void whoAsksToLookOnlyLooks() {
        var program = program(true);
        var verb = "/api/v1/verbs/customer.suspend";
        for (var way : List.of("?preview", "?preview=", "?preview=yes", "?preview=1", "/preview"))
            assertThat(program.post(verb + way, on(customer)).number("allowed"))
                    .as(way)
                    .isEqualTo(1);
        refused(program.post(verb + "?preview=ture", on(customer)), "preview", "yes-or-no");
        refused(program.post(verb + "?Preview=true", on(customer)), "Preview", "query-unknown");
        refused(program.post(verb + "?dryrun=1", on(customer)), "dryrun", "query-unknown");
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void aListThatTakesNoWordsPassesNoneOver() {
        var program = program(true);
        refused(program.get("/api/v1/plans?kind=reseller"), "kind", "query-none");
        refused(program.get("/api/v1/subscriptions/" + subscription.id() + "/mailboxes?q=zzz"), "q", "query-none");
        refused(program.get("/api/v1/events?foo=1"), "foo", "filter-unknown");
    }
}
