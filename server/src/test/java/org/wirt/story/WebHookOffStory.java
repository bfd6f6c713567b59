package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The panel switches off a web hook by itself: its owner gets a letter in his language, the reason stands in the audit
/// log and on the page, and what was delivered leads to what it was about.
class WebHookOffStory extends WebHookTest {

    private static final long MISSING = 888_888_888_888L;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");

    @AfterEach
    void asUsual() {
        given.database.execute("delete from wirt.told");
        given.database.execute("delete from wirt.letter_text");
    }

    private long goneHook() {
        long hook = hook("/", "customer.*");
        receiver.answers(_ -> 410);
        suspend(customer);
        soon(() -> given.number("select count(*) from wirt.web_hook where id = ? and off_because = 'GONE'", hook) == 1);
        return hook;
    }

    private void speaks(String language) {
        given.database.execute("update wirt.login set locale = ? where id = ?", language, reseller.loginId());
    }

    private long letters() {
        return given.number(
                "select count(*) from wirt.letter where event = 'web-hook-off' and account_id = ?", reseller.id());
    }

    private String letter() {
        return given.text(
                "select subject || ' ' || body from wirt.letter where event = 'web-hook-off' and account_id = ? order by id desc limit 1",
                reseller.id());
    }

    @Test
    void itsOwnerGetsOneLetterWithTheReasonAndWhatToDo() {
        long hook = goneHook();
        assertThat(letters()).isOne();
        assertThat(letter())
                .startsWith("Web-Hook ausgeschaltet: Abrechnung ")
                .contains("dass es ihn nicht mehr gibt (410)", "/web-hooks/" + hook, "schalten Sie den Web-Hook")
                .doesNotContain("{", receiver.address("/"));
        assertThat(given.number(
                        "select count(*) from wirt.letter where event = 'web-hook-off' and account_id in (1, ?)",
                        customer.id()))
                .as("nobody else is told")
                .isZero();
        activate(customer);
        assertThat(letters()).isOne();
    }

    @Test
    void whoReadsEnglishIsToldInEnglishThatNothingWasTakenForDays() {
        speaks("en");
        long hook = hook("/");
        receiver.answers(_ -> 500);
        given.database.execute(
                "update wirt.web_hook set failing_since = now() - interval '5 days 1 minute' where id = ?", hook);
        suspend(customer);
        soon(() -> letters() == 1);
        assertThat(letter())
                .startsWith("Web hook switched off: Abrechnung ")
                .contains("For five days the receiver has taken nothing.", "/web-hooks/" + hook);
        var page = signedIn(reseller.username()).get("/web-hooks/" + hook).words();
        assertThat(page).contains("Nothing was taken for five days, from ", "mend that, send a test");
    }

    @Test
    void whoDoesNotWantTheLetterGetsNone() {
        var browser = signedIn(reseller.username());
        browser.get("/notifications");
        browser.post("/notifications", "told.customer-created.reseller", "true");
        goneHook();
        assertThat(letters()).isZero();
    }

    @Test
    void theAdministratorWritesTheTextAndSeesItBeforehand() {
        var admin = administrator();
        assertThat(admin.get("/notifications/web-hook-switched-off").words())
                .contains("Web-Hook vom Panel ausgeschaltet, an seinen Besitzer");
        var form = "/notifications/web-hook-switched-off/web-hook-off/de";
        var page = admin.get(form);
        assertThat(page.words()).contains("{web_hook}", "{cause}", "{page}");
        var version = VERSION.matcher(page.body());
        assertThat(version.find()).isTrue();
        var preview = admin.post(form, "preview", "true", "subject", "{web_hook}", "body", "{cause} {page}");
        assertThat(preview.words()).contains("Fünf Tage lang hat der Empfänger nichts angenommen.", "/web-hooks/1");
        admin.post(form, "subject", "Still: {web_hook}", "body", "{cause} Mehr: {page}", "version", version.group(1));
        long hook = goneHook();
        assertThat(letter())
                .startsWith("Still: Abrechnung Der Empfänger hat geantwortet")
                .endsWith("/web-hooks/" + hook);
    }

    @Test
    void theReasonStandsInTheAuditLogWhichLeadsToTheHook() {
        long hook = goneHook();
        var log = signedIn(reseller.username()).get("/audit?deed=web-hook.disable");
        assertThat(log.words()).contains("Abrechnung", "Warum", "Empfänger weggefallen");
        assertThat(log.body()).contains("href=\"/web-hooks/" + hook + "\"");
    }

    @Test
    void whatWasDeliveredLeadsToWhatItWasAbout() {
        var subscription = given.subscription(customer);
        long hook = hook("/", "customer.*", "subscription.*", "mailbox.*");
        suspend(customer);
        deed("subscription.suspend", subscription.id(), "");
        deed(
                "mailbox.create",
                subscription.id(),
                "\"local\":\"info\",\"site\":%d,\"password\":\"Sommer.Dachs.61\"".formatted(subscription.id()));
        soon(() -> given.number("select count(*) from wirt.web_hook_delivery where hook_id = ?", hook) >= 3);
        var browser = signedIn(reseller.username());
        var page = browser.get("/web-hooks/" + hook);
        assertThat(page.body())
                .contains(
                        "href=\"/customers/" + customer.id() + "\"",
                        "href=\"/subscriptions/" + subscription.id() + "\"",
                        "href=\"/subscriptions/" + subscription.id() + "?tab=mail\"");
        for (var there :
                new String[] {"/customers/" + customer.id(), "/subscriptions/" + subscription.id() + "?tab=mail"})
            assertThat(browser.get(there).status()).as(there).isEqualTo(200);
    }

    @Test
    void whatIsGoneOrMovedOutOfSightIsNamedWithoutALink() {
        long hook = hook("/", "customer.*");
        suspend(customer);
        suspend(other);
        soon(() -> given.number("select count(*) from wirt.web_hook_delivery where hook_id = ?", hook) == 2);
        var admin = administrator();
        admin.deed("customer.remove", customer.id());
        var elsewhere = given.reseller("Netzwirt Anderswo");
        given.database.execute("update wirt.account set provider_id = ? where id = ?", elsewhere.id(), other.id());
        var page = signedIn(reseller.username()).get("/web-hooks/" + hook);
        assertThat(page.words()).contains(customer.name(), other.name());
        assertThat(page.body()).doesNotContain("href=\"/customers/" + customer.id(), "href=\"/customers/" + other.id());
    }

    @Test
    void theAuditLogLeadsToEachKindOfObjectThatItsReaderSees() {
        var subscription = given.subscription(customer);
        var ftp = given.number(
                "insert into wirt.ftp_login (subscription_id, customer_id, reseller_id, node_id, login) "
                        + "select id, customer_id, reseller_id, node_id, 'f' || id from wirt.subscription where id = ? returning id",
                subscription.id());
        var plan = given.number(
                "insert into wirt.plan (kind, account_id, reseller_id, name) values ('HOSTING', ?, ?, ?) returning id",
                reseller.id(),
                reseller.id(),
                Given.unique());
        line("site", subscription.id());
        line("ftp", ftp);
        line("plan", plan);
        line("reseller", reseller.id());
        for (var other : new String[] {"mailbox", "forward", "dns", "web-hook", "user", "letter"}) line(other, MISSING);
        var his = signedIn(reseller.username()).get("/audit").body();
        assertThat(his)
                .contains(
                        "href=\"/subscriptions/" + subscription.id() + "\"",
                        "href=\"/subscriptions/" + subscription.id() + "?tab=ftp\"",
                        "href=\"/plans/" + plan + "\"")
                .doesNotContain("/" + MISSING, "href=\"/resellers/");
        assertThat(administrator().get("/audit").body())
                .contains("href=\"/resellers/" + reseller.id() + "\"")
                .doesNotContain("/" + MISSING, "href=\"/plans/" + plan + "\"");
    }

    private void line(String object, long id) {
        given.database.execute(
                "insert into wirt.audit (actor, door, request_id, verb, object, object_id, object_name, account_id, reseller_id, outcome) "
                        + "values ('x', 'PAGE', 'x', ?, ?, ?, 'Etwas', ?, ?, 'DONE')",
                object + ".change",
                object,
                id,
                reseller.id(),
                reseller.id());
    }

    @Test
    void theAuditLogLeadsToWhatWasMade() {
        given.permit(reseller, "create_subscriptions");
        var made = deed(
                "subscription.create",
                customer.id(),
                "\"domain\":\"%s.example\",\"systemUser\":\"u%s\",\"systemUserPassword\":\"Sommer.Dachs.61\""
                        .formatted(Given.unique(), Given.unique()));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        var log = signedIn(reseller.username()).get("/audit?deed=subscription.create");
        assertThat(log.body()).contains("href=\"/subscriptions/" + made.number("made") + "\"");
    }
}
