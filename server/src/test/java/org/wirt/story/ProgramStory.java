package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a program does with a token, and what it hears when it may not.
class ProgramStory extends ProgramTest {

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
