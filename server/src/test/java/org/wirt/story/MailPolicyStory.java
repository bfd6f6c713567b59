package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.engine.Probe;
import org.wirt.hosting.Service;

/// Whoever suspends says what becomes of mail meanwhile: put off as usual, rejected, or held.
class MailPolicyStory extends PanelTest {

    @Autowired
    private List<Probe> probes;

    /// What a sender from outside hears.
    private int answer(String address) {
        var probe = probes.stream()
                .filter(p -> p.service() == Service.MAIL_IN)
                .findFirst()
                .orElseThrow();
        try {
            return probe.ask(1, List.of(address)).get(address);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String mailbox(Browser browser, Given.Account customer) {
        var subscription = given.subscription(customer);
        browser.get("/subscriptions/" + subscription.id());
        browser.addMailbox(subscription.id());
        return "info@" + subscription.name();
    }

    @Test
    void thePolicyOfTheSuspensionIsWhatSendersHear() {
        var customer = given.customer("Gasthof Post");
        var browser = administrator();
        var address = mailbox(browser, customer);
        assertThat(browser.get("/bulk/customer.suspend?id=" + customer.id()).words())
                .contains("Eingehende E-Mails", "Aufschieben", "Abweisen", "Aufbewahren");

        browser.deed("customer.suspend", customer.id());
        assertThat(answer(address)).isEqualTo(450);
        assertThat(browser.get("/customers/" + customer.id()).words()).doesNotContain("Eingehende E-Mails werden");

        browser.deed("customer.activate", customer.id());
        browser.deed("customer.suspend", customer.id(), "mail", "reject");
        assertThat(answer(address)).isEqualTo(550);
        assertThat(browser.get("/customers/" + customer.id()).words())
                .contains("Eingehende E-Mails werden abgewiesen.");

        browser.deed("customer.activate", customer.id());
        browser.deed("customer.suspend", customer.id(), "mail", "hold");
        assertThat(answer(address)).isEqualTo(250);
        assertThat(browser.get("/customers/" + customer.id()).words())
                .contains("Eingehende E-Mails werden aufbewahrt.");
        assertThat(browser.get("/audit?q=Post").words()).contains("Aufbewahren: nach der Aktivierung im Postfach");
    }

    @Test
    void takingBackAnActivationBringsThePolicyBack() {
        var customer = given.customer("Gasthof Post");
        var browser = administrator();
        var address = mailbox(browser, customer);
        browser.deed("customer.suspend", customer.id(), "mail", "reject");
        browser.deed("customer.activate", customer.id());
        assertThat(answer(address)).isEqualTo(250);
        browser.post("/jobs/" + lastJob("customer.activate", customer) + "/undo");
        assertThat(answer(address)).isEqualTo(550);
    }

    @Test
    void theReceiptOfAHeldMailboxIsNoFailure() {
        var customer = given.customer("Gasthof Post");
        var browser = administrator();
        mailbox(browser, customer);
        browser.deed("customer.suspend", customer.id(), "mail", "hold");
        long job = lastJob("customer.suspend", customer);
        soon(() -> given.number("select count(*) from wirt.enforcement where job_id = ?", job) > 0);
        assertThat(given.text(
                        "select method || failed from wirt.enforcement where job_id = ? and service = 'MAIL_IN'", job))
                .isEqualTo("look-up");
    }

    @Test
    void aSubscriptionHasItsOwn() {
        var customer = given.customer("Gasthof Post");
        var browser = administrator();
        var address = mailbox(browser, customer);
        browser.deed(
                "subscription.suspend",
                given.number("select id from wirt.subscription where customer_id = ?", customer.id()),
                "mail",
                "reject");
        assertThat(answer(address)).isEqualTo(550);
    }

    @Test
    void anotherWordIsRefused() {
        var customer = given.customer("Gasthof Post");
        var refused = administrator().deed("customer.suspend", customer.id(), "mail", "burn");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(given.number("select reasons from wirt.account where id = ?", customer.id()))
                .isZero();
    }

    private long lastJob(String verb, Given.Account customer) {
        return given.number("select max(job_id) from wirt.audit where verb = ? and object_id = ?", verb, customer.id());
    }
}
