package org.wirt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// What was typed is what is done: nothing is passed over, and nothing is taken for something else.
class KnownTest extends TypingTest {

    private void isRefused(String typed, String why) {
        somebody.asked.clear();
        var told = somebody.type(typed.split(" "));
        assertThat(told.code()).as(typed).isEqualTo(ExitCodes.USAGE);
        assertThat(told.err()).as(typed).contains(why);
        assertThat(somebody.asked).as(typed).noneMatch(asked -> asked.what().startsWith("POST"));
    }

    @Test
    void anOptionIsNoValueOfAnother() {
        isRefused("customer suspend 5 --reason --preview", "--reason wants a value, and an option follows.");
        isRefused("customer suspend 5 --reason", "--reason wants a value.");
        isRefused("customer suspend 5 --token-file --preview", "--token-file wants a value");
        isRefused("customer list --status --all", "--status wants a value");
        assertThat(somebody.type("customer", "suspend", "5", "--reason=--preview")
                        .code())
                .isZero();
        assertThat(somebody.last().body()).contains("{\"reason\":\"--preview\"}");
        assertThat(somebody.type("customer", "suspend", "5", "--reason", "-", "--tell", "--no-wait")
                        .code())
                .isZero();
        assertThat(somebody.last().body()).contains("{\"reason\":\"-\",\"tell\":\"true\"}");
    }

    @Test
    void whatACommandDoesNotKnowIsRefused() {
        isRefused("customer show 5 --bogus x", "There is no option --bogus here.");
        isRefused("customer show 5 --filter q=x", "--filter");
        isRefused("customer list --preview --yes", "--preview");
        isRefused("customer list --in 5", "--in");
        isRefused("plan list --filter q=x", "--filter");
        isRefused("mailbox list 7 8", "8 is one word too many.");
        isRefused("mailbox list 7 --in 8", "8 is one word too many.");
        isRefused("job show 9 --bogus", "--bogus");
        isRefused("job show 9 --no-wait", "--no-wait");
        isRefused("event list --filter x=y", "--filter");
        isRefused("event list 7", "7 is one word too many.");
        isRefused("customer suspend 5 --all", "--all");
        isRefused("customer suspend 5 --in 7", "--in");
        isRefused("login --yes", "--yes");
        isRefused("login here", "here is one word too many.");
        isRefused("version now", "now is one word too many.");
        isRefused("commands --all", "--all");
        isRefused("help customer suspend 5", "5 is one word too many.");
        isRefused("--json bin customer --list", "--json");
    }

    @Test
    void noMeansNo() {
        isRefused("customer suspend 5 6 --yes=no", "say --yes");
        isRefused("customer suspend 5 --yes=perhaps", "--yes takes no value, or yes or no; not perhaps.");
        isRefused("customer suspend 5 6 --yes --yes=no", "--yes is said twice.");
        assertThat(somebody.type("customer", "suspend", "5", "6", "--yes=YES").code())
                .isZero();
        assertThat(somebody.type("customer", "suspend", "5", "--preview=no").out())
                .contains("1 done");
    }

    @Test
    void whatIsSaidTwiceIsNotHalfLost() throws IOException {
        isRefused("customer suspend --filter status=suspended --filter status=active --yes", "status is said twice.");
        isRefused("customer list --status suspended --filter status=active", "status is said twice.");
        isRefused("customer list --status suspended --status active", "status is said twice.");
        isRefused("customer list --url http://127.0.0.1:1 --url http://127.0.0.1:2", "--url is said twice.");
        isRefused("event list --after 7 --after 8", "--after is said twice.");
        isRefused("plan create --limit max_box=60 --limit max_box=70", "--limit max_box is said twice.");
        var file = Files.writeString(home.resolve("reason"), "invoice 12");
        isRefused("customer suspend 5 --reason x --reason-file " + file, "--reason is said twice.");
    }

    @Test
    void aListIsNarrowedDownInTheWordsOfDeeds() {
        assertThat(somebody.type("customer", "list", "--filter", "status=suspended", "--sort", "name")
                        .code())
                .isZero();
        assertThat(somebody.last().what()).isEqualTo("GET /api/v1/customers?status=suspended&sort=name");
    }
}
