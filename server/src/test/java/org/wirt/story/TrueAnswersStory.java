package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a program says is what is done, and what it is told is so: sizes, yes and no, moments, priorities.
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
}
