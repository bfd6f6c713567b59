package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Who gets in, and who does not.
class SignInStory extends PanelTest {

    @Test
    void theRightPasswordOpensTheList() {
        var customer = given.customer("Gasthof Adler");
        var page = administrator().get("/customers?q=" + customer.username());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words()).contains("Gasthof Adler");
    }

    private static final String ENDED = "Ihre Sitzung ist abgelaufen oder wurde beendet.";

    @Test
    void whoseSessionEndedIsToldSoOnceAndNeverWhy() {
        var customer = given.customer("Gasthof Ende");
        assertThat(browser().get("/account").words()).doesNotContain(ENDED);
        var himself = signedIn(customer.username());
        himself.get("/account");
        assertThat(himself.post("/sign-out").words()).doesNotContain(ENDED);

        himself.signIn(customer.username(), Given.PASSWORD);
        given.reason("account", customer.id(), customer, 16);
        var told = new ArrayList<Browser.Answer>();
        soon(() -> {
            told.add(himself.get("/account"));
            return told.getLast().path().startsWith("/sign-in");
        });
        assertThat(told.getLast().words()).contains(ENDED).doesNotContain("gesperrt");
        assertThat(himself.get("/account").words()).doesNotContain(ENDED);
    }

    @Test
    void aWrongPasswordTellsNothing() {
        var customer = given.customer("Gasthof Krone");
        given.reason("account", customer.id(), customer, 16);
        assertThat(browser().signIn(customer.username(), "wrong").words()).doesNotContain("gesperrt");
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).words())
                .contains("gesperrt. Wenden Sie sich an Ihren Provider");
    }

    @Test
    void aDeactivatedUserIsSentToTheOwnerOnceHeHasProvedHimself() {
        var customer = given.customer("Gasthof Kanne");
        var user = given.user(customer, "WEBMASTER");
        given.database.execute("update wirt.login set active = false where username = ?", user);
        assertThat(browser().signIn(user, "wrong").words()).doesNotContain("deaktiviert");
        assertThat(browser().signIn(user, Given.PASSWORD).words())
                .contains("Ihr Benutzer ist deaktiviert. Wenden Sie sich an den Inhaber des Kontos.")
                .doesNotContain("Provider");

        given.reason("account", customer.id(), customer, 16);
        assertThat(browser().signIn(user, Given.PASSWORD).words()).contains("Dieses Konto ist gesperrt");
    }

    @Test
    void whatAPageSendsBesidesLeavesTheEndOfTheSessionToTheFormAfterIt() {
        var customer = given.customer("Gasthof Nebenbei");
        var himself = signedIn(customer.username());
        himself.get("/account");
        given.database.execute("delete from wirt.session where login_id = ?", customer.loginId());
        // For a moment the panel still takes the session for open.
        soon(() ->
                himself.aside("/check/contact", "field", "email", "value", "x").status() == 204);
        assertThat(himself.get("/account").words()).contains(ENDED);
    }
}
