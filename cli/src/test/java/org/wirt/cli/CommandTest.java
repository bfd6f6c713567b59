package org.wirt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirt.cli.Typing.Told;

/// Words that somebody types, what the panel is asked for them, and what is told.
class CommandTest {

    private static final String VERBS = """
            [{"name":"customer.suspend","title":"Suspend","on":"customer","undoable":true,"input":[
               {"name":"reason","type":"Optional","secret":false},{"name":"tell","type":"boolean","secret":false}]},
             {"name":"customer.create","title":"Add customer","on":"customer","undoable":false,"input":[
               {"name":"contactName","type":"ContactName","secret":false},{"name":"password","type":"String","secret":true},
               {"name":"repeat","type":"Optional","secret":true}]},
             {"name":"plan.create","title":"Add plan","on":"plan","undoable":false,"input":[
               {"name":"limit","type":"Map","secret":false}]},
             {"name":"mailbox.remove","title":"Remove","on":"mailbox","undoable":false,"input":[]}]""";
    private static final String ADLER =
            "{\"id\":5,\"username\":\"gasthof-adler\",\"contactName\":\"Gasthof Adler\",\"status\":{\"active\":false,\"reasons\":[\"admin\"],\"above\":[]}}";
    private static final String JOB =
            "{\"id\":9,\"verb\":\"customer.suspend\",\"state\":\"done\",\"over\":true,\"total\":1,\"counts\":{\"done\":1},\"name\":\"Gasthof Adler\"}";
    private static final String AHEAD =
            "{\"total\":2,\"judged\":2,\"allowed\":1,\"unchanged\":0,\"refused\":1,\"rows\":[{\"id\":5,\"name\":\"Gasthof Adler\",\"verdict\":\"allowed\"},"
                    + "{\"id\":6,\"name\":\"Hirsch\",\"verdict\":\"refused\",\"why\":{\"code\":\"x\",\"detail\":\"Not this one.\"}}]}";

    private static final String DESCRIPTION = "GET /api/v1/openapi.json";
    private static final String DESCRIBED =
            "{\"paths\":{\"/api/v1/customers\":{\"get\":{\"parameters\":[{\"name\":\"status\"}]}}}}";
    private static final String MISSPELLED =
            "{\"errors\":[{\"field\":\"statsu\",\"code\":\"filter-unknown\",\"detail\":\"No.\"}]}";

    @TempDir
    private Path home;

    private Typing somebody;

    @BeforeEach
    void aPanel() {
        somebody = new Typing(home)
                .answers("GET /api/v1", 200, "{\"username\":\"admin\",\"account\":1}")
                .answers("GET /api/v1/verbs", 200, VERBS)
                .answers("GET /api/v1/customers", 200, "{\"rows\":[" + ADLER + "],\"count\":{\"number\":1}}")
                .answers("POST /api/v1/verbs/customer.suspend", 200, JOB)
                .answers("POST /api/v1/verbs/customer.create", 200, JOB)
                .answers("POST /api/v1/verbs/plan.create", 200, JOB)
                .answers("POST /api/v1/verbs/customer.suspend/preview", 200, AHEAD);
    }

    @AfterEach
    void gone() {
        somebody.close();
    }

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
    void aPreviewIsATableAndChangesNothing() {
        var told = somebody.type("customer", "suspend", "5", "6", "--preview");
        assertThat(told.code()).isEqualTo(ExitCodes.SOME_REFUSED);
        assertThat(told.out()).isEqualTo("""
                        target         verdict       why
                        Gasthof Adler  will be done
                        Hirsch         refused       Not this one.
                        """);
        assertThat(somebody.type("customer", "suspend", "5", "--preview", "--json")
                        .out())
                .isEqualTo(AHEAD + "\n");
        assertThat(somebody.asked).noneMatch(asked -> asked.what().endsWith("customer.suspend"));
    }

    @Test
    void aJobIsFollowedToItsEnd() {
        somebody.answers("POST /api/v1/verbs/customer.suspend", 202, "{\"id\":9,\"over\":false}")
                .answers(
                        "GET /api/v1/jobs/9",
                        200,
                        "{\"id\":9,\"verb\":\"customer.suspend\",\"over\":true,\"total\":2,\"counts\":{\"done\":1,\"refused\":1}}");
        var told = somebody.type("customer", "suspend", "5", "6", "--yes");
        assertThat(told).isEqualTo(new Told(1, "Job 9: customer.suspend: 1 done, 1 refused\n", ""));
        assertThat(somebody.type("customer", "suspend", "5", "6", "--yes", "--no-wait")
                        .out())
                .isEqualTo("Job 9 has started.\n");
        somebody.terminals = "2";
        assertThat(somebody.type("customer", "suspend", "5", "6", "--yes").err())
                .contains("\r[", "2/2");
        somebody.variables.put("NO_COLOR", "1");
        assertThat(somebody.type("customer", "suspend", "5", "6", "--yes").err())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400,65", "401,77", "403,77", "404,66", "409,75", "412,65", "422,65", "429,75", "500,70", "503,69"})
    void eachKindOfNoHasItsNumber(int status, int code) {
        somebody.answers("GET /api/v1/customers", status, "{\"detail\":\"No, because.\"}");
        var told = somebody.type("customer", "list");
        assertThat(told).isEqualTo(new Told(code, "", "No, because.\n"));
    }

    @Test
    void aPanelThatIsNotThereIsSaidSo() {
        somebody.close();
        assertThat(somebody.type("customer", "list").code()).isEqualTo(ExitCodes.UNREACHABLE);
        somebody.variables.remove("WIRT_URL");
        assertThat(somebody.type("customer", "list").code()).isEqualTo(ExitCodes.USAGE);
        for (var far : List.of("http://panel.example", "http://127.0.0.1.example", "http://127.0.0.1@panel.example")) {
            var told = somebody.type("customer", "list", "--url", far);
            assertThat(told.code()).as(far).isEqualTo(ExitCodes.USAGE);
            assertThat(told.err()).containsAnyOf("in clear", "no address");
        }
    }

    @Test
    void whatIsNoPanelIsNotTakenForOne() {
        somebody.answers("GET /api/v1/customers", 200, "<html>");
        assertThat(somebody.type("customer", "list").code()).isEqualTo(ExitCodes.FAULT);
        somebody.answers("GET /api/v1/customers", 302, "");
        assertThat(somebody.type("customer", "list").code()).isEqualTo(ExitCodes.FAULT);
    }

    @Test
    void aListIsATableOrThePanelsJson() {
        assertThat(somebody.type("customer", "list").out().lines().toList())
                .containsExactly(
                        "no.  username       name           company  email  status                          subscriptions",
                        "5    gasthof-adler  Gasthof Adler                  suspended by the administrator");
        assertThat(somebody.type("customer", "list", "--json").out())
                .isEqualTo("{\"rows\":[" + ADLER + "],\"count\":{\"number\":1}}\n");
        assertThat(somebody.type("customer", "list", "--json", "--all").out()).isEqualTo(ADLER + "\n");
        somebody.terminals = "1";
        somebody.variables.put("COLUMNS", "60");
        assertThat(somebody.type("customer", "list").out().lines()).allMatch(line -> line.length() <= 60);
    }

    @Test
    void theCallersLanguageIsSpokenAndAskedFor() {
        somebody.variables.put("LANG", "de_DE.UTF-8");
        assertThat(somebody.type("customer", "list").out()).contains("Benutzername", "vom Administrator gesperrt");
        assertThat(somebody.last().headers()).containsEntry("accept-language", "de");
        somebody.variables.put("LC_ALL", "C");
        assertThat(somebody.type("customer", "list").out()).contains("username");
        assertThat(somebody.last().headers()).containsEntry("accept-language", "en");
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
    void aShellIsToldWhatCanComeNext() {
        assertThat(somebody.type("complete", "--", "cus").out()).isEqualTo("customer\n");
        int before = somebody.asked.size();
        assertThat(somebody.type("complete", "--", "customer", "s").out()).isEqualTo("show\nsuspend\n");
        assertThat(somebody.type("complete", "--", "customer", "create", "--pass")
                        .out())
                .isEqualTo("--password-env\n--password-file\n");
        assertThat(somebody.type("complete", "--", "customer", "suspend", "5", "--re")
                        .out())
                .isEqualTo("--reason\n");
        assertThat(somebody.asked).as("kept").hasSize(before);
        somebody.answers(
                "GET /api/v1/customers",
                200,
                "{\"rows\":[{\"username\":\"gasthof-adler\"},{\"username\":\"zum-adler\"}]}");
        for (var word : new String[] {"suspend", "show"})
            assertThat(somebody.type("complete", "--", "customer", word, "gast").out())
                    .isEqualTo("gasthof-adler\n");
        somebody.answers(
                DESCRIPTION,
                200,
                "{\"paths\":{\"/api/v1/customers\":{\"get\":{\"parameters\":[{\"name\":\"status\",\"schema\":{\"enum\":[\"active\",\"suspended\"]}}]}}}}");
        assertThat(somebody.type("complete", "--", "customer", "list", "--st").out())
                .isEqualTo("--status\n");
        assertThat(somebody.type("complete", "--", "customer", "list", "--status", "s")
                        .out())
                .isEqualTo("suspended\n");
        for (var shell : Completion.SHELLS)
            assertThat(somebody.type("completion", shell).out()).contains("wirt complete -- ");
    }

    @Test
    void helpComesFromThePanel() {
        assertThat(somebody.type("help", "customer").out())
                .contains("wirt customer suspend", "Suspend", "customer list");
        assertThat(somebody.type("help", "customer", "create").out())
                .contains("wirt customer create [<reseller>]", "--contact-name", "--password-file FILE|-")
                .doesNotContain("--repeat");
        assertThat(somebody.type("commands").out()).contains("77 not permitted");
        assertThat(somebody.type("--version").out()).isEqualTo("wirt 0.1.0\n");
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
