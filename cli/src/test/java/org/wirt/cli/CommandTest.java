package org.wirt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirt.cli.Typing.Told;

/// Words that somebody types, and what the panel is asked for them.
class CommandTest extends TypingTest {

    @Test
    void aNameIsFoundAndTheDeedIsDone() {
        var told = somebody.type("customer", "suspend", "Gasthof-Adler", "--reason", "Rechnung \"12\"", "--tell");
        assertThat(told).isEqualTo(new Told(0, "Job 9: customer.suspend Gasthof Adler: 1 done\n", ""));
        assertThat(somebody.last().body())
                .isEqualTo("{\"ids\":[5],\"input\":{\"reason\":\"Rechnung \\\"12\\\"\",\"tell\":\"true\"}}");
        assertThat(somebody.last().headers())
                .containsEntry("authorization", "Bearer wirt_token")
                .containsEntry("user-agent", "wirt-cli/0.1.0")
                .containsKey("idempotency-key");
    }

    @Test
    void oneThatIsNotThereEndsBeforeAnythingIsDone() {
        var told = somebody.type("customer", "suspend", "hirsch");
        assertThat(told.code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(told.err()).contains("There is no customer hirsch");
        assertThat(somebody.asked).noneMatch(asked -> asked.what().startsWith("POST"));
    }

    @Test
    void severalOfOneNameAreToldByTheirNumbers() {
        somebody.answers(
                "GET /api/v1/plans",
                200,
                "[{\"id\":1,\"name\":\"S\"},{\"id\":2,\"name\":\"s\"},{\"id\":3,\"name\":\"M\"}]");
        var told = somebody.type("plan", "show", "S");
        assertThat(told.code()).isEqualTo(ExitCodes.INVALID);
        assertThat(told.err()).contains("1, 2").doesNotContain("3");
    }

    @Test
    void anAddressIsFoundByItsDomain() {
        somebody.answers(
                        "GET /api/v1/sites",
                        200,
                        "{\"rows\":[{\"id\":70,\"host\":\"adler.example\",\"subscription\":{\"id\":7}}]}")
                .answers(
                        "GET /api/v1/subscriptions/7/mailboxes", 200, "[{\"id\":3,\"address\":\"info@adler.example\"}]")
                .answers("POST /api/v1/verbs/mailbox.remove", 200, JOB);
        assertThat(somebody.type("mailbox", "remove", "info@adler.example").code())
                .isZero();
        assertThat(somebody.last().body()).isEqualTo("{\"ids\":[3]}");
    }

    @Test
    void whatIsMadeWithoutAnOwnerIsTheCallersOwn() {
        somebody.type("plan", "create", "--limit", "disk=100", "--limit", "mail=5");
        assertThat(somebody.last().body())
                .isEqualTo("{\"ids\":[1],\"input\":{\"limit\":{\"disk\":\"100\",\"mail\":\"5\"}}}");
    }

    @Test
    void aTypedPasswordIsRefusedAndNotSaidAgain() {
        for (var typed :
                new String[][] {{"--password", "Geheim.1"}, {"--password=Geheim.1"}, {"--repeat", "Geheim.1"}}) {
            var words = new java.util.ArrayList<>(List.of("customer", "create"));
            words.addAll(List.of(typed));
            var told = somebody.type(words.toArray(String[]::new));
            assertThat(told.code()).isEqualTo(ExitCodes.USAGE);
            assertThat(told.err()).contains("-file FILE", "-env NAME").doesNotContain("Geheim");
            assertThat(somebody.asked).noneMatch(asked -> asked.what().startsWith("POST"));
        }
    }

    @Test
    void aPasswordComesFromAFileAPipeOrAVariable() throws IOException {
        var file = Files.writeString(home.resolve("secret"), "Sommer.Dachs.61\n");
        somebody.typedIn = "Sommer.Dachs.61\n";
        somebody.variables.put("NEW_PASSWORD", "Sommer.Dachs.61");
        for (var way : new String[][] {
            {"--password-file", file.toString()}, {"--password-file", "-"}, {"--password-env", "NEW_PASSWORD"}
        }) {
            assertThat(somebody.type("customer", "create", way[0], way[1]).code())
                    .isZero();
            assertThat(somebody.last().body())
                    .contains("\"password\":\"Sommer.Dachs.61\",\"repeat\":\"Sommer.Dachs.61\"");
        }
        assertThat(somebody.type("customer", "create", "--password-env", "NOT_SET")
                        .code())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(somebody.type("customer", "create", "--password-file", "/not/there")
                        .code())
                .isEqualTo(ExitCodes.CANNOT_READ);
    }

    @Test
    void whoForgetsThePasswordHearsTheWaysThereAre() {
        somebody.answers(
                "POST /api/v1/verbs/customer.create",
                422,
                "{\"detail\":\"x\",\"errors\":[{\"field\":\"password\",\"code\":\"short\",\"detail\":\"Too short.\"}]}");
        var told = somebody.type("customer", "create", "--contact-name", "Neu");
        assertThat(told.code()).isEqualTo(ExitCodes.INVALID);
        assertThat(told.err()).contains("--password-file FILE", "--password: Too short.");
    }

    @Test
    void aSlipIsNotGuessedButNamed() {
        assertThat(somebody.type("customer", "suspend", "5", "--resaon", "x").err())
                .contains("Did you mean --reason?");
        assertThat(somebody.type("customer", "suspnd", "5").err()).contains("Did you mean customer suspend?");
        assertThat(somebody.type("custmer", "suspend", "5").err()).contains("Did you mean customer?");
        assertThat(somebody.type("customer", "suspend", "5", "--reason").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(somebody.type("customer", "suspend").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(somebody.asked).noneMatch(asked -> asked.what().startsWith("POST"));
    }

    @Test
    void severalAreAskedAboutFirst() {
        assertThat(somebody.type("customer", "suspend", "5", "6").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(somebody.asked).noneMatch(asked -> asked.what().startsWith("POST"));

        somebody.terminals = "02";
        somebody.typedIn = "n\n";
        var told = somebody.type("customer", "suspend", "5", "6");
        assertThat(told.code()).isEqualTo(ExitCodes.SOME_REFUSED);
        assertThat(told.err()).contains("2 in all, 1 allowed", "Nothing was done");
        assertThat(somebody.last().what()).endsWith("/preview");

        somebody.typedIn = "y\n";
        assertThat(somebody.type("customer", "suspend", "5", "6").code()).isZero();
        assertThat(somebody.last().body()).isEqualTo("{\"ids\":[5,6]}");

        somebody.terminals = "";
        assertThat(somebody.type("customer", "suspend", "--filter", "q=adler", "--yes")
                        .code())
                .isZero();
        assertThat(somebody.last().body()).isEqualTo("{\"filter\":{\"q\":[\"adler\"]}}");
    }

    @Test
    void aFilterThatNoListHasMeansNobody() {
        somebody.answers("POST /api/v1/verbs/customer.suspend", 422, MISSPELLED)
                .answers("POST /api/v1/verbs/customer.suspend/preview", 422, MISSPELLED)
                .answers("GET /api/v1/customers", 422, MISSPELLED);
        for (var typed : List.of(
                "customer suspend --filter statsu=active --yes",
                "customer suspend --filter statsu=active --preview",
                "customer list --statsu active")) {
            somebody.answers(DESCRIPTION, 200, DESCRIBED);
            var told = somebody.type(typed.split(" "));
            assertThat(told.code()).as(typed).isEqualTo(ExitCodes.USAGE);
            assertThat(told.err()).contains("Did you mean status?");
            somebody.answers(DESCRIPTION, 503, "");
            assertThat(somebody.type(typed.split(" ")).err()).contains("has no filter statsu");
        }
    }

    @Test
    void theLongDescriptionIsNotAskedForWhatIsSpelledWell() {
        somebody.answers(DESCRIPTION, 200, DESCRIBED);
        assertThat(somebody.type("customer", "list", "--status", "suspended").code())
                .isZero();
        assertThat(somebody.last().what()).isEqualTo("GET /api/v1/customers?status=suspended");
        assertThat(somebody.type("customer", "suspend", "--filter", "status=active", "--yes")
                        .code())
                .isZero();
        somebody.answers(
                "GET /api/v1/customers",
                422,
                "{\"errors\":[{\"field\":\"from\",\"code\":\"filter-day\",\"detail\":\"No date.\"}]}");
        var told = somebody.type("customer", "list", "--from", "soon");
        assertThat(told).isEqualTo(new Told(ExitCodes.INVALID, "", "--from: No date.\n"));
        assertThat(somebody.asked).noneMatch(asked -> asked.what().equals(DESCRIPTION));
    }

    @Test
    void aLoginIsProvenAndKeptForItsOwnerAlone() throws IOException {
        somebody.variables.remove("WIRT_TOKEN");
        somebody.variables.remove("WIRT_URL");
        somebody.typedIn = "wirt_kept\n";
        var told = somebody.type("login", "--url", somebody.url() + "/", "--token-file", "-");
        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        var file = home.resolve(".config/wirt/credentials");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        somebody.type("customer", "list");
        assertThat(somebody.last().headers()).containsEntry("authorization", "Bearer wirt_kept");
        somebody.variables.put("WIRT_TOKEN", "wirt_other");
        somebody.type("customer", "list");
        assertThat(somebody.last().headers()).containsEntry("authorization", "Bearer wirt_other");

        somebody.variables.remove("WIRT_TOKEN");
        try (var other = new Typing(home)) {
            other.variables.remove("WIRT_TOKEN");
            other.answers("GET /api/v1/customers", 401, "{\"detail\":\"A token is needed.\"}");
            assertThat(other.type("customer", "list").code()).isEqualTo(ExitCodes.NOT_PERMITTED);
            assertThat(other.last().headers()).as("a token of another panel").doesNotContainKey("authorization");
        }
    }

    @Test
    void aWrongTokenIsNotKept() {
        somebody.answers("GET /api/v1", 401, "{\"detail\":\"A token is needed.\"}");
        assertThat(somebody.type("login").code()).isEqualTo(ExitCodes.NOT_PERMITTED);
        assertThat(home.resolve(".config/wirt/credentials")).doesNotExist();
    }

    @Test
    void anOptionOfTheVerbIsTheVerbsAlsoWhereTheClientHasOneOfThatName() {
        var typed = Arguments.of(
                List.of("--url", "https://panel.example", "web-hook", "change", "7", "--url", "https://hook.example"),
                _ -> false,
                Texts.of(Surroundings.of(Map.of(), InputStream.nullInputStream(), System.out, System.err, "")));
        assertThat(typed.panel()).contains("https://panel.example");
        assertThat(typed.own()).containsEntry("url", List.of("https://hook.example"));
        var list = Arguments.of(
                List.of("customer", "information", "7", "--version", "0", "--url", "https://panel.example"),
                _ -> false,
                Texts.of(Surroundings.of(Map.of(), InputStream.nullInputStream(), System.out, System.err, "")));
        assertThat(list.panel()).contains("https://panel.example");
        assertThat(list.own()).containsOnlyKeys("version");
    }
}
