package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;

/// A program of a reseller with a customer, and what its stories share.
abstract class ProgramTest extends PanelTest {

    static final Pattern TOKEN = Pattern.compile("<code class=\"w-token\">(wirt_[A-Za-z0-9_-]+)</code>");

    @Autowired
    ApiTokens tokens;

    Given.Account reseller;
    Given.Account customer;
    Given.Subscription subscription;
    Given.Account foreign;

    @BeforeEach
    void somebodyWithCustomers() {
        reseller = given.reseller("Netzwirt Schnittstelle");
        given.permit(reseller, "remote_api", "create_clients");
        customer = given.customer("Gasthof Steckdose", reseller);
        subscription = given.subscription(customer);
        foreign = given.customer("Gasthof Fremd");
    }

    String token(boolean writes) {
        var browser = signedIn(reseller.username());
        browser.get("/account");
        var page = writes
                ? browser.post("/account/tokens", "name", "Abrechnung", "lasting", "90", "may", "write")
                : browser.post("/account/tokens", "name", "Anzeige", "lasting", "", "may", "read");
        var shown = TOKEN.matcher(page.body());
        assertThat(shown.find()).as(page.words()).isTrue();
        assertThat(browser.get("/account").body()).as("shown once").doesNotContain(shown.group(1));
        return shown.group(1);
    }

    Program program(boolean writes) {
        return new Program(address(), token(writes));
    }

    static String on(Given.Account account) {
        return "{\"ids\":[" + account.id() + "]}";
    }

    long live() {
        return given.number("select count(*) from node.sub where id = ? and live", subscription.id());
    }

    /// One of the administrator's.
    Program everybodys() {
        long login = given.number("select id from wirt.login where account_id = 1 and owner");
        var token = given.token(tokens, new Given.Account(1, 1, login, "admin", "admin", ""));
        return new Program(address(), token).saying("Accept-Language", "en");
    }

    static Program.Answer does(Program program, String verb, long id, String input) {
        return program.post("/api/v1/verbs/" + verb, "{\"ids\":[%d],\"input\":%s}".formatted(id, input));
    }

    static Program.Answer looks(Program program, String verb, long id, String input) {
        return does(program, verb + "/preview", id, input);
    }

    static long made(Program.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.number("made");
    }

    static void refused(Program.Answer answer, String field, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.at("errors/0/field")).isEqualTo(field);
        assertThat(answer.at("errors/0/code")).isEqualTo(code);
    }
}
