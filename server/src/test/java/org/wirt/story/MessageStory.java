package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Providers write to their customers, to one or to many; each reads a letter of his own.
class MessageStory extends PanelTest {

    private static Browser.Answer write(Browser browser, String subject, String body, Given.Account... to) {
        var fields = new String[] {"subject", subject, "body", body};
        for (var account : to) fields = Browser.with(fields, "id", String.valueOf(account.id()));
        browser.get("/customers");
        return browser.post("/bulk/customer.message", fields);
    }

    private String letter(Given.Account to) {
        return given.text(
                "select max(subject || ' | ' || body) from wirt.letter where account_id = ? and event = 'message'",
                to.id());
    }

    private long letters(Given.Account to) {
        return given.number("select count(*) from wirt.letter where account_id = ? and event = 'message'", to.id());
    }

    @Test
    void eachReadsAMessageOfHisOwn() {
        var one = given.customer("Gasthof Reiter");
        var other = given.customer("Pension Stern");
        write(administrator(), "Wartung für {username}", "Guten Tag {contact_name},\n\nam Montag.", one, other);
        soon(() -> letters(one) == 1 && letters(other) == 1);
        assertThat(letter(one))
                .startsWith("Wartung für " + one.username() + " | Guten Tag Gasthof Reiter,")
                .endsWith("am Montag.");
        assertThat(letter(other)).contains(other.username(), "Pension Stern");
    }

    @Test
    void oneIsToldByNameAndTheMessageIsKeptWhereItCanBeRead() {
        var customer = given.customer("Gasthof Reiter");
        var browser = administrator();
        assertThat(write(browser, "Wartung", "Am Montag.", customer).words())
                .contains("Nachricht an „Gasthof Reiter“ geschrieben.");
        assertThat(browser.get("/messages?q=" + customer.username()).words()).contains("Wartung", customer.email());
        assertThat(browser.get("/audit?q=Reiter").words()).contains("Nachricht senden", "Wartung");
    }

    @Test
    void theQuestionSaysWhatIsMissingAndWhatMayBeNamed() {
        var customer = given.customer("Gasthof Reiter");
        var browser = administrator();
        var asked = browser.get("/bulk/customer.message?id=" + customer.id());
        assertThat(asked.words())
                .contains("Nachricht an „Gasthof Reiter“", "Es ist kein Mail-Relay eingerichtet", "{expiry}")
                .doesNotContain("Ihre Eingaben", "{link}");
        var empty = write(browser, "", " ", customer);
        assertThat(empty.status()).isEqualTo(409);
        assertThat(empty.body()).contains("f-subject-error", "f-body-error");
    }

    @Test
    void aMistypedPlaceholderStopsItForAllBeforeAnybodyIsWrittenTo() {
        var one = given.customer("Gasthof Reiter");
        var other = given.customer("Pension Stern");
        var refused = write(administrator(), "Wartung {resources}", "Guten Tag {name}", one, other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words())
                .contains("{name} ist hier kein Platzhalter", "{resources} ist hier kein Platzhalter");
        assertThat(letters(one) + letters(other)).isZero();
    }

    @Test
    void whoHasNoAddressIsLeftOutAndNamed() {
        var silent = given.customer("Gasthof Reiter");
        given.database.execute("update wirt.account set email = '' where id = ?", silent.id());
        var browser = administrator();
        assertThat(browser.get("/bulk/customer.message?id=" + silent.id()).words())
                .contains("keine E-Mail-Adresse hinterlegt");
        assertThat(write(browser, "Wartung", "Am Montag.", silent).status()).isEqualTo(409);
    }

    @Test
    void aResellerWritesToHisOwnAndNobodyElse() {
        var reseller = given.reseller("Netzwirt Süd");
        var his = given.customer("Gasthof Reiter", reseller);
        var foreign = given.customer("Gasthof Nachbar");
        var browser = signedIn(reseller.username());
        assertThat(write(browser, "Wartung", "Ihr {provider}", foreign).status())
                .isEqualTo(404);
        write(browser, "Wartung", "Ihr {provider}", his);
        assertThat(letter(his)).isEqualTo("Wartung | Ihr Netzwirt Süd");
        assertThat(letters(foreign)).isZero();
    }

    @Test
    void resellersAreWrittenToLikeCustomers() {
        var reseller = given.reseller("Netzwirt Süd");
        administrator()
                .deed("reseller.message", reseller.id(), "subject", "Preise", "body", "Guten Tag {contact_name}");
        assertThat(letter(reseller)).isEqualTo("Preise | Guten Tag Netzwirt Süd");
    }

    @Test
    void itMayNameWhatTheReaderHas() {
        var customer = given.customer("Gasthof Reiter");
        var subscription = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set expires_at = '2031-05-04T10:00:00Z', limits = cast(? as jsonb) where id = ?",
                "{\"max_box\":7}",
                subscription.id());
        var removed = given.subscription(customer);
        given.reason("subscription", removed.id(), customer, 2048);
        write(administrator(), "Paket {plan}", "Bis {expiry}:\n{resources}", customer);
        assertThat(letter(customer))
                .startsWith("Paket Benutzerdefiniert | Bis 04.05.2031:")
                .contains(subscription.name(), "7")
                .doesNotContain(removed.name());
    }
}
