package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

/// A script that calls the command line of the dialect from afar, and what its stories share.
abstract class CommandDialectTest extends PanelTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Program script;
    String login;
    String host;

    @BeforeEach
    void aScript() {
        given.administratorsPassword();
        script = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        login = "s" + Given.unique();
        host = Given.unique() + ".example";
    }

    record Printed(int code, String out, String err) {}

    Printed run(String utility, String... words) {
        var body = JSON.writeValueAsString(List.of(words));
        var answer = script.post("/api/v2/cli/" + utility + "/call", "{\"params\":" + body + "}");
        assertThat(answer.status()).isEqualTo(200);
        return new Printed((int) answer.number("code"), answer.at("stdout"), answer.at("stderr"));
    }

    String done(String utility, String... words) {
        var printed = run(utility, words);
        assertThat(printed.err()).isEmpty();
        assertThat(printed.code()).isZero();
        return printed.out();
    }

    void isRefused(int code, String why, String utility, String... words) {
        var printed = run(utility, words);
        assertThat(printed.code()).as(String.join(" ", words)).isEqualTo(code);
        assertThat(printed.err()).contains(why);
        assertThat(printed.out()).isEmpty();
    }

    void aCustomerWithASubscription() {
        done("customer", "--create", login, "-name", "Ada Wirt", "-passwd", "kurz5", "-email", "ada@gasthof.example");
        done("subscription", "--create", host, "-owner", login, "-login", "f" + login, "-passwd", "geheim5!");
    }

    long live() {
        return given.number(
                "select count(*) from node.sub s join wirt.subscription b on b.id = s.id where b.name = ? and s.live",
                host);
    }
}
