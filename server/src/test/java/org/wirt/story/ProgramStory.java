package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;

/// What a program does and reads with a token, and what it hears when it may not.
class ProgramStory extends ProgramTest {

    @Autowired
    ApiTokens tokens;

    @Test
    void aSuspensionIsOneAndItsUndoToo() {
        var program = program(true);
        var ahead = program.post("/api/v1/verbs/customer.suspend?preview=true", on(customer));
        assertThat(ahead.status()).isEqualTo(200);
        assertThat(ahead.at("rows/0/verdict")).isEqualTo("allowed");
        assertThat(live()).as("looked ahead").isEqualTo(1);

        var done = program.post("/api/v1/verbs/customer.suspend", on(customer));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.number("counts/done")).isEqualTo(1);
        assertThat(live()).isZero();
        assertThat(given.text(
                        "select door from wirt.audit where verb = 'customer.suspend' and object_id = ?", customer.id()))
                .isEqualTo("JSON");

        var job = done.number("id");
        assertThat(done.headers()).containsEntry("location", "/api/v1/jobs/" + job);
        assertThat(program.get("/api/v1/jobs/" + job + "/rows").at("0/name")).isEqualTo(customer.name());
        assertThat(program.post("/api/v1/jobs/" + job + "/undo", "").number("counts/done"))
                .isEqualTo(1);
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void severalAreAJobThatCanBeWatched() {
        var other = given.customer("Gasthof Zwei", reseller);
        var program = program(true);
        var started = program.post(
                "/api/v1/verbs/customer.suspend",
                "{\"ids\":[%d,%d],\"input\":{\"reason\":\"Zahlung offen\"}}".formatted(customer.id(), other.id()));
        assertThat(started.status()).isEqualTo(202);
        var job = "/api/v1/jobs/" + started.number("id");
        soon(() -> program.get(job).body().get("over").asBoolean());
        assertThat(program.get(job).number("counts/done")).isEqualTo(2);
        assertThat(live()).isZero();

        assertThat(program.post(
                                "/api/v1/verbs/customer.activate?preview=true",
                                "{\"filter\":{\"q\":\"" + customer.name() + "\"}}")
                        .number("total"))
                .isEqualTo(1);
    }

    @Test
    void listsAreReadPageByPageWithTheFiltersOfThePanel() {
        var program = program(true);
        var mark = "Liste" + Given.unique();
        for (int i = 0; i < 30; i++) given.customer(mark + " " + i, reseller);
        var first = program.get("/api/v1/customers?size=25&q=" + mark);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("rows")).hasSize(25);
        assertThat(first.number("count/number")).isEqualTo(30);
        var second = program.get("/api/v1/customers?size=25&q=" + mark + "&after=" + first.at("next"));
        assertThat(second.body().get("rows")).hasSize(5);
        assertThat(second.body().has("next")).isFalse();

        assertThat(program.get("/api/v1/subscriptions?q=" + subscription.name()).number("rows/0/id"))
                .isEqualTo(subscription.id());
        assertThat(program.get("/api/v1/resellers").status()).isEqualTo(404);
    }

    @Test
    void oneIsToldWithItsStatus() {
        var program = program(true);
        var path = "/api/v1/customers/" + customer.id();
        var one = program.get(path);
        assertThat(one.at("username")).isEqualTo(customer.username());
        assertThat(one.at("contactName")).isEqualTo(customer.name());
        assertThat(one.body().at("/status/active").asBoolean()).isTrue();
        program.post("/api/v1/verbs/customer.suspend", on(customer));
        var dark = program.get(path);
        assertThat(dark.body().at("/status/active").asBoolean()).isFalse();
        assertThat(dark.at("status/reasons/0")).isEqualTo("reseller");
        assertThat(program.get("/api/v1/subscriptions/" + subscription.id()).at("status/above/0"))
                .isEqualTo("reseller");
        assertThat(program.get("/api/v1/customers/" + foreign.id()).status()).isEqualTo(404);
    }

    @Test
    void aMistypedFieldIsNotPassedOverAndAListIsWhole() {
        var program = program(true);
        var mistyped = program.post(
                "/api/v1/verbs/customer.contact",
                "{\"ids\":[" + customer.id() + "],\"input\":{\"emial\":\"neu@gasthof.example\"}}");
        assertThat(mistyped.status()).isEqualTo(422);
        assertThat(mistyped.at("errors/0/field")).isEqualTo("emial");

        var site = given.number("select id from wirt.site where subscription_id = ?", subscription.id());
        var made = program.post(
                "/api/v1/verbs/forward.create",
                "{\"ids\":[%d],\"input\":{\"local\":\"team\",\"site\":%d,\"targets\":[\"a@elsewhere.example\",\"b@elsewhere.example\"]}}"
                        .formatted(subscription.id(), site));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        assertThat(given.text("select array_to_string(targets, ' ') from wirt.forward where site_id = ?", site))
                .isEqualTo("a@elsewhere.example b@elsewhere.example");
    }

    /// What is passed over would be everybody.
    @Test
    void aMistypedFilterIsNobodyAndIsSaidSo() {
        var program = program(true);
        for (var wrong : List.of(
                "statsu=suspended",
                "status=suspendet",
                "sort=nmae",
                "dir=down",
                "size=7",
                "after=there",
                "removed=no")) {
            var answer = program.get("/api/v1/customers?" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.at("errors/0/field")).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
        assertThat(program.get("/api/v1/audit?actro=me").status()).isEqualTo(422);
        for (var filter : List.of("{\"statsu\":\"active\"}", "{\"status\":\"aktiv\"}")) {
            for (var way : List.of("", "?preview=true")) {
                var answer = program.post("/api/v1/verbs/customer.suspend" + way, "{\"filter\":" + filter + "}");
                assertThat(answer.status()).as(filter + way).isEqualTo(422);
            }
        }
        assertThat(given.number("select count(*) from wirt.reason where account_id = ?", customer.id()))
                .isZero();
    }

    /// Matching nothing, it would be taken for the answer that there is nobody.
    @Test
    void aDateOrANumberThatCannotBeReadIsSaidSo() {
        var program = program(true).saying("Accept-Language", "en");
        var german = program.saying("Accept-Language", "de");
        for (var wrong : List.of(
                "customers?from=soon filter-day 2026-03-31",
                "customers?to=2026-02-30 filter-day 2026-03-31",
                "customers?disk=-1 filter-amount 0",
                "customers?expires=1,5 filter-amount 0",
                "customers?plan=gold filter-number-or-word custom",
                "subscriptions?from=31.03.2026 filter-day 2026-03-31",
                "subscriptions?expires=99999999999999999999 filter-amount 0",
                "subscriptions?customer=gasthof filter-number Zahl",
                "subscriptions?provider=any filter-number-or-word me",
                "subscriptions?sync=always filter-word locked",
                "sites?subscription=x filter-number Zahl",
                "sites?cause=weather filter-word disabled",
                "audit?from=0000-01-01 filter-day 2026-03-31")) {
            var words = wrong.split(" ", 3);
            var answer = program.get("/api/v1/" + words[0]);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.at("errors/0/field")).isEqualTo(words[0].replaceAll(".*\\?|=.*", ""));
            assertThat(answer.at("errors/0/code")).as(wrong).isEqualTo(words[1]);
            assertThat(german.get("/api/v1/" + words[0]).at("errors/0/detail"))
                    .contains(words[2])
                    .isNotEqualTo(answer.at("errors/0/detail"));
        }
        for (var filter : List.of("{\"from\":\"soon\"}", "{\"disk\":\"much\"}", "{\"provider\":\"you\"}"))
            for (var way : List.of("", "?preview=true"))
                assertThat(program.post("/api/v1/verbs/customer.suspend" + way, "{\"filter\":" + filter + "}")
                                .status())
                        .as(filter + way)
                        .isEqualTo(422);
        long login = given.number("select id from wirt.login where account_id = 1 and owner");
        var admin = new Program(address(), given.token(tokens, new Given.Account(1, 1, login, "admin", "admin", "")));
        for (var wrong : List.of("disk=90", "provider=me", "subscriptions=none"))
            assertThat(admin.get("/api/v1/resellers?" + wrong).at("errors/0/code"))
                    .as("no list of resellers has it: " + wrong)
                    .isEqualTo("filter-unknown");
        for (var right : List.of(
                "customers?provider=me", "customers?plan=custom&disk=0", "sites?customer=7", "subscriptions?from="))
            assertThat(program.get("/api/v1/" + right).status()).as(right).isEqualTo(200);
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

    @Test
    void whatWasMadeIsToldByItsNumber() {
        var program = program(true);
        var site = program.get("/api/v1/sites?subscription=" + subscription.id());
        assertThat(site.number("rows/0/id")).isEqualTo(subscription.id());
        var made = program.post(
                "/api/v1/verbs/mailbox.create",
                "{\"ids\":[%d],\"input\":{\"local\":\"info\",\"site\":%d,\"password\":\"Sommer.Dachs.61\"}}"
                        .formatted(subscription.id(), subscription.id()));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        var boxes = program.get("/api/v1/subscriptions/" + subscription.id() + "/mailboxes");
        assertThat(boxes.number("0/id")).isEqualTo(made.number("made"));
        assertThat(boxes.at("0/address")).isEqualTo("info@" + subscription.name());
        assertThat(program.get("/api/v1/jobs/" + made.number("id") + "/rows").number("0/made"))
                .isEqualTo(made.number("made"));

        var newcomer = program.post(
                "/api/v1/verbs/customer.create",
                "{\"ids\":[%d],\"input\":{\"contactName\":\"Neuling\",\"email\":\"neu@gasthof.example\",\"username\":\"n%s\",\"password\":\"Sommer.Dachs.61\"}}"
                        .formatted(reseller.id(), Given.unique()));
        assertThat(newcomer.status()).as(newcomer.body().toString()).isEqualTo(200);
        assertThat(program.get("/api/v1/customers/" + newcomer.number("made")).at("contactName"))
                .isEqualTo("Neuling");
    }

    @Test
    void aMailboxGrowsAsFarAsItsContractReachesAndAnAliasLeadsToItAlone() {
        var program = program(true);
        var of = "/api/v1/subscriptions/" + subscription.id();
        var box = program.post(
                        "/api/v1/verbs/mailbox.create",
                        "{\"ids\":[%d],\"input\":{\"local\":\"info\",\"site\":%d,\"password\":\"Sommer.Dachs.61\"}}"
                                .formatted(subscription.id(), subscription.id()))
                .number("made");
        var grown = "{\"ids\":[%d],\"input\":{\"quota\":%d}}";
        assertThat(program.post("/api/v1/verbs/mailbox.quota", grown.formatted(box, 20 << 20))
                        .number("counts/done"))
                .isEqualTo(1);
        assertThat(program.get(of + "/mailboxes").number("0/quota")).isEqualTo(20 << 20);
        given.database.execute(
                "update wirt.subscription set limits = limits || '{\"mbox_quota\":31457280}' where id = ?",
                subscription.id());
        var tooLarge = program.post("/api/v1/verbs/mailbox.quota", grown.formatted(box, 31 << 20));
        assertThat(tooLarge.status()).isEqualTo(422);
        assertThat(tooLarge.at("errors/0/field")).isEqualTo("quota");

        var alias = "{\"ids\":[%d],\"input\":{\"local\":\"%s\",\"site\":%d,\"targets\":[\"info@%s\"],\"alias\":true}}";
        for (var wrong :
                new String[] {"hallo elsewhere.example alias-form", "info " + subscription.name() + " mailbox-taken"}) {
            var words = wrong.split(" ", 3);
            assertThat(program.post(
                                    "/api/v1/verbs/forward.create",
                                    alias.formatted(subscription.id(), words[0], subscription.id(), words[1]))
                            .body()
                            .toString())
                    .contains(words[2]);
        }
        var made = program.post(
                "/api/v1/verbs/forward.create",
                alias.formatted(subscription.id(), "hallo", subscription.id(), subscription.name()));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        assertThat(program.get(of + "/forwards").body().at("/0/alias").asBoolean())
                .isTrue();
    }

    @Test
    void allThatASubscriptionHoldsCanBeRead() {
        var program = program(true);
        var of = "/api/v1/subscriptions/" + subscription.id();
        for (var path : new String[] {
            of + "/mailboxes",
            of + "/forwards",
            of + "/ftp-users",
            "/api/v1/sites/" + subscription.id() + "/dns",
            "/api/v1/plans",
            "/api/v1/audit",
            "/api/v1/customers/" + customer.id() + "/users"
        }) assertThat(program.get(path).status()).as(path).isEqualTo(200);
        assertThat(program.get("/api/v1/sites/" + subscription.id()).at("host")).isEqualTo(subscription.name());
        var theirs = given.subscription(foreign);
        for (var path : new String[] {
            "/api/v1/sites/" + theirs.id(),
            "/api/v1/sites/" + theirs.id() + "/dns",
            "/api/v1/subscriptions/" + theirs.id() + "/mailboxes",
            "/api/v1/customers/" + foreign.id() + "/users"
        }) assertThat(program.get(path).status()).as(path).isEqualTo(404);
    }

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

    @Test
    void whatIsSomebodyElsesIsMissing() {
        var program = program(true);
        var foreigns = program.post("/api/v1/verbs/customer.suspend", on(foreign));
        var missing = program.post("/api/v1/verbs/customer.suspend", "{\"ids\":[888888888888]}");
        assertThat(foreigns.status()).isEqualTo(404);
        assertThat(foreigns.body()).isEqualTo(missing.body());
        assertThat(program.post("/api/v1/verbs/reseller.suspend", on(reseller)).status())
                .isEqualTo(404);
        assertThat(program.get("/api/v1/jobs/1").status()).isEqualTo(404);
        assertThat(program.get("/api/v1/jobs/x").status()).isEqualTo(404);
        assertThat(program.get("/api/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeReadOrIsNotAllowedIsSaidWithItsField() {
        var program = program(true).saying("Accept-Language", "en");
        assertThat(program.post("/api/v1/verbs/customer.suspend", "{").status()).isEqualTo(400);
        assertThat(program.post("/api/v1/verbs/customer.suspend", "{}").status())
                .isEqualTo(422);
        assertThat(program.post("/api/v1/verbs/customer.suspend", "{\"ids\":[\"1\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(program.post("/api/v1/verbs/customer.suspend", "{\"ids\":[1],\"idss\":[]}")
                        .at("errors/0/field"))
                .isEqualTo("idss");
        assertThat(program.saying("Content-Type", "text/plain")
                        .post("/api/v1/verbs/customer.suspend", on(customer))
                        .status())
                .isEqualTo(415);
        var wrong = program.post(
                "/api/v1/verbs/customer.contact",
                "{\"ids\":[" + customer.id() + "],\"input\":{\"contactName\":\"\",\"email\":\"nobody\"}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().get("errors").toString()).contains("\"contactName\"", "\"email\"");
    }

    @Test
    void aNodeThatHasNotConfirmedADeedIsNamedInTheAnswerToIt() {
        given.database.execute("insert into wirt.node (id, name, agent, homes) values (7, 'web7', true, '/srv/wirt')");
        try {
            given.database.execute("update wirt.subscription set node_id = 7 where id = ?", subscription.id());
            var program = program(true);
            var done = program.post("/api/v1/verbs/customer.suspend", on(customer));
            assertThat(done.at("unconfirmed/0")).isEqualTo("web7");
            assertThat(program.post("/api/v1/jobs/" + done.number("id") + "/undo", "{}")
                            .at("unconfirmed/0"))
                    .isEqualTo("web7");
            given.database.execute("update wirt.node set agent = false where id = 7");
            assertThat(program.post("/api/v1/verbs/customer.suspend", on(customer))
                            .body()
                            .has("unconfirmed"))
                    .isFalse();
        } finally {
            given.database.execute("update wirt.subscription set node_id = 1 where id = ?", subscription.id());
            given.database.execute("delete from wirt.node where id = 7");
        }
    }
}
