package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the panel shows once a node's own servers serve customers, and how it tells that it hears nothing of the node.
class ServingNodeStory extends PanelTest {

    private static final String SILENT = "Der Hosting-Server „local“ hat sich zuletzt am";

    @BeforeEach
    void aNodeServes() {
        given.database.execute(
                "update wirt.node set agent = true, homes = '/srv/elsewhere', ftp_port = 21, seen_at = now() where id = 1");
    }

    @AfterEach
    void noNodeServes() {
        given.database.execute("update wirt.node set agent = false, homes = null, seen_at = null where id = 1");
        given.database.execute("insert into wirt.node_mark (node_id) values (1) on conflict do nothing");
    }

    @Test
    void theAdministratorReadsThatTheNodeIsSilentAndAResellerDoesNot() {
        var browser = administrator();
        assertThat(browser.get("/").words()).doesNotContain(SILENT);
        given.database.execute("update wirt.node set seen_at = now() - interval '5 minutes' where id = 1");
        assertThat(browser.get("/").words()).contains(SILENT).contains("./wirt node status");
        assertThat(signedIn(given.reseller("Reseller Still").username())
                        .get("/")
                        .words())
                .doesNotContain(SILENT);
    }

    @Test
    void aSuspensionThatTheNodeHasNotConfirmedSaysSo() {
        // Nothing that it could answer.
        given.database.execute("delete from wirt.node_mark where node_id = 1");
        var customer = given.customer("Gasthof Funkstille");
        given.subscription(customer);
        var browser = administrator();
        browser.deed("customer.suspend", customer.id());
        long job = given.number(
                "select max(job_id) from wirt.audit where verb = 'customer.suspend' and object_id = ?", customer.id());
        await().atMost(Duration.ofSeconds(15))
                .until(() -> given.number("select count(*) from wirt.enforcement where job_id = ?", job) > 0);
        assertThat(browser.get("/jobs/" + job).words())
                .contains("Vom Hosting-Server local noch nicht bestätigt")
                .doesNotContain("durch echte Anfragen geprüft");
    }

    @Test
    void theHomeOfANewSubscriptionLiesOnTheNode() {
        var username = Given.unique();
        administrator().addCustomer(username);
        assertThat(given.database
                        .resultQuery("select home from wirt.subscription where name = ?", username + ".example")
                        .fetchSingle(0, String.class))
                .startsWith("/srv/elsewhere/");
    }

    @Test
    void whoIsInsideOnANodeIsNotSaidToBeNobody() {
        var customer = given.customer("Gasthof Volles Haus");
        given.subscription(customer);
        var browser = administrator();
        var question = "/bulk/customer.suspend?id=" + customer.id();
        assertThat(browser.get(question).words()).contains("1 Website").doesNotContain("Sitzung");
        signedIn(customer.username());
        assertThat(browser.get(question).words()).contains("1 offene Sitzung im Panel");
        noNodeServes();
        assertThat(browser.get(question).words()).contains("1 offene Sitzung").doesNotContain("Sitzung im Panel");
    }
}
