package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which tokens open the JSON door, for what, from where and for how long.
class TokenStory extends ProgramTest {

    @Test
    void withoutAGoodTokenNothingIsTold() {
        var nobody = new Program(address(), "").saying("Accept-Language", "de");
        for (var path : new String[] {"/api/v1", "/api/v1/verbs", "/api/v1/jobs/1", "/api/v1/nothing", "/api/v3"}) {
            var answer = nobody.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.at("detail")).contains("Ein Token ist nötig");
            assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
            assertThat(answer.headers().get("www-authenticate")).startsWith("Bearer");
        }
        assertThat(new Program(address(), "wirt_wrong").get("/api/v1").at("detail"))
                .contains("A token is needed");
        assertThat(new Program(address(), "")
                        .saying("Cookie", "wirt_session=x")
                        .get("/api/v1")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aProgramKnowsWhoItIsAndWhatItMayDo() {
        var program = program(true);
        var self = program.get("/api/v1");
        assertThat(self.at("username")).isEqualTo(reseller.username());
        assertThat(self.number("account")).isEqualTo(reseller.id());
        assertThat(self.at("level")).isEqualTo("reseller");
        var verbs = program.get("/api/v1/verbs").body().toString();
        assertThat(verbs)
                .contains("\"customer.suspend\"", "\"secret\":true")
                .doesNotContain("\"customer.move\"", "\"reseller.suspend\"");
    }

    @Test
    void aTokenIsForTheAreasThatWereChosen() {
        var browser = signedIn(reseller.username());
        var page = browser.post(
                "/account/tokens",
                "name",
                "Kasse",
                "lasting",
                "30",
                "may",
                "some",
                "scope.customer",
                "write",
                "scope.plan",
                "read");
        var shown = TOKEN.matcher(page.body());
        assertThat(shown.find()).as(page.words()).isTrue();
        assertThat(browser.get("/account/tokens").words())
                .as("the address of the answer, typed again")
                .contains("Kasse");
        var program = new Program(address(), shown.group(1));
        assertThat(program.post("/api/v1/verbs/customer.suspend", on(customer)).status())
                .isEqualTo(200);
        assertThat(program.get("/api/v1/plans").status()).isEqualTo(200);
        for (var path : new String[] {"/api/v1/subscriptions", "/api/v1/audit", "/api/v1/sites"}) {
            var refused = program.get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.at("type")).isEqualTo("urn:wirt:problem:token-out-of-scope");
        }
        assertThat(program.post("/api/v1/verbs/plan.create", on(reseller)).status())
                .isEqualTo(403);
        var newcomer =
                "{\"ids\":[%d],\"input\":{\"contactName\":\"Neu\",\"email\":\"neu@gasthof.example\",\"username\":\"n%s\","
                        + "\"password\":\"Sommer.Dachs.61\"%s}}";
        var withSubscription =
                ",\"createSubscription\":true,\"domain\":\"%1$s.example\",\"systemUser\":\"s%1$s\",\"systemUserPassword\":\"Sommer.Dachs.61\""
                        .formatted(Given.unique());
        assertThat(program.post("/api/v1/verbs/customer.create", newcomer.formatted(reseller.id(), Given.unique(), ""))
                        .status())
                .isEqualTo(200);
        assertThat(program.post(
                                "/api/v1/verbs/customer.create",
                                newcomer.formatted(reseller.id(), Given.unique(), withSubscription))
                        .at("type"))
                .isEqualTo("urn:wirt:problem:token-out-of-scope");
        assertThat(program.get("/api/v1/verbs").body().toString())
                .contains("\"customer.suspend\"", "\"plan.create\"")
                .doesNotContain("\"subscription.suspend\"");
        assertThat(browser.get("/account").words()).contains("Kunde: lesen und ändern");
        assertThat(browser.post("/account/tokens", "name", "Nichts", "may", "some")
                        .words())
                .contains("Wählen Sie mindestens einen Bereich");
        assertThat(given.number(
                        "select count(*) from wirt.audit where verb = 'token.make' and object_id = ?",
                        reseller.loginId()))
                .isEqualTo(1);
    }

    @Test
    void aTokenHoldsOnlyFromItsAddresses() {
        var browser = signedIn(reseller.username());
        assertThat(browser.post("/account/tokens", "name", "Falsch", "may", "read", "addresses", "10.0.0.0/99")
                        .words())
                .contains("keine Adresse und kein Netz");
        browser.post("/account/tokens", "name", "Fern", "may", "read", "addresses", "192.0.2.0/24 2001:db8::7");
        assertThat(browser.get("/account").words()).contains("192.0.2.0/24, 2001:db8::7");
        var program = program(true);
        assertThat(program.get("/api/v1").status()).isEqualTo(200);
        given.database.execute(
                "update wirt.api_token set addresses = '{192.0.2.0/24}' where login_id = ?", reseller.loginId());
        soon(() -> program.get("/api/v1").status() == 401);
        given.database.execute(
                "update wirt.api_token set addresses = '{127.0.0.0/8}' where login_id = ?", reseller.loginId());
        soon(() -> program.get("/api/v1").status() == 200);
    }

    @Test
    void aTokenThatOnlyLooksChangesNothing() {
        var program = program(false);
        assertThat(program.post("/api/v1/verbs/customer.suspend?preview=true", on(customer))
                        .status())
                .isEqualTo(200);
        var refused = program.post("/api/v1/verbs/customer.suspend", on(customer));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("type")).isEqualTo("urn:wirt:problem:token-reads-only");
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void whoAsksTooOftenIsHeldUpAndToldForHowLong() {
        var program = program(false);
        var first = program.get("/api/v1");
        assertThat(first.headers().get("ratelimit-policy")).isEqualTo("\"token\";q=1200;w=60");
        assertThat(first.headers().get("ratelimit")).startsWith("\"token\";r=1199;t=");
        Program.Answer last = first;
        for (int i = 0; i < 3_000 && last.status() == 200; i++) last = program.get("/api/v1");
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.headers()).containsEntry("retry-after", "1");
        assertThat(last.at("type")).isEqualTo("urn:wirt:problem:pace");
        assertThat(program(false).get("/api/v1").status()).as("another token").isEqualTo(200);
    }

    @Test
    void customersHaveNoSuchDoor() {
        given.permit(subscription, "remote_api");
        var refused = new Program(address(), given.token(tokens, customer)).get("/api/v1");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("type")).isEqualTo("urn:wirt:problem:customers");
        assertThat(signedIn(customer.username()).get("/account").words()).doesNotContain("Zugänge für Programme");
    }

    @Test
    void itIsRefusedWhileItsOwnerIsSuspendedAndGoneWithHisRight() {
        var program = program(true);
        given.reason("account", reseller.id(), reseller, 16);
        soon(() -> program.get("/api/v1").status() == 403);
        assertThat(program.get("/api/v1").at("type")).isEqualTo("urn:wirt:problem:suspended");
        given.database.execute("delete from wirt.reason where subject_id = ?", reseller.id());
        soon(() -> program.get("/api/v1").status() == 200);

        given.database.execute(
                "update wirt.reseller set permissions = permissions - 'remote_api' where account_id = ?",
                reseller.id());
        soon(() -> program.get("/api/v1").status() == 401);
        assertThat(signedIn(reseller.username()).get("/account").words()).doesNotContain("Zugänge für Programme");
    }

    @Test
    void whoRevokesItOrLetsItExpireIsRidOfIt() {
        var program = program(true);
        assertThat(program.get("/api/v1").status()).isEqualTo(200);
        var browser = signedIn(reseller.username());
        assertThat(browser.get("/account").words()).contains("Abrechnung", "alles lesen und ändern");
        var id = given.text("select id::text from wirt.api_token where login_id = ?", reseller.loginId());
        browser.post("/account/tokens/" + id + "/revoke");
        assertThat(program.get("/api/v1").status()).isEqualTo(401);
        assertThat(given.number(
                        "select count(*) from wirt.audit where verb = 'token.revoke' and object_id = ?",
                        reseller.loginId()))
                .isEqualTo(1);

        var other = program(true);
        given.database.execute("update wirt.api_token set expires_at = now() where login_id = ?", reseller.loginId());
        soon(() -> other.get("/api/v1").status() == 401);
    }
}
