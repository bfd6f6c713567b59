package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Amounts of plans are typed in the reader's language, and what cannot be read is told, all at once.
class PlanStory extends PanelTest {

    private static final String GB = "1073741824";

    /// The form of a new hosting plan, sent.
    private Browser.Answer plan(String name, String... limits) {
        var fields =
                Stream.concat(Stream.of("kind", "HOSTING", "name", name, "overuse", "NOT_ALLOWED"), Stream.of(limits));
        return administrator().postFrom("/plans/new", "/plans", fields.toArray(String[]::new));
    }

    @Test
    void aGermanThousandIsAThousand() {
        var name = Given.unique();
        var answer = plan(
                name,
                "limit.max_site",
                "1.000",
                "limit.disk_space",
                "1,5",
                "unit.disk_space",
                "GB",
                "limit.max_box",
                "",
                "unlimited.max_box",
                "true",
                "validity",
                "1.000");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(given.text(
                        "select concat_ws(' ', limits->>'max_site', (limits->>'disk_space')::bigint * 2 / " + GB
                                + ", limits->>'max_box', validity_days) from wirt.plan where name = ?",
                        name))
                .isEqualTo("1000 3 1000");
        long id = given.number("select id from wirt.plan where name = ?", name);
        assertThat(administrator().get("/plans/" + id).body())
                .as("the form says again what it reads")
                .contains("value=\"1536\"", "value=\"1000\"");
    }

    /// Decision 13.
    @Test
    void theDefaultPlanIsProposed() {
        given.database.execute(
                "insert into wirt.plan (kind, account_id, reseller_id, name) values ('HOSTING', 1, 1, 'AAA first of all')");
        var usual = given.number("select id from wirt.plan where account_id = 1 and name = 'Default Domain'");
        var chosen = "value=\"" + usual + "\" selected";
        assertThat(administrator().get("/customers/new").body()).contains(chosen);
        assertThat(administrator().get("/subscriptions/new").body()).contains(chosen);
    }

    @Test
    void aNewCustomersMistakesAreToldAtOnce() {
        var answer = administrator()
                .postFrom(
                        "/customers/new",
                        "/customers",
                        "contactName",
                        "",
                        "username",
                        "x",
                        "email",
                        "niemand",
                        "password",
                        "kurz",
                        "repeat",
                        "anders");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .contains("f-contactName-error", "f-username-error", "f-email-error")
                .contains("f-password-error", "f-repeat-error");
    }

    /// Every field that is wrong is told in one answer, the name among them.
    @Test
    void allThatIsWrongIsToldAtOnce() {
        var answer = plan(
                "",
                "limit.max_site",
                "1.5",
                "limit.max_box",
                "-5",
                "limit.disk_space",
                "",
                "unit.disk_space",
                "GB",
                "validity",
                "0");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.words())
                .contains("Dieses Feld ist erforderlich")
                .contains("Das ist keine eindeutige Zahl")
                .contains("Diese Zahl darf nicht kleiner als 0 sein")
                .contains("Geben Sie eine Zahl ein, oder wählen Sie „Unbegrenzt“")
                .contains("Die Gültigkeitsdauer beträgt");
    }

    @Test
    void aResellersNewPlanBeginsWithWhatHeHoldsHimself() {
        var reseller = given.reseller("Netzwirt Süd");
        given.database.execute(
                "update wirt.reseller set limits = '{\"max_box\":7,\"disk_space\":5368709120}' where account_id = ?",
                reseller.id());
        var form = signedIn(reseller.username()).get("/plans/new").body();
        assertThat(form)
                .containsPattern("name=\"limit.max_box\"[^>]* value=\"7\"")
                .containsPattern("name=\"limit.disk_space\"[^>]* value=\"5\"")
                .containsPattern("name=\"unlimited.max_site\"[^>]* checked");
    }
}
