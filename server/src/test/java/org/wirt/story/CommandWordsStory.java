package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Every word of a command of the dialect counts: where one says the opposite of another, none is done.
class CommandWordsStory extends PanelTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Program script;
    private String login;
    private String host;

    @BeforeEach
    void aCustomerWithASubscription() {
        given.administratorsPassword();
        script = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        login = "s" + Given.unique();
        host = Given.unique() + ".example";
        done("customer", "--create", login, "-name", "Ada Wirt", "-passwd", "kurz5", "-email", "ada@gasthof.example");
        done("subscription", "--create", host, "-owner", login, "-login", "f" + login, "-passwd", "geheim5!");
    }

    private Program.Answer run(String utility, String... words) {
        return script.post(
                "/api/v2/cli/" + utility + "/call", "{\"params\":" + JSON.writeValueAsString(List.of(words)) + "}");
    }

    private String done(String utility, String... words) {
        var answer = run(utility, words);
        assertThat(answer.at("stderr")).isEmpty();
        assertThat(answer.number("code")).isZero();
        return answer.at("stdout");
    }

    private void isRefused(int code, String why, String utility, String... words) {
        var answer = run(utility, words);
        assertThat(answer.number("code")).as(String.join(" ", words)).isEqualTo(code);
        assertThat(answer.at("stderr")).contains(why);
        assertThat(answer.at("stdout")).isEmpty();
    }

    @Test
    void whatIsSaidTwiceIsTheSame() {
        isRefused(1, "-name is given twice", "customer", "--update", login, "-name", "Bea", "-name", "Cleo");
        isRefused(1, "given twice", "customer", "--update", login, "-external_id", "E1", "-external-id", "E2");
        isRefused(1, "given twice", "subscription", "--update", host, "-max_box", "5", "-max-box", "9");
        isRefused(1, "given twice", "subscription", "--update", host, "-status", "disabled", "-status", "enabled");
        assertThat(done("customer", "--info", login)).contains("Ada Wirt");
        done("customer", "--update", login, "-company", "Adler", "-company", "Adler", "-notify", "false");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        var against = "contradict each other";
        isRefused(1, against, "subscription", "--update", host, "-disk_space", "100M", "-hard_quota", "300M");
        isRefused(1, against, "subscription", "--update", host, "-hosting", "false", "-hst_type", "phys");
        isRefused(
                1,
                against,
                "subscription",
                "--create",
                "x." + host,
                "-owner",
                login,
                "-hosting",
                "false",
                "-hst_type",
                "phys");
        isRefused(
                1,
                against,
                "subscription",
                "--switch-subscription",
                host,
                "-custom",
                "true",
                "-service-plan",
                "Unlimited");
        isRefused(
                1,
                against,
                "customer",
                "--convert-to-reseller",
                login,
                "-reseller-plan",
                "Eins",
                "-service-plan",
                "Zwei");
        isRefused(1, "-ip is empty", "subscription", "--update", host, "-ip", "");
        done("subscription", "--update", host, "-hosting", "true", "-hst_type", "phys");
        done("subscription", "--update", host, "-disk_space", "100M", "-hard_quota", "104857600");
        assertThat(done("subscription", "--info", host)).containsPattern("disk_space: +104857600");
    }

    @Test
    void whoeverIsUnknownEndsWithTwo() {
        isRefused(2, "", "subscription", "--create", "y." + host, "-owner", "gibtsnicht");
        isRefused(2, "", "customer", "--create", "t" + login, "-passwd", "kurz5", "-owner", "gibtsnicht");
        isRefused(2, "", "subscription", "--update", "gibtsnicht.example", "-description", "x");
    }
}
