package org.wirt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.engine.embedded.EmbeddedWeb;
import org.wirt.story.Given;
import org.wirt.story.PanelTest;

/// *Verwalten von Kunden*, the user's document, walked step by step in a real browser, in German and again in English.
class SeedDocumentBrowserTest extends PanelTest {

    @Autowired
    private EmbeddedWeb web;

    private Person administrator(Reading language) {
        given.administratorsPassword();
        return new Person(address() + "/sign-in", language).signIn("admin", Given.PASSWORD);
    }

    /// So steps change the contact data of a customer: list, name, *Kontaktdaten bearbeiten* in the right sidebar, OK.
    @Test
    void aendernDerKontaktdaten() {
        Reading.inBoth(this::aendernDerKontaktdaten);
    }

    private void aendernDerKontaktdaten(Reading language) {
        var customer = given.customer("Gasthof Adler " + Given.unique());
        try (var person = administrator(language)) {
            person.openCustomer(customer.name());
            person.followInSidebar("Kontaktdaten bearbeiten", "Edit Contact Info");
            person.field("Firma", "Company").fill("Adler & Söhne");
            person.field("Telefon", "Phone").fill("+49 711 1234");
            person.press("OK", "OK");
            assertThat(person.message()).containsText(customer.name());
            assertThat(person.page.locator("main")).containsText("Adler & Söhne");
            assertThat(person.complaints()).isEmpty();
        }
    }

    /// *Logindaten ändern*: username and password, OK; nobody is told by itself.
    @Test
    void aendernDesBenutzernamensUndPassworts() {
        Reading.inBoth(this::aendernDesBenutzernamensUndPassworts);
    }

    private void aendernDesBenutzernamensUndPassworts(Reading language) {
        var customer = given.customer("Gasthof Bären " + Given.unique());
        var username = Given.unique();
        try (var person = administrator(language)) {
            person.openCustomer(customer.name());
            person.followInSidebar("Logindaten ändern", "Change Login Info");
            person.field("Benutzername", "Username").fill(username);
            person.field("Passwort", "Password").fill("Neuer.Schluessel.58");
            person.field("Passwort wiederholen", "Repeat password").fill("Neuer.Schluessel.58");
            person.press("OK", "OK");
            assertThat(person.message()).containsText(customer.name());
        }
        assertThat(given.number("select count(*) from wirt.letter where account_id = ?", customer.id()))
                .as("Kunden werden nach der Änderung der Logindaten nicht automatisch benachrichtigt")
                .isZero();
        assertThat(browser().signIn(username, "Neuer.Schluessel.58").path()).isNotEqualTo("/sign-in");
    }

    /// *Beschreibung hinzufügen*, then *bearbeiten*; the list shows it under the customer's name.
    @Test
    void hinzufuegenVonBeschreibungen() {
        Reading.inBoth(this::hinzufuegenVonBeschreibungen);
    }

    private void hinzufuegenVonBeschreibungen(Reading language) {
        var customer = given.customer("Gasthof Dachs " + Given.unique());
        try (var person = administrator(language)) {
            person.openCustomer(customer.name());
            person.followInSidebar("Beschreibung hinzufügen", "add description");
            person.field("Beschreibung", "Description").fill("Zahlt pünktlich");
            person.press("OK", "OK");
            assertThat(person.message()).containsText(customer.name());
            person.followInSidebar("Beschreibung bearbeiten", "Edit description");
            person.field("Beschreibung", "Description").fill("Zahlt immer pünktlich");
            person.press("OK", "OK");
            assertThat(person.message()).containsText(customer.name());
            person.findCustomer(customer.name());
            assertThat(person.row(customer.name())).containsText("Zahlt immer pünktlich");
        }
    }

    /// *Sperren* and *Aktivieren* of several: tick, *Status ändern*; with the filter *Status* set to active or
    /// suspended.
    @Test
    void sperrenUndAktivierenMehrerer() {
        Reading.inBoth(this::sperrenUndAktivierenMehrerer);
    }

    private void sperrenUndAktivierenMehrerer(Reading language) throws IOException {
        var mark = Given.unique();
        var one = given.customer("Erste " + mark);
        var two = given.customer("Zweite " + mark);
        var site = given.subscription(one).name();
        try (var person = administrator(language)) {
            filtered(person, mark, language.of("Aktiv", "Active"));
            person.tick(one.name());
            person.tick(two.name());
            person.changeStatus(person.page.locator("main"), "Sperren", "Suspend");
            person.pressInDialog("Sperren", "Suspend");
            soon(() -> suspended(one.id()) && suspended(two.id()));
            assertThat(statusLine(site)).contains(" 503 ");

            filtered(person, mark, language.of("Gesperrt", "Suspended"));
            person.tick(one.name());
            person.tick(two.name());
            person.changeStatus(person.page.locator("main"), "Aktivieren", "Activate");
            soon(() -> !suspended(one.id()) && !suspended(two.id()));
            assertThat(statusLine(site)).doesNotContain(" 503 ");
            // What is done is not ticked any more.
            assertThat(person.page.locator("[data-select-none]")).isHidden();
            assertThat(person.complaints()).isEmpty();
        }
    }

    /// The same for a single account, by its name and the right sidebar.
    @Test
    void sperrenUndAktivierenEinesEinzelnen() {
        Reading.inBoth(this::sperrenUndAktivierenEinesEinzelnen);
    }

    private void sperrenUndAktivierenEinesEinzelnen(Reading language) throws IOException {
        var customer = given.customer("Gasthof Fuchs " + Given.unique());
        var site = given.subscription(customer).name();
        try (var person = administrator(language)) {
            person.openCustomer(customer.name());
            person.changeStatus(person.sidebar(), "Sperren", "Suspend");
            person.pressInDialog("Sperren", "Suspend");
            soon(() -> suspended(customer.id()));
            assertThat(statusLine(site)).contains(" 503 ");
            assertThat(browser().signIn(customer.username(), Given.PASSWORD).path())
                    .isEqualTo("/sign-in");

            person.openCustomer(customer.name());
            person.changeStatus(person.sidebar(), "Aktivieren", "Activate");
            soon(() -> !suspended(customer.id()));
            assertThat(statusLine(site)).doesNotContain(" 503 ");
            assertThat(browser().signIn(customer.username(), Given.PASSWORD).path())
                    .isNotEqualTo("/sign-in");
        }
    }

    /// *In Reseller umwandeln*, one by the sidebar, with *Benutzerdefiniert* left selected.
    @Test
    void umwandelnInReseller() {
        Reading.inBoth(this::umwandelnInReseller);
    }

    private void umwandelnInReseller(Reading language) {
        var customer = given.customer("Gasthof Gans " + Given.unique());
        given.subscription(customer);
        try (var person = administrator(language)) {
            person.openCustomer(customer.name());
            person.followInSidebar("In Reseller umwandeln", "Convert to Reseller");
            assertThat(person.field(
                            "Reseller-Paket für „" + customer.name() + "“",
                            "Reseller plan for “" + customer.name() + "”"))
                    .containsText(language.of("Benutzerdefiniert", "Custom"));
            person.press("OK", "OK");
            soon(() -> kind(customer.id()).equals("RESELLER"));
        }
    }

    /// The same for several, from the list.
    @Test
    void umwandelnMehrererInReseller() {
        Reading.inBoth(this::umwandelnMehrererInReseller);
    }

    private void umwandelnMehrererInReseller(Reading language) {
        var mark = Given.unique();
        var one = given.customer("Hase " + mark);
        var two = given.customer("Igel " + mark);
        try (var person = administrator(language)) {
            person.goToCustomers();
            search(person, mark, one.name());
            person.tick(one.name());
            person.tick(two.name());
            person.press("In Reseller umwandeln", "Convert to Resellers");
            person.field("Reseller-Paket für „" + two.name() + "“", "Reseller plan for “" + two.name() + "”")
                    .waitFor();
            person.press("OK", "OK");
            soon(() -> kind(one.id()).equals("RESELLER") && kind(two.id()).equals("RESELLER"));
        }
    }

    /// *Zuweisung ändern* beside *Provider*: the new owner, the service plan, OK.
    @Test
    void verschiebenZuEinemAnderenVerantwortlichen() {
        Reading.inBoth(this::verschiebenZuEinemAnderenVerantwortlichen);
    }

    private void verschiebenZuEinemAnderenVerantwortlichen(Reading language) {
        // Among the first hundred, which are all that the select has where there are more.
        var reseller = given.reseller("Aal " + Given.unique());
        var customer = given.customer("Gasthof Jagd " + Given.unique());
        try (var person = administrator(language)) {
            person.openCustomer(customer.name());
            person.followInSidebar("Zuweisung ändern", "Reassign");
            person.field("Neuer Verantwortlicher", "New owner").selectOption(String.valueOf(reseller.id()));
            assertThat(person.field(
                            "Service-Paket für „" + customer.name() + "“",
                            "Service plan for “" + customer.name() + "”"))
                    .containsText(language.of("Benutzerdefiniert", "Custom"));
            person.press("OK", "OK");
            soon(() -> provider(customer.id()) == reseller.id());
        }
    }

    /// *Verschieben zu* for several, and back to the administrator.
    @Test
    void verschiebenMehrerer() {
        Reading.inBoth(this::verschiebenMehrerer);
    }

    private void verschiebenMehrerer(Reading language) {
        var mark = Given.unique();
        var reseller = given.reseller("Netzwirt " + mark);
        var one = given.customer("Käfer " + mark, reseller);
        var two = given.customer("Luchs " + mark, reseller);
        try (var person = administrator(language)) {
            person.goToCustomers();
            search(person, mark, one.name());
            person.tick(one.name());
            person.tick(two.name());
            person.press("Verschieben zu", "Move To");
            person.field("Neuer Verantwortlicher", "New owner").selectOption("1");
            person.field("Service-Paket für „" + two.name() + "“", "Service plan for “" + two.name() + "”")
                    .waitFor();
            person.press("OK", "OK");
            soon(() -> provider(one.id()) == 1 && provider(two.id()) == 1);
        }
    }

    /// *Entfernen*, and *Ja* in the dialog: subscriptions and websites go along.
    @Test
    void entfernenVonKonten() {
        Reading.inBoth(this::entfernenVonKonten);
    }

    private void entfernenVonKonten(Reading language) throws IOException {
        var mark = Given.unique();
        var one = given.customer("Marder " + mark);
        var two = given.customer("Natter " + mark);
        var site = given.subscription(one).name();
        try (var person = administrator(language)) {
            person.goToCustomers();
            search(person, mark, one.name());
            person.tick(one.name());
            person.tick(two.name());
            person.press("Entfernen", "Remove");
            assertThat(person.dialog()
                            .getByRole(
                                    AriaRole.LINK,
                                    new com.microsoft.playwright.Locator.GetByRoleOptions()
                                            .setName(language.of("Nein", "No"))
                                            .setExact(true)))
                    .isVisible();
            person.pressInDialog("Ja", "Yes");
            soon(() -> gone(one.id()) && gone(two.id()));
            assertThat(statusLine(site)).contains(" 404 ");
            person.goToCustomers();
            person.field("Suchen", "Search").fill(mark);
            person.page.waitForURL(url -> url.contains("q="));
            assertThat(person.row(one.name())).hasCount(0);
        }
    }

    private static void filtered(Person person, String mark, String status) {
        person.goToCustomers();
        person.press("Filter anzeigen", "Show filter");
        person.field("Status", "Status")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(status));
        person.page.waitForURL(url -> url.contains("status="));
        person.field("Suchen", "Search").fill(mark);
        person.page.waitForURL(url -> url.contains("q="));
        person.row(mark).first().waitFor();
    }

    private static void search(Person person, String mark, String first) {
        person.field("Suchen", "Search").fill(mark);
        person.page.waitForURL(url -> url.contains("q="));
        person.row(first).waitFor();
        person.page.waitForLoadState();
    }

    private boolean suspended(long account) {
        return given.number("select reasons & 16 from wirt.account where id = ?", account) != 0;
    }

    private boolean gone(long account) {
        return given.number("select reasons & 2048 from wirt.account where id = ?", account) != 0;
    }

    private String kind(long account) {
        return given.text("select kind from wirt.account where id = ?", account);
    }

    private long provider(long account) {
        return given.number("select provider_id from wirt.account where id = ?", account);
    }

    /// The first line of a site's answer, asked as any browser in the world would.
    private String statusLine(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
