package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a program reads: lists page by page, one thing, and what lies in it.
class ProgramListsStory extends ProgramTest {

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
}
