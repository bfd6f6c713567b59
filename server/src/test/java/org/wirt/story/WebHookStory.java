package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/// Programs elsewhere hear of what happens: signed, again until they take it, in the order in which it happened to each
/// object, and never where only this machine reaches.
class WebHookStory extends WebHookTest {

    @Autowired
    @Qualifier("org.wirt.hook.HookSender")
    private SmartLifecycle sender;

    private long waiting(long hook) {
        return given.number(
                "select count(*) from wirt.web_hook_delivery where hook_id = ? and state = 'WAITING'", hook);
    }

    /// As if the pause had passed.
    private void later(long hook) {
        given.database.execute("update wirt.web_hook_delivery set next_attempt = now() where hook_id = ?", hook);
    }

    @Test
    void whatHappensArrivesSignedAndReadsLikeTheFeed() throws GeneralSecurityException {
        long start = program.get("/api/v1/events").number("last");
        hook("/wirt");
        var browser = signedIn(reseller.username());
        browser.deed("customer.suspend", customer.id(), "reason", "Rechnung 12 ist offen");
        soon(() -> !receiver.about(customer).isEmpty());

        var got = receiver.about(customer).getFirst();
        assertThat(got.path()).isEqualTo("/wirt");
        assertThat(got.type()).isEqualTo("customer.status-changed");
        assertThat(signatureOf(got)).isEqualTo(signature(secret, got));
        assertThat(Long.parseLong(got.headers().get("Webhook-timestamp")))
                .isCloseTo(System.currentTimeMillis() / 1_000, org.assertj.core.data.Offset.offset(300L));
        assertThat(got.headers())
                .containsEntry("User-agent", "Wirt")
                .containsEntry("Content-type", "application/json; charset=UTF-8")
                .doesNotContainKey("Cookie");
        var told = program.get("/api/v1/events?after=" + start)
                .body()
                .path("rows")
                .valueStream()
                .filter(row -> row.path("object").asString().equals("customer"))
                .findFirst()
                .orElseThrow();
        assertThat(got.json()).isEqualTo(told);
        assertThat(got.json().path("actor").asString()).isEqualTo(reseller.username());
    }

    @Test
    void whatIsNotTakenIsSentAgainInOrderAndHoldsUpNoOtherObject() {
        long hook = hook("/");
        receiver.answers(got -> got.isAbout(customer) ? 500 : 200);
        suspend(customer);
        soon(() -> receiver.about(customer).size() == 1);
        activate(customer);
        suspend(other);
        soon(() -> receiver.about(other).size() == 1);
        soon(() -> waiting(hook) == 2);
        assertThat(receiver.about(customer)).hasSize(1);
        assertThat(given.text(
                        "select max(failure) || ' ' || max(status) || ' ' || max(answer) from wirt.web_hook_delivery where hook_id = ? and attempts > 0 "
                                + "and state = 'WAITING'",
                        hook))
                .isEqualTo("refused 500 answered with 500");

        receiver.answers(_ -> 200);
        later(hook);
        soon(() -> waiting(hook) == 0);
        var got = receiver.about(customer);
        assertThat(got).hasSize(3);
        assertThat(got.get(1).id())
                .as("the number stays")
                .isEqualTo(got.getFirst().id());
        assertThat(got.get(1).body()).isEqualTo(got.getFirst().body());
        assertThat(got.get(2).json().path("verb").asString()).isEqualTo("customer.activate");
        assertThat(given.number("select count(*) from wirt.web_hook where id = ? and failing_since is null", hook))
                .isEqualTo(1);
    }

    @Test
    void whoTestsHearsWhatTheReceiverAnswered() {
        long hook = hook("/");
        var test = "{\"ids\":[" + hook + "]}";
        var english = program.saying("Accept-Language", "en");
        receiver.answers(_ -> 204);
        assertThat(english.post("/api/v1/verbs/web-hook.test", test).at("remark"))
                .isEqualTo("The receiver took the test and answered 204.");
        for (int status : new int[] {500, 301}) {
            receiver.answers(_ -> status);
            assertThat(english.post("/api/v1/verbs/web-hook.test", test).at("remark"))
                    .isEqualTo("The receiver did not take the test: it answered " + status + ".");
        }
        assertThat(program.saying("Accept-Language", "de")
                        .post("/api/v1/verbs/web-hook.test", test)
                        .at("remark"))
                .isEqualTo("Der Empfänger hat den Test nicht angenommen: Er hat 301 geantwortet.");
        receiver.close();
        assertThat(program.saying("Accept-Language", "de")
                        .post("/api/v1/verbs/web-hook.test", test)
                        .at("remark"))
                .isEqualTo("Der Empfänger hat den Test nicht bekommen: Er ist nicht erreichbar.");
    }

    @Test
    void onlyWhatIsAskedForIsSent() {
        hook("/", "plan.*", "customer.deleted");
        long sees = hook("/all");
        suspend(customer);
        soon(() -> !receiver.about(customer).isEmpty() && waiting(sees) == 0);
        assertThat(receiver.about(customer)).extracting(Receiver.Got::path).containsOnly("/all");
        var wrong = create(program, reseller, receiver.address("/"), "customer.status-changed", "customer.painted");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.at("errors/0/field")).isEqualTo("types");
    }

    @Test
    void aSlowReceiverHoldsUpNobodyElse() throws InterruptedException {
        var free = new CountDownLatch(1);
        receiver.answers(got -> {
            if (!got.path().equals("/slow")) return 204;
            try {
                free.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return 204;
        });
        hook("/slow");
        hook("/quick");
        try {
            suspend(customer);
            suspend(other);
            activate(customer);
            soon(() -> receiver.all().stream()
                            .filter(got -> got.path().equals("/quick") && got.isAbout(customer))
                            .count()
                    == 2);
            assertThat(receiver.about(customer).stream()
                            .filter(got -> got.path().equals("/slow")))
                    .hasSizeLessThan(2);
        } finally {
            free.countDown();
        }
    }

    @Test
    void aRedirectionIsNotFollowedAndSaysSo() {
        long hook = hook("/");
        receiver.answers(_ -> 302);
        suspend(customer);
        soon(() -> !given.text("select coalesce(max(failure), '') from wirt.web_hook_delivery where hook_id = ?", hook)
                .isEmpty());
        assertThat(receiver.all()).extracting(Receiver.Got::path).containsOnly("/");
        assertThat(signedIn(reseller.username()).get("/web-hooks/" + hook).words())
                .contains("Antwort 302", "Weiterleitungen wird nicht gefolgt");
    }

    @Test
    void everythingCanBeDeliveredAgain() {
        long start = program.get("/api/v1/events").number("last");
        long hook = hook("/");
        suspend(customer);
        soon(() -> receiver.about(customer).size() == 1);
        soon(() -> waiting(hook) == 0);
        var log = program.get("/api/v1/web-hooks/" + hook + "/deliveries?state=delivered");
        var row = log.body()
                .path("rows")
                .valueStream()
                .filter(one -> one.path("object").asString().equals("customer"))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("attempts").asInt()).isEqualTo(1);
        assertThat(row.path("status").asInt()).isEqualTo(204);

        deed("web-hook.replay", hook, "\"delivery\":" + row.path("id").asLong());
        soon(() -> receiver.about(customer).size() == 2);
        soon(() -> waiting(hook) == 0);

        // What the log has forgotten is still in the feed.
        given.database.execute("delete from wirt.web_hook_delivery where hook_id = ?", hook);
        deed("web-hook.replay", hook, "\"after\":" + start);
        soon(() -> receiver.about(customer).size() == 3);
        soon(() -> waiting(hook) == 0);

        var browser = signedIn(reseller.username());
        assertThat(browser.get("/web-hooks/" + hook + "/replay").words()).contains("Alles seit dem Beginn");
        browser.post("/web-hooks/" + hook + "/replay", "from", "2020-01-01");
        soon(() -> receiver.about(customer).size() == 4);
        soon(() -> waiting(hook) == 0);
        deed("web-hook.replay", hook, "\"from\":\"" + LocalDate.now(ZoneId.systemDefault()) + "\"");
        soon(() -> receiver.about(customer).size() == 5);
        assertThat(receiver.about(customer))
                .extracting(Receiver.Got::id)
                .containsOnly(receiver.about(customer).getFirst().id());

        assertThat(deed("web-hook.replay", hook, "").status()).isEqualTo(422);
        assertThat(deed("web-hook.replay", hook, "\"delivery\":1").status()).isEqualTo(404);
    }

    @Test
    void whatWasGivenUpWaitsForSomebodyToDeliverItAgain() {
        long hook = hook("/");
        receiver.answers(_ -> 503);
        suspend(customer);
        soon(() -> given.number(
                        "select count(*) from wirt.web_hook_delivery where hook_id = ? and status = 503 and object = 'customer'",
                        hook)
                > 0);
        given.database.execute(
                "update wirt.web_hook_delivery set attempts = 11 where hook_id = ? and attempts > 0", hook);
        later(hook);
        soon(() -> given.number(
                        "select count(*) from wirt.web_hook_delivery where hook_id = ? and state = 'GIVEN_UP' and object = 'customer'",
                        hook)
                > 0);
        var browser = signedIn(reseller.username());
        assertThat(browser.get("/web-hooks/" + hook).words())
                .contains("nach vielen Versuchen aufgegeben", "Scheitert seit");
        assertThat(browser.get("/web-hooks/" + hook + "?state=given-up").words())
                .contains("Gasthof Angel");
        assertThat(browser.get("/web-hooks/" + hook + "?state=delivered").words())
                .doesNotContain("Gasthof Angel");

        receiver.answers(_ -> 200);
        browser.post("/web-hooks/" + hook + "/replay", "givenUp", "true");
        soon(() -> given.number(
                                "select count(*) from wirt.web_hook_delivery where hook_id = ? and state = 'GIVEN_UP'",
                                hook)
                        == 0
                && waiting(hook) == 0);
    }

    @Test
    void aReceiverThatIsGoneIsNotAskedAgain() {
        long hook = hook("/");
        receiver.answers(_ -> 410);
        suspend(customer);
        soon(() -> given.number("select count(*) from wirt.web_hook where id = ? and off_because = 'GONE'", hook) == 1);
        var asked = receiver.all().size();
        activate(customer);
        suspend(other);
        var browser = signedIn(reseller.username());
        assertThat(browser.get("/web-hooks/" + hook).words()).contains("dass es ihn nicht mehr gibt (410)");
        assertThat(given.number(
                        "select count(*) from wirt.audit where verb = 'web-hook.disable' and object_id = ? and actor = 'Wirt'",
                        hook))
                .isEqualTo(1);

        receiver.answers(_ -> 200);
        browser.post("/web-hooks/" + hook + "/enable", "skip", "true");
        activate(other);
        soon(() -> receiver.all().size() > asked && !receiver.about(other).isEmpty());
        soon(() -> waiting(hook) == 0);
        assertThat(receiver.about(other).stream()
                        .filter(got -> got.json().path("verb").asString().equals("customer.suspend")))
                .as("what happened meanwhile was not wanted")
                .isEmpty();
    }

    @Test
    void whatHappensWhileItIsSwitchedOffIsSentAfterwards() {
        long hook = hook("/");
        deed("web-hook.disable", hook, "");
        suspend(customer);
        suspend(other);
        deed("web-hook.enable", hook, "");
        soon(() -> !receiver.about(customer).isEmpty() && !receiver.about(other).isEmpty());
    }

    @Test
    void fiveDaysWithoutSuccessSwitchItOff() {
        long hook = hook("/");
        receiver.answers(_ -> 500);
        given.database.execute(
                "update wirt.web_hook set failing_since = now() - interval '5 days 1 minute' where id = ?", hook);
        suspend(customer);
        soon(() ->
                given.number("select count(*) from wirt.web_hook where id = ? and off_because = 'FAILING'", hook) == 1);
        assertThat(signedIn(reseller.username()).get("/web-hooks/" + hook).words())
                .contains("Fünf Tage lang wurde nichts angenommen", "schalten Sie ihn wieder ein");
    }

    @Test
    void nothingIsSentToAddressesThatAreNotPublic() {
        for (var host : List.of("127.0.0.1", "127.0.0.3", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1")) {
            var refused = create(program, reseller, receiver.at(host, "/"));
            assertThat(refused.status()).as(host).isEqualTo(422);
            assertThat(refused.at("errors/0/code")).as(host).isEqualTo("web-hook.not-public");
        }
        long hook = made(program, reseller, receiver.at("localhost", "/"));
        suspend(customer);
        soon(() -> given.number(
                        "select count(*) from wirt.web_hook_delivery where hook_id = ? and failure = 'not-public'",
                        hook)
                > 0);
        assertThat(receiver.all()).isEmpty();
        assertThat(signedIn(reseller.username()).get("/web-hooks/" + hook).words())
                .contains("Der Name führt zu einer Adresse, die nicht öffentlich ist");
    }

    @Test
    void everybodyHearsOnlyWhatHisOwnFeedTells() {
        var neighbour = given.reseller("Netzwirt Nachbar");
        given.permit(neighbour, "remote_api");
        var foreign = given.customer("Gasthof Fremd", neighbour);
        var admin = new Program(address(), given.token(tokens, administratorsAccount()));
        hook("/own");
        made(admin, administratorsAccount(), receiver.address("/administrator"));
        new Program(address(), given.token(tokens, neighbour))
                .post("/api/v1/verbs/customer.suspend", "{\"ids\":[" + foreign.id() + "]}");
        suspend(customer);
        soon(() ->
                receiver.about(foreign).size() == 1 && receiver.about(customer).size() == 2);
        assertThat(receiver.about(foreign).getFirst().path()).isEqualTo("/administrator");
        assertThat(receiver.about(customer))
                .extracting(Receiver.Got::path)
                .containsExactlyInAnyOrder("/own", "/administrator");
        assertThat(admin.get("/api/v1/web-hooks").body().toString())
                .contains("/administrator")
                .doesNotContain("/own");
        assertThat(program.get("/api/v1/web-hooks").body().toString())
                .contains("/own")
                .doesNotContain("/administrator");
    }

    private Given.Account administratorsAccount() {
        long login = given.number("select id from wirt.login where account_id = 1 and owner");
        return new Given.Account(1, 1, login, "Administrator", "admin", "");
    }

    @Test
    void aPanelThatStopsInTheMiddleLosesNothing() {
        var free = new CountDownLatch(1);
        long hook = hook("/");
        receiver.answers(_ -> {
            try {
                free.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return 200;
        });
        suspend(customer);
        soon(() -> receiver.about(customer).size() == 1);
        sender.stop();
        try {
            activate(customer);
            suspend(other);
            // Another process was killed while it had it: nobody gave it back, but its time is over.
            given.database.execute(
                    "update wirt.web_hook_delivery set taken_until = now() - interval '1 second' where hook_id = ?",
                    hook);
        } finally {
            free.countDown();
            sender.start();
        }
        soon(() -> receiver.about(customer).stream()
                        .anyMatch(got -> got.json().path("verb").asString().equals("customer.activate"))
                && !receiver.about(other).isEmpty());
        soon(() -> waiting(hook) == 0);
        var verbs = receiver.about(customer).stream()
                .map(got -> got.json().path("verb").asString())
                .distinct()
                .toList();
        assertThat(verbs).containsExactly("customer.suspend", "customer.activate");
    }
}
