package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What letters say is the provider's to write: a reseller's text to his customers, else the administrator's, else
/// Wirt's.
class LetterTextsStory extends PanelTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");
    private static final String SUSPENDED = "/notifications/status-changed/suspended/de";
    private static final String RESET = "/notifications/reset-requested/reset/de";

    @AfterEach
    void wirtsOwnTexts() {
        given.database.execute("delete from wirt.letter_text");
        given.database.execute("delete from wirt.told_also");
        given.database.execute("delete from wirt.told");
    }

    /// As somebody does it: opens the form, types, presses OK.
    private static Browser.Answer write(Browser browser, String path, String subject, String body) {
        return browser.post(path, "subject", subject, "body", body, "version", version(browser.get(path)));
    }

    private static String version(Browser.Answer page) {
        var found = VERSION.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void suspend(Browser browser, Given.Account... accounts) {
        var fields = new ArrayList<String>(List.of("tell", "true", "reason", "Rechnung offen"));
        for (var account : accounts) fields.addAll(List.of("id", String.valueOf(account.id())));
        browser.get("/customers");
        browser.post("/bulk/customer.suspend", fields.toArray(String[]::new));
        for (var account : accounts) soon(() -> !letter(account, "suspended").isEmpty());
    }

    private static String letter(Given.Account to, String event) {
        var letters = new Given()
                .database
                .resultQuery(
                        "select subject || ' | ' || body from wirt.letter where account_id = ? and event = ? order by id desc limit 1",
                        to.id(),
                        event)
                .fetch(r -> r.get(0, String.class));
        return letters.isEmpty() ? "" : letters.getFirst();
    }

    private long texts() {
        return given.number("select count(*) from wirt.letter_text");
    }

    @Test
    void theNextLetterCarriesWhatTheAdministratorWrote() {
        var customer = given.customer("Gasthof Adler");
        var browser = administrator();
        var saved = write(
                browser,
                SUSPENDED,
                "Sperre: {contact_name}",
                "{username}, {company}{id}: {reason}\n<b>{host_name}</b>");
        assertThat(saved.path()).isEqualTo("/notifications/status-changed");
        assertThat(saved.words()).contains("Der Text ist gespeichert.", "Eigener Text", "Sperre: {contact_name}");
        suspend(browser, customer);
        assertThat(letter(customer, "suspended"))
                .isEqualTo("Sperre: Gasthof Adler | " + customer.username() + ", " + company(customer) + customer.id()
                        + ": Rechnung offen\n<b>127.0.0.1</b>");
    }

    private String company(Given.Account account) {
        return given.text("select company from wirt.account where id = ?", account.id());
    }

    @Test
    void eachReadsTheTextOfHisProviderInHisLanguage() {
        var one = given.reseller("Netzwirt Süd");
        var other = given.reseller("Netzwirt Nord");
        var his = given.customer("Gasthof Süd", one);
        var english = given.customer("Inn South", one);
        given.database.execute("update wirt.account set locale = 'en' where id = ?", english.id());
        given.database.execute("update wirt.login set locale = null where account_id = ?", english.id());
        var theirs = given.customer("Gasthof Nord", other);
        var mine = given.customer("Gasthof Mitte");
        var administrator = administrator();
        write(administrator, SUSPENDED, "Vom Administrator", "A {contact_name}");
        write(signedIn(one.username()), SUSPENDED, "Vom Reseller", "R {contact_name} bei {provider}");
        suspend(administrator, his, english, theirs, mine);
        assertThat(letter(his, "suspended")).isEqualTo("Vom Reseller | R Gasthof Süd bei Netzwirt Süd");
        assertThat(letter(english, "suspended")).startsWith("Your account is suspended | Hello Inn South");
        assertThat(letter(theirs, "suspended")).isEqualTo("Vom Administrator | A Gasthof Nord");
        assertThat(letter(mine, "suspended")).isEqualTo("Vom Administrator | A Gasthof Mitte");
    }

    /// Whoever does the deed, the words are those of the customer's provider; a reseller sees nobody else's.
    @Test
    void aResellersOwnDeedHasHisWordsAndElseTheAdministrators() {
        var reseller = given.reseller("Netzwirt Süd");
        var one = given.customer("Gasthof Eins", reseller);
        var two = given.customer("Gasthof Zwei", reseller);
        write(administrator(), SUSPENDED, "Vom Administrator", "A");
        var browser = signedIn(reseller.username());
        assertThat(browser.get(SUSPENDED).words()).contains("Jetzt gilt der Text des Administrators");
        suspend(browser, one);
        assertThat(letter(one, "suspended")).isEqualTo("Vom Administrator | A");
        write(browser, SUSPENDED, "Von uns", "R");
        suspend(browser, two);
        assertThat(letter(two, "suspended")).isEqualTo("Von uns | R");
    }

    @Test
    void resetBringsBackWhatHeldBefore() {
        var reseller = given.reseller("Netzwirt Süd");
        var administrator = administrator();
        write(administrator, SUSPENDED, "Vom Administrator", "A");
        var browser = signedIn(reseller.username());
        write(browser, SUSPENDED, "Von uns", "R");
        assertThat(browser.get(SUSPENDED).words()).contains("Standardtext wiederherstellen");
        assertThat(browser.post(SUSPENDED + "/default").words())
                .contains("Der Standardtext ist wiederhergestellt.", "Vom Administrator");
        administrator.get(SUSPENDED);
        assertThat(administrator.post(SUSPENDED + "/default").words())
                .contains("Ihr Konto ist gesperrt")
                .doesNotContain("Vom Administrator");
        assertThat(texts()).isZero();
        assertThat(administrator.get(SUSPENDED).words()).doesNotContain("Standardtext wiederherstellen");
    }

    @Test
    void anUnknownPlaceholderIsRefusedByName() {
        var browser = administrator();
        var answer = write(browser, SUSPENDED, "Sperre {link}", "Hallo {kontaktname}, {password}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.words())
                .contains("{link} ist hier kein Platzhalter", "{kontaktname}, {password} sind hier keine Platzhalter")
                .contains("Möglich sind: {contact_name}, {username}");
        assertThat(answer.body()).contains("Hallo {kontaktname}, {password}</textarea>");
        assertThat(texts()).isZero();
    }

    @Test
    void theLinkMayNotBeLeftOut() {
        var browser = administrator();
        assertThat(write(browser, RESET, "Neues Passwort", "Viel Erfolg").words())
                .contains("Der Text braucht den Platzhalter {link}");
        assertThat(write(browser, "/notifications/activation-requested/activate/de", "Hallo", "Willkommen")
                        .status())
                .isEqualTo(409);
        assertThat(texts()).isZero();
        assertThat(write(browser, RESET, "Neues Passwort", "Hier: {link}").status())
                .isEqualTo(200);
    }

    /// In a text without one it is not made either: nobody would have it.
    @Test
    void changedLoginDataMayBeToldWithoutALink() {
        var customer = given.customer("Gasthof Adler");
        var browser = administrator();
        write(browser, "/notifications/login-changed/login-changed/de", "Neuer Name", "Jetzt: {username}");
        browser.get("/customers/" + customer.id() + "/login");
        browser.post("/customers/" + customer.id() + "/login", "username", customer.username() + "x", "tell", "true");
        assertThat(letter(customer, "login-changed")).isEqualTo("Neuer Name | Jetzt: " + customer.username() + "x");
        assertThat(given.number(
                        "select count(*) from wirt.one_time_link o join wirt.login l on l.id = o.login_id where l.account_id = ?",
                        customer.id()))
                .isZero();
    }

    @Test
    void whoForgotHisPasswordReadsHisProvidersText() {
        var reseller = given.reseller("Netzwirt Süd");
        var customer = given.customer("Gasthof Adler", reseller);
        write(signedIn(reseller.username()), RESET, "Von uns", "{contact_name}: {link}");
        var browser = browser();
        browser.get("/forgot-password");
        browser.post("/forgot-password", "username", customer.username(), "email", customer.email());
        soon(() -> !letter(customer, "reset").isEmpty());
        assertThat(letter(customer, "reset")).isEqualTo("Von uns | Gasthof Adler: {link}");
        assertThat(given.number(
                        "select count(*) from wirt.letter where account_id = ? and event = 'reset' and secret is not null",
                        customer.id()))
                .isOne();
    }

    @Test
    void boundsAreKeptAndJunkIsText() {
        var browser = administrator();
        assertThat(write(browser, SUSPENDED, "a".repeat(201), "b".repeat(10_001))
                        .words())
                .contains("200", "10.000");
        assertThat(write(browser, SUSPENDED, " ", "").words()).contains("Bitte füllen Sie es aus.");
        assertThat(texts()).isZero();
        var junk = "<script>alert(1)</script> 🙂 \u202Egnp.exe \"'&";
        assertThat(write(browser, SUSPENDED, junk, junk).status()).isEqualTo(200);
        var page = browser.get(SUSPENDED);
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("\u202E");
        assertThat(page.body()).contains("&lt;script&gt;alert(1)&lt;/script&gt; 🙂 gnp.exe");
    }

    @Test
    void thePreviewShowsOnesOwnCustomerAndSavesNothing() {
        var one = given.reseller("Netzwirt Süd");
        var other = given.reseller("Netzwirt Nord");
        given.customer("Gasthof Südlich", one);
        given.customer("Aal Nord", other);
        var subscriber = given.customer("Bach Süd", one);
        var subscription = given.subscription(subscriber);
        var browser = signedIn(one.username());
        assertThat(browser.get(SUSPENDED).words()).contains("so liest es „Bach Süd“", "Guten Tag Bach Süd");
        var preview = browser.post(
                SUSPENDED,
                "preview",
                "true",
                "subject",
                "An {contact_name}",
                "body",
                "{plan}: {resources} {reason}",
                "version",
                "");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.words()).contains("An Bach Süd", subscription.name(), "Rechnung offen");
        assertThat(preview.words()).doesNotContain("Aal Nord");
        assertThat(browser.post(SUSPENDED, "preview", "true", "subject", "{x}", "body", "y")
                        .words())
                .contains("{x} ist hier kein Platzhalter");
        assertThat(texts()).isZero();
        assertThat(signedIn(given.reseller("Netzwirt Neu").username())
                        .get(RESET)
                        .words())
                .contains("so liest es „Erika Mustermann“", "/set-password/…");
    }

    @Test
    void whatIsNotOnesOwnIsMissing() {
        var reseller = given.reseller("Netzwirt Süd");
        var other = given.reseller("Netzwirt Nord");
        var browser = signedIn(reseller.username());
        write(signedIn(other.username()), SUSPENDED, "Geheim Nord", "Geheim");
        assertThat(browser.get(SUSPENDED).words()).doesNotContain("Geheim");
        assertThat(browser.get("/notifications/status-changed").words()).doesNotContain("Geheim");
        for (var path : List.of(
                "/notifications/reseller-created",
                "/notifications/nothing",
                "/notifications/status-changed/suspended-below/de",
                "/notifications/status-changed/removed/de",
                "/notifications/customer-converted/converted/de",
                "/notifications/status-changed/suspended/fr")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
        browser.get(SUSPENDED);
        assertThat(browser.post("/notifications/status-changed/suspended-below/de", "subject", "x", "body", "y")
                        .status())
                .isEqualTo(404);
        var customer = given.customer("Gasthof Adler", reseller);
        given.subscription(customer);
        assertThat(signedIn(customer.username()).get(SUSPENDED).status()).isEqualTo(404);
    }

    @Test
    void eachChangeIsInTheAuditLogBeforeAndAfter() {
        var browser = administrator();
        write(browser, SUSPENDED, "Gesperrt worden", "Text eins");
        write(browser, SUSPENDED, "Gesperrt worden", "Text zwei");
        assertThat(browser.get("/audit").words())
                .contains(
                        "Text einer Nachricht ändern",
                        "Konto gesperrt, an Betroffene (Deutsch): Text",
                        "Text eins",
                        "Text zwei");
    }

    @Test
    void nobodyOverwritesAColleague() {
        var first = administrator();
        var version = version(first.get(SUSPENDED));
        write(administrator(), SUSPENDED, "Kollege", "Schneller");
        var late = first.post(SUSPENDED, "subject", "Ich", "body", "Später", "version", version);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("„Kollege“", "„Schneller“");
        assertThat(first.post(SUSPENDED, "subject", "Ich", "body", "Später", "version", version(late))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void oneMoreAddressIsToldToo() {
        var reseller = given.reseller("Netzwirt Süd");
        var customer = given.customer("Gasthof " + Given.unique(), reseller);
        var browser = signedIn(reseller.username());
        var page = "/notifications/status-changed";
        browser.get(page);
        assertThat(browser.post(page, "address", "kein", "told", "true").words())
                .contains("keine vollständige E-Mail-Adresse");
        assertThat(browser.post(page, "address", "", "told", "true").status()).isEqualTo(409);
        assertThat(browser.post(page, "address", "buch@example.org", "told", "true")
                        .words())
                .contains("Die weitere Adresse ist gespeichert.");
        suspend(browser, customer);
        assertThat(recipients(customer)).containsExactly("buch@example.org");
        assertThat(browser.get("/audit").words()).doesNotContain("also-");

        browser.get(page);
        browser.post(page, "address", "buch@example.org");
        var quiet = given.customer("Gasthof " + Given.unique(), reseller);
        suspend(browser, quiet);
        assertThat(recipients(quiet)).isEmpty();
        assertThat(browser.get(page).body()).contains("buch@example.org");
    }

    private List<String> recipients(Given.Account about) {
        return given.database
                .resultQuery(
                        "select recipient from wirt.letter where event = 'suspended-below' and body like ?",
                        "%" + about.name() + "%")
                .fetch(r -> r.get(0, String.class));
    }
}
