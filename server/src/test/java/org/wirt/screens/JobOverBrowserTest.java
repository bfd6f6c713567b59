package org.wirt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// What the page of a list shows when the job above it ends: nothing on it speaks of the time before.
class JobOverBrowserTest extends PanelTest {

    private void becomes(long job, String state) {
        given.database.execute(
                "update wirt.job set state = ?, finished_at = case when ? = 'DONE' then clock_timestamp() end where id = ?",
                state,
                state,
                job);
    }

    /// Whoever looks for jobs left behind passes by this one; where he was quicker, it is begun again.
    private void hold(DSLContext holder, long job) {
        soon(() -> {
            becomes(job, "RUNNING");
            return holder.fetchOptional(
                            "select id from wirt.job where id = ? and state = 'RUNNING' for update skip locked", job)
                    .isPresent();
        });
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void theListAndTheBadgeAreTrueAgain(Reading language) {
        var mark = "Ende" + Given.unique();
        var one = given.customer(mark + " Eins");
        var two = given.customer(mark + " Zwei");
        given.administratorsPassword();
        given.database.execute("update wirt.login set locale = null where username = 'admin'");
        var browser = administrator();
        browser.get("/customers");
        browser.post("/bulk/customer.suspend", "id", String.valueOf(one.id()), "id", String.valueOf(two.id()));
        soon(() -> given.number("select reasons from wirt.account where id = ?", two.id()) == 16);
        long job = given.number(
                "select max(job_id) from wirt.audit where verb = 'customer.suspend' and object_id = ?", two.id());
        soon(() -> given.number("select count(*) from wirt.job where id = ? and state = 'DONE'", job) == 1);
        // As if the job were still at work, and had not come to the second one.
        given.database.execute("update wirt.account set reasons = 0 where id = ?", two.id());
        try (var person = new Person(address() + "/sign-in", language).signIn("admin", Given.PASSWORD)) {
            given.database.transaction(held -> {
                hold(held.dsl(), job);
                soon(() -> {
                    person.page.navigate(address() + "/customers?q=" + mark + "&job=" + job);
                    return person.page.locator("#w-open-jobs a").isVisible();
                });
                assertThat(person.page.locator(".w-progress")).isVisible();
                assertThat(person.row(two.name())).not().containsText(language.of("Gesperrt", "Suspended"));
            });

            given.database.execute("update wirt.account set reasons = 16 where id = ?", two.id());
            becomes(job, "DONE");
            assertThat(person.row(two.name())).containsText(language.of("Gesperrt", "Suspended"));
            assertThat(person.page.locator("#w-open-jobs")).isHidden();
            assertThat(person.page.locator("section.w-job")).isVisible();
            assertThat(person.page
                            .getByRole(AriaRole.STATUS)
                            .filter(new Locator.FilterOptions()
                                    .setHasText(
                                            language.of("Fertig: 2 Kunden sperren", "Finished: Suspend 2 customers"))))
                    .hasCount(1);
            assertThat(person.page).hasURL(address() + "/customers?q=" + mark + "&job=" + job);
            assertThat(person.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void whileThePanelDoesNotAnswerTheBarSaysSo(Reading language) {
        var customer = given.customer("Gasthof Funkloch");
        given.administratorsPassword();
        given.database.execute("update wirt.login set locale = null where username = 'admin'");
        administrator().deed("customer.suspend", customer.id());
        long job = given.number(
                "select max(job_id) from wirt.audit where verb = 'customer.suspend' and object_id = ?", customer.id());
        try (var person = new Person(address() + "/sign-in", language).signIn("admin", Given.PASSWORD)) {
            given.database.transaction(held -> {
                hold(held.dsl(), job);
                person.page.route("**/progress", Route::abort);
                person.page.navigate(address() + "/jobs/" + job);
                var lost =
                        person.page.getByText(language.of("Keine Verbindung zum Panel", "No connection to the panel"));
                assertThat(lost).hasCount(1);
                person.page.unroute("**/progress");
                assertThat(lost).hasCount(0);
                assertThat(person.page.locator(".w-progress")).isVisible();
            });
            becomes(job, "DONE");
        }
    }
}
