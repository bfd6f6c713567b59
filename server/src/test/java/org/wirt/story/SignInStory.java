package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void aWrongPasswordTellsNothing() {
        var customer = given.customer("Gasthof Krone");
        given.reason("account", customer.id(), customer, 16);
        assertThat(browser().signIn(customer.username(), "wrong").words()).doesNotContain("gesperrt");
        assertThat(browser().signIn(customer.username(), Given.PASSWORD).words())
                .contains("gesperrt");
    }
}
