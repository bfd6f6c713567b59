package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import org.wirt.cli.Main;

/// A reseller at his terminal, with a token of his own: the words are the panel's verbs, and what comes of them is what
/// comes of clicks.
class CommandLineStory extends PanelTest {

    private static final String PASSWORD = "Sommer.Dachs.61";

    @TempDir
    private Path home;

    @Autowired
    private ApiTokens tokens;

    private Given.Account reseller;
    private Given.Account customer;
    private Given.Subscription subscription;
    private Map<String, String> variables;
    private String typedIn = "";

    private record Told(int code, String out, String err) {}

    @BeforeEach
    void somebodyWithCustomers() {
        reseller = given.reseller("Netzwirt Befehl");
        given.permit(reseller, "remote_api", "create_clients");
        customer = given.customer("Gasthof Befehl", reseller);
        subscription = given.subscription(customer);
        variables = new HashMap<>(Map.of(
                "HOME",
                home.toString(),
                "WIRT_URL",
                address(),
                "WIRT_TOKEN",
                given.token(tokens, reseller),
                "LANG",
                "C"));
    }

    private Told type(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(words),
                variables,
                new ByteArrayInputStream(typedIn.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "");
        return new Told(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Told done(String... words) {
        var told = type(words);
        assertThat(told.code()).as(told.out() + told.err()).isZero();
        return told;
    }

    private String site() {
        return given.text("select state from node.web where host = ?", subscription.name());
    }

    private String door(String verb, long id) {
        return given.text(
                "select door from wirt.audit where verb = ? and object_id = ? order by id desc limit 1", verb, id);
    }

    @Test
    void aCustomerIsMadeWithAPasswordFromAFileAndSignsIn() throws IOException {
        var username = Given.unique();
        var file = Files.writeString(home.resolve("secret"), PASSWORD + "\n");
        var told = done(
                "customer",
                "create",
                "--contact-name",
                "Neuling",
                "--email",
                "neu@gasthof.example",
                "--username",
                username,
                "--password-file",
                file.toString(),
                "--json");
        long made = Long.parseLong(told.out().replaceAll("(?s).*\"made\":(\\d+).*", "$1"));
        assertThat(done("customer", "list", "--q", username).out()).contains(username, "Neuling");
        assertThat(done("customer", "show", username).out()).contains(Long.toString(made), "neu@gasthof.example");
        assertThat(door("customer.create", made)).isEqualTo("COMMAND_LINE");
        assertThat(given.text(
                        "select before::text || after::text from wirt.audit where verb = 'customer.create' and object_id = ?",
                        made))
                .doesNotContain(PASSWORD);
        var browser = browser();
        browser.signIn(username, PASSWORD);
        assertThat(browser.get("/").words()).contains(username, "Abmelden");
    }

    @Test
    void whoForgetsThePasswordIsRefused() {
        var told = type(
                "customer",
                "create",
                "--contact-name",
                "Neuling",
                "--email",
                "neu@gasthof.example",
                "--username",
                Given.unique());
        assertThat(told.code()).isEqualTo(65);
        assertThat(told.err()).contains("--password-file");
    }

    @Test
    void aSuspensionIsLookedAheadDoneAndTakenBack() {
        assertThat(site()).isEqualTo("on");
        var ahead = done("customer", "suspend", customer.username(), "--reason", "invoice 12", "--preview");
        assertThat(ahead.out()).contains(customer.name(), "will be done");
        assertThat(site()).as("looked ahead").isEqualTo("on");

        done("customer", "suspend", customer.username(), "--reason", "invoice 12");
        assertThat(site()).isEqualTo("off");
        assertThat(door("customer.suspend", customer.id())).isEqualTo("COMMAND_LINE");
        assertThat(done("customer", "list", "--q", customer.username()).out()).contains("suspended by the reseller");

        done("customer", "activate", customer.username());
        assertThat(site()).isEqualTo("on");

        var job = done("subscription", "suspend", subscription.name(), "--json")
                .out()
                .replaceAll("(?s).*?\"id\":(\\d+).*", "$1");
        assertThat(site()).isEqualTo("off");
        assertThat(done("job", "rows", job.strip()).out()).contains(subscription.name());
        done("job", "undo", job.strip());
        assertThat(site()).isEqualTo("on");
    }

    @Test
    void manyAreDoneByAFilterAndWatchedToTheirEnd() {
        var mark = "Menge" + Given.unique();
        for (int i = 0; i < 3; i++) given.customer(mark + " " + i, reseller);
        assertThat(type("customer", "suspend", "--filter", "q=" + mark).code()).isEqualTo(64);
        assertThat(type("customer", "suspend", "--filter", "qq=" + mark, "--yes")
                        .code())
                .isEqualTo(64);
        assertThat(done("customer", "suspend", "--filter", "q=" + mark, "--yes").out())
                .contains("3 done");
        assertThat(given.number(
                        "select count(*) from wirt.account where contact_name like ? and reasons <> 0", mark + "%"))
                .isEqualTo(3);
        assertThat(done("customer", "list", "--status", "suspended", "--q", mark, "--all", "--json")
                        .out()
                        .lines())
                .hasSize(3);
    }

    @Test
    void whatIsSomebodyElsesAnswersLikeWhatIsMissing() {
        var foreign = given.customer("Gasthof Fremd");
        var theirs = type("customer", "suspend", foreign.username());
        var missing = type("customer", "suspend", "nobody-" + foreign.username());
        assertThat(theirs.code()).isEqualTo(66);
        assertThat(theirs.err().replace(foreign.username(), "X"))
                .isEqualTo(missing.err().replace("nobody-" + foreign.username(), "X"));
        assertThat(type("customer", "suspend", Long.toString(foreign.id())).code())
                .isEqualTo(66);
        assertThat(type(
                                "mailbox",
                                "list",
                                Long.toString(given.subscription(foreign).id()))
                        .code())
                .isEqualTo(66);
        assertThat(type("reseller", "list").code()).isEqualTo(66);
        assertThat(type("reseller", "suspend", "x").code()).isEqualTo(64);
    }

    @Test
    void eachRefusalEndsWithItsNumber() {
        assertThat(type("customer", "contact", customer.username(), "--email", "nobody")
                        .code())
                .isEqualTo(65);
        assertThat(type("customer", "remove", customer.username(), "--password", "x")
                        .code())
                .isEqualTo(64);
        variables.put("WIRT_TOKEN", "wirt_wrong");
        assertThat(type("customer", "list").code()).isEqualTo(77);
        variables.put("WIRT_URL", "http://127.0.0.1:9");
        assertThat(type("customer", "list").code()).isEqualTo(69);
    }

    @Test
    void theCallerIsAnsweredInHisLanguage() {
        variables.put("LANG", "de_DE.UTF-8");
        assertThat(type("customer", "contact", customer.username(), "--email", "nobody")
                        .err())
                .contains("E-Mail");
        assertThat(done("help", "customer").out()).contains("Sperren");
    }

    @Test
    void sizesAreBytesOrHaveAUnit() {
        var name = "P" + Given.unique();
        done(
                "plan",
                "create",
                "--name",
                name,
                "--overuse",
                "allowed",
                "--limit",
                "disk_space=10G",
                "--limit",
                "mbox_quota=300000000");
        assertThat(given.text("select limits::text from wirt.plan where name = ?", name))
                .contains("\"disk_space\": 10737418240", "\"mbox_quota\": 300000000");
        assertThat(type("plan", "create", "--name", name + "2", "--overuse", "allowed", "--limit", "nosuch=5")
                        .err())
                .contains("nosuch");
    }

    @Test
    void whatIsDescribedIsDescribedAgain() {
        for (var text : List.of("eins", "zwei")) {
            done("customer", "description", customer.username(), "--description", text);
            assertThat(given.text("select text from wirt.note where account_id = ?", customer.id()))
                    .isEqualTo(text);
        }
    }

    @Test
    void mailboxesAreKnownByTheirAddress() {
        typedIn = PASSWORD;
        done(
                "mailbox",
                "create",
                subscription.name(),
                "--local",
                "info",
                "--site",
                subscription.name(),
                "--password-file",
                "-");
        var address = "info@" + subscription.name();
        assertThat(done("mailbox", "list", subscription.name()).out()).contains(address);
        done("mailbox", "remove", address);
        assertThat(type("mailbox", "remove", address).code()).isEqualTo(66);
    }

    @Test
    void whatHappenedIsReadOn() {
        var start = done("event", "list", "--json")
                .out()
                .replaceAll("(?s).*\"last\":(\\d+).*", "$1")
                .strip();
        done("customer", "suspend", customer.username());
        assertThat(done("event", "list", "--after", start).out()).contains("customer.status-changed", customer.name());
        assertThat(done("audit", "list").out()).contains("customer.suspend");
    }
}
