package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a program says is what is done, and what it is told is so: nothing is read as something else, dropped, or
/// passed over without a word.
class TrueAnswersStory extends ProgramTest {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void theSizesOfAPlanAreTheBytesThatAreTold() {
        var program = everybodys();
        var plan = made(does(program, "plan.create", 1, """
                {"name": "P%s", "overuse": "allowed", "limit": {"disk_space": 5368709121, "mbox_quota": "1.5G",
                 "max_traffic": "10 GB", "max_box": 7, "max_site": -1}}""".formatted(Given.unique())));
        var told = program.get("/api/v1/plans/" + plan);
        assertThat(told.number("limits/disk_space")).isEqualTo(5_368_709_121L);
        assertThat(told.number("limits/mbox_quota")).isEqualTo(GIGABYTE * 3 / 2);
        assertThat(told.number("limits/max_traffic")).isEqualTo(10 * GIGABYTE);
        assertThat(told.number("limits/max_box")).isEqualTo(7);
        assertThat(told.body().at("/limits").has("max_site")).as("unlimited").isFalse();

        var back = "{\"name\":\"%s\",\"overuse\":\"allowed\",\"limit\":%s,\"permission\":%s,\"allApps\":false}"
                .formatted(
                        told.at("name"), told.body().at("/limits"), told.body().at("/permissions"));
        assertThat(does(program, "plan.change", plan, back).number("counts/unchanged"))
                .as("what was told, sent back")
                .isEqualTo(1);
        refused(
                does(program, "plan.change", plan, back.replace("5368709121", "\"1.5\"")),
                "limit.disk_space",
                "number-form");
        assertThat(does(program, "plan.change", plan, back.replace("\"disk_space\":5368709121", "\"disk_space\":2"))
                        .number("counts/done"))
                .isEqualTo(1);
        does(
                program,
                "plan.change",
                plan,
                "{\"name\":\"%s\",\"overuse\":\"allowed\",\"limit\":{\"disk_space\":3},\"unit\":{\"disk_space\":\"MB\"}}"
                        .formatted(told.at("name")));
        assertThat(program.get("/api/v1/plans/" + plan).number("limits/disk_space"))
                .isEqualTo(3 << 20);
    }

    @Test
    void severalAppsAreSeveral() {
        var program = everybodys();
        var plan = made(does(
                program,
                "plan.create",
                1,
                "{\"name\":\"P%s\",\"overuse\":\"allowed\",\"apps\":[\"b\",\"a\"]}".formatted(Given.unique())));
        assertThat(program.get("/api/v1/plans/" + plan).body().at("/apps").toString())
                .isEqualTo("[\"a\",\"b\"]");
        refused(does(program, "customer.suspend", customer.id(), "{\"reason\":[\"a\",\"b\"]}"), "reason", "one-value");
    }

    @Test
    void aMailboxIsAsLargeAsIsSaid() {
        var program = program(true);
        var box = made(does(
                program,
                "mailbox.create",
                subscription.id(),
                "{\"local\":\"info\",\"site\":%d,\"password\":\"Sommer.Dachs.61\",\"quota\":12582912}"
                        .formatted(subscription.id())));
        var boxes = "/api/v1/subscriptions/" + subscription.id() + "/mailboxes";
        assertThat(program.get(boxes).number("0/quota")).isEqualTo(12 << 20);
        does(program, "mailbox.quota", box, "{\"quota\":314572800}");
        assertThat(program.get(boxes).number("0/quota")).isEqualTo(300 << 20);
        does(program, "mailbox.quota", box, "{\"quota\":\"20M\"}");
        assertThat(program.get(boxes).number("0/quota")).isEqualTo(20 << 20);
        does(program, "mailbox.quota", box, "{\"quota\":-1}");
        assertThat(program.get(boxes).body().at("/0").has("quota"))
                .as("unlimited")
                .isFalse();
        given.database.execute(
                "update wirt.subscription set limits = limits || '{\"mbox_quota\":31457280}' where id = ?",
                subscription.id());
        assertThat(does(program, "mailbox.quota", box, "{\"quota\":31457280}").status())
                .isEqualTo(200);
        refused(does(program, "mailbox.quota", box, "{\"quota\":-1}"), "quota", "mailbox-too-large");
        refused(does(program, "mailbox.quota", box, "{\"quota\":32505856}"), "quota", "mailbox-too-large");
        refused(does(program, "mailbox.quota", box, "{\"quota\":31457281}"), "quota", "quota-megabytes");
    }

    @Test
    void yesAndNoAreReadAsTheySay() {
        var program = everybodys();
        var plan = made(does(program, "plan.create", 1, """
                {"name": "P%s", "overuse": "allowed", "permission": {"manage_dns": "no", "manage_mail": 0, "manage_ftp": "off",
                 "manage_log": "false", "manage_apps": "yes", "manage_quota": 1, "manage_users": "on", "remote_db": true}}""".formatted(Given.unique())));
        var permissions = program.get("/api/v1/plans/" + plan).body().at("/permissions");
        for (var off : List.of("manage_dns", "manage_mail", "manage_ftp", "manage_log"))
            assertThat(permissions.at("/" + off).asBoolean()).as(off).isFalse();
        for (var on : List.of("manage_apps", "manage_quota", "manage_users", "remote_db"))
            assertThat(permissions.at("/" + on).asBoolean()).as(on).isTrue();

        var maybe = does(program, "customer.suspend", customer.id(), "{\"tell\":\"maybe\"}");
        refused(maybe, "tell", "yes-or-no");
        var german = program.saying("Accept-Language", "de");
        assertThat(does(german, "customer.suspend", customer.id(), "{\"tell\":\"maybe\"}")
                        .at("detail"))
                .contains("weder ja noch nein")
                .isNotEqualTo(maybe.at("detail"));
        refused(
                does(program, "plan.create", 1, "{\"name\":\"X\",\"permission\":{\"manage_dns\":\"2\"}}"),
                "permission.manage_dns",
                "yes-or-no");
        assertThat(live()).as("nobody was suspended").isEqualTo(1);
    }

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

    @Test
    void whatIsSwitchedOffIsToldSo() {
        var program = program(true);
        does(program, "site.disable", subscription.id(), "{}");
        var row = program.get("/api/v1/sites?status=suspended").body().at("/rows/0/status");
        assertThat(row.at("/active").asBoolean()).isFalse();
        assertThat(row.at("/reasons/0").asString()).isEqualTo("disabled");
        assertThat(program.get("/api/v1/sites/" + subscription.id()).at("status/reasons/0"))
                .isEqualTo("disabled");
    }

    @Test
    void limitsNearTheGreatestNumberAddUp() {
        var program = everybodys();
        for (int i = 0; i < 2; i++) {
            var name = Given.unique();
            made(does(program, "subscription.create", foreign.id(), """
                    {"domain": "%s.example", "systemUser": "u%s", "systemUserPassword": "Sommer.Dachs.61",
                     "limit": {"disk_space": 9223372036854775807, "max_traffic": 9223372036854775807}}""".formatted(name, name)));
        }
        assertThat(program.get("/api/v1/customers?username=" + foreign.username())
                        .body()
                        .at("/rows/0/disk/limit")
                        .asLong())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aMomentSaysItselfWhereItIsThatLate() {
        var program = program(true);
        for (var until : List.of("2099-12-24T01:00:00+01:00", "2099-12-24T00:00:00+00:00", "2099-12-24T00:00:00Z")) {
            assertThat(does(program, "customer.suspend", customer.id(), "{\"until\":\"" + until + "\"}")
                            .status())
                    .as(until)
                    .isEqualTo(200);
            assertThat(given.text(
                            "select to_char(max(until) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from wirt.reason where account_id = ?",
                            customer.id()))
                    .as(until)
                    .isEqualTo("2099-12-24 00:00");
            does(program, "customer.activate", customer.id(), "{}");
        }
        refused(
                does(program, "customer.suspend", customer.id(), "{\"until\":\"2099-12-24T00:00:00+1\"}"),
                "until",
                "date-form");
    }

    @Test
    void whatCannotBeAskedSoIsAProblemToo() {
        var program = program(true).saying("Accept-Language", "en");
        refused(program.get("/api/v1/events?after=abc"), "after", "number-form");
        refused(program.get("/api/v1/events?after=1&size=viel"), "size", "number-form");
        var put = program.put("/api/v1/customers", "{}");
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.headers().get("allow")).contains("GET");
        assertThat(put.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(program.delete("/api/v1/customers/" + customer.id()).status())
                .isEqualTo(405);
        assertThat(program.delete("/api/v1/nowhere").status()).isEqualTo(404);
        assertThat(program.saying("Content-Type", "text/plain")
                        .post("/api/v1/verbs/customer.suspend", on(customer))
                        .status())
                .isEqualTo(415);
        for (var odd : List.of("/api//v1/customers", "/api/v1/customers/7;x=1", "/api/v1/%2e%2e/customers")) {
            var answer = program.get(odd);
            assertThat(answer.status()).as(odd).isEqualTo(400);
            assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        }
        assertThat(program.saying("Content-Type", "*/*")
                        .post("/api/v1/verbs/customer.suspend", on(customer))
                        .status())
                .isEqualTo(415);
        var xml = program.saying("Accept", "application/xml").get("/api/v1/customers");
        assertThat(xml.status()).isEqualTo(406);
        assertThat(xml.headers().get("content-type")).startsWith("application/problem+json");
    }

    @Test
    void aPriorityGoesWithTheTypeThatHasOne() {
        var program = everybodys();
        long site = given.number("select id from wirt.site where subscription_id = ? limit 1", subscription.id());
        var record = made(does(
                program,
                "dns.create",
                subscription.id(),
                "{\"site\":%d,\"name\":\"post\",\"type\":\"MX\",\"value\":\"mail.example.com\",\"priority\":20}"
                        .formatted(site)));
        refused(
                does(program, "dns.change", record, "{\"type\":\"TXT\",\"value\":\"x\",\"priority\":20}"),
                "priority",
                "dns-no-priority");
        assertThat(does(program, "dns.change", record, "{\"type\":\"TXT\",\"value\":\"x\"}")
                        .status())
                .isEqualTo(200);
        assertThat(given.number("select priority from wirt.dns_record where id = ?", record))
                .isZero();
    }

    @Test
    void aSchemeIsOneInAnyCase() {
        var token = token(false);
        for (var scheme : List.of("bearer ", "BEARER "))
            assertThat(new Program(address(), "")
                            .saying("Authorization", scheme + token)
                            .get("/api/v1")
                            .status())
                    .isEqualTo(200);
    }

    @Test
    void whatIsAlwaysNeededIsDescribedSo() {
        var schemas = program(true).get("/api/v1/openapi.json").body().at("/components/schemas");
        for (var needed : Map.of(
                        "CustomerLoginInput", "username",
                        "CustomerMoveInput", "target",
                        "SubscriptionSubscriberInput", "subscriber",
                        "DnsCreateInput", "value",
                        "MailboxCreateInput", "password",
                        "FtpCreateInput", "password",
                        "FtpPasswordInput", "password",
                        "MailboxPasswordInput", "password",
                        "SubscriptionCreateInput", "systemUserPassword",
                        "UserPasswordInput", "repeat")
                .entrySet())
            assertThat(schemas.at("/" + needed.getKey() + "/required").toString())
                    .as(needed.getKey())
                    .contains("\"" + needed.getValue() + "\"");
        assertThat(schemas.at("/DnsCreateInput/properties/type/enum").toString())
                .as("as it is told")
                .contains("\"MX\"");
        assertThat(schemas.at("/CustomerInformationInput/required").toString()).doesNotContain("version");
        assertThat(schemas.at("/WebHookCreateInput/properties/types/type").asString())
                .isEqualTo("array");
        assertThat(schemas.at("/PlanCreateInput/properties/limit/description").asString())
                .contains("bytes");
        assertThat(schemas.at("/MailboxQuotaInput/properties/quota/description").asString())
                .contains("Bytes");
    }
}
