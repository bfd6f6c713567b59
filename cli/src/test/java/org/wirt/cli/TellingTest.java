package org.wirt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirt.cli.Typing.Told;

/// What somebody who typed is told: tables, lines, jobs, help, and what can come next.
class TellingTest extends TypingTest {

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
    void filtersAndWhatAnOptionNamesComeNextToo() {
        somebody.answers(
                        "GET /api/v1/customers",
                        200,
                        "{\"rows\":[{\"username\":\"gasthof-adler\"},{\"username\":\"zum-adler\"}]}")
                .answers("GET /api/v1/subscriptions", 200, "{\"rows\":[{\"name\":\"adler.example\"}]}")
                .answers("GET /api/v1/plans", 200, "[{\"name\":\"S\"},{\"name\":\"M\"}]")
                .answers(
                        DESCRIPTION,
                        200,
                        "{\"paths\":{\"/api/v1/customers\":{\"get\":{\"parameters\":[{\"name\":\"q\",\"schema\":{}},"
                                + "{\"name\":\"status\",\"schema\":{\"enum\":[\"active\",\"suspended\"]}}]}}}}");
        assertThat(next("customer", "suspend", "--filter", "")).isEqualTo("q=\nstatus=\n");
        assertThat(next("customer", "list", "--filter", "status=s")).isEqualTo("status=suspended\n");
        assertThat(next("customer", "list", "--filter", "status", "=")).isEqualTo("active\nsuspended\n");
        assertThat(next("customer", "list", "--filter", "status", "=", "s")).isEqualTo("suspended\n");
        assertThat(next("mailbox", "list", "ad")).isEqualTo("adler.example\n");
        assertThat(next("user", "list", "gast")).isEqualTo("gasthof-adler\n");
        assertThat(next("subscription", "plan", "7", "--plan", "")).isEqualTo("M\nS\n");
        assertThat(next("customer", "suspend", "--yes", "gast")).isEqualTo("gasthof-adler\n");
        assertThat(next("bin", "customer", "--")).isEmpty();
    }

    private String next(String... words) {
        var all = new ArrayList<>(List.of("complete", "--"));
        all.addAll(List.of(words));
        return somebody.type(all.toArray(String[]::new)).out();
    }

    @Test
    void aListInJsonIsOneRowALineAlsoWhereItComesWhole() {
        somebody.answers("GET /api/v1/plans", 200, "[{\"id\":1,\"name\":\"S\"},{\"id\":2,\"name\":\"M\"}]");
        assertThat(somebody.type("plan", "list", "--all", "--json").out())
                .isEqualTo("{\"id\":1,\"name\":\"S\"}\n{\"id\":2,\"name\":\"M\"}\n");
        assertThat(somebody.type("plan", "list", "--json").out()).startsWith("[");
        assertThat(somebody.type("customer", "list", "--all", "--size", "25").code())
                .isZero();
        assertThat(somebody.last().what()).isEqualTo("GET /api/v1/customers?size=25");
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
    void oneThingIsToldLineByLineInTheCallersLanguage() {
        somebody.variables.put("LANG", "de_DE.UTF-8");
        somebody.answers(
                "GET /api/v1/jobs/9",
                200,
                "{\"id\":9,\"verb\":\"customer.suspend\",\"state\":\"done\",\"over\":true,\"counts\":{\"done\":2,\"refused\":1},\"undoable\":false}");
        assertThat(somebody.type("job", "show", "9").out()).isEqualTo("""
                        Nr.            9
                        Tat            customer.suspend
                        Stand          fertig
                        abgeschlossen  ja
                        Ergebnisse
                          erledigt     2
                          abgelehnt    1
                        umkehrbar      nein
                        """);
    }

    @Test
    void whatIsGrantedIsToldByTheNamesThatPlansHave() {
        somebody.answers("GET /api/v1/plans", 200, "{}")
                .answers("GET /api/v1/subscriptions", 200, "{\"rows\":[{\"id\":7,\"name\":\"adler.example\"}]}")
                .answers(
                        "GET /api/v1/subscriptions/7",
                        200,
                        "{\"id\":7,\"name\":\"adler.example\",\"plan\":{\"id\":3,\"name\":\"M\"},\"sync\":\"locked\","
                                + "\"granted\":{\"limits\":{\"max_box\":5},\"permissions\":{},\"overuse\":\"not_allowed\"}}");
        assertThat(somebody.type("subscription", "show", "adler.example").out()).isEqualTo("""
                        no.                 7
                        name                adler.example
                        plan                M
                        as its plan says    locked
                        granted
                          limits
                            max_box         5
                          above the limits  not allowed
                        """);
    }
}
