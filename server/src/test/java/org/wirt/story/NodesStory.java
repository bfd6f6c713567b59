package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirt.engine.node.PanelNodes;

/// The administrator looks after the machines that serve customers.
class NodesStory extends PanelTest {

    @BeforeEach
    void twoNodesServe() {
        given.database.execute(
                "insert into wirt.node (id, name, address) values (8, 'web8', '192.0.2.8'), (9, 'web9', '192.0.2.9')");
        given.database.execute("update wirt.node set agent = true, homes = '/srv/wirt', seen_at = now(), "
                + "free_bytes = id * 1073741824 where id in (8, 9)");
    }

    @AfterEach
    void noneDoes() {
        given.database.execute("delete from wirt.subscription where node_id in (8, 9)");
        given.database.execute("delete from wirt.node where id in (8, 9)");
    }

    private long placed(Browser browser) {
        var username = Given.unique();
        browser.addCustomer(username);
        return given.number("select node_id from wirt.subscription where name = ?", username + ".example");
    }

    @Test
    void newSubscriptionsGoWhereRoomIsUnlessTheAdministratorSaysOtherwise() {
        var browser = administrator();
        assertThat(browser.get("/tools").words()).contains("Hosting-Server");
        assertThat(browser.get("/nodes").words())
                .contains("web8", "192.0.2.9", "9\u00a0GB", "Neue Abonnements kommen dorthin");
        assertThat(placed(browser)).isEqualTo(9);

        browser.deed("node.drain", 9);
        assertThat(browser.get("/nodes").words()).contains("nimmt keine neuen Abonnements auf");
        assertThat(placed(browser)).isEqualTo(8);

        browser.deed("node.accept", 9);
        assertThat(placed(browser)).isEqualTo(9);
        given.database.execute("update wirt.node set seen_at = now() - interval '1 hour' where id = 9");
        assertThat(browser.get("/nodes").words())
                .contains("web9: nicht zu hören. Er bedient weiter nach dem Stand von damals");
        assertThat(placed(browser)).isEqualTo(8);
    }

    @Test
    void whatIsNotAnsweredAsItShouldBeIsShown() {
        given.database.execute(
                "insert into wirt.drift (node_id, service, subject, dark, answer) values "
                        + "(8, 'WEB', 'adler.example', true, 200), (9, 'MAIL_IN', 'info@hirsch.example', false, 450), (9, 'WEB', '', false, 0)");
        var browser = administrator();
        assertThat(browser.get("/nodes").words())
                .contains("web8: adler.example ist gesperrt, wird aber beantwortet (Websites: 200).")
                .contains("info@hirsch.example ist aktiv, wird aber nicht bedient (")
                .contains("web9: keine Antwort (Websites).");
    }

    @Test
    void aWrongClockAndAFullDiskAreShown() {
        given.database.execute("update wirt.node set clock_ahead = 3600 where id = 8");
        given.database.execute("update wirt.node set clock_ahead = -90, full_disks = '{/srv/wirt}' where id = 9");
        assertThat(administrator().get("/nodes").words())
                .contains("web8: Die Uhr geht dem Panel 3.600 s vor")
                .contains("web9: Die Uhr geht dem Panel 90 s nach")
                .contains("web9: Von der Platte, auf der /srv/wirt liegt, ist weniger als ein Zwanzigstel frei");
    }

    @Test
    void aCrowdAtTheDoorIsShown() {
        given.database.execute("update wirt.node set crowded = '{FTP,MAIL_IN}' where id = 8");
        assertThat(administrator().get("/nodes").words())
                .contains("web8: Fast alle Verbindungen sind vergeben (FTP).")
                .contains("web8: Fast alle Verbindungen sind vergeben (Eingehende E-Mail).");
    }

    @Test
    void whoIsHeldOffIsShown() {
        given.database.execute("update wirt.node set held_off = '{192.0.2.7,2001:db8::/64}' where id = 8");
        assertThat(administrator().get("/nodes").words()).contains("wird aufgehalten: 192.0.2.7, 2001:db8::/64.");
    }

    @Test
    void aNodeOfAnotherReleaseIsShown() {
        given.database.execute(
                "update wirt.node set release = ? where id = 9",
                PanelNodes.release().name());
        assertThat(administrator().get("/nodes").words())
                .contains("anderes Release")
                .contains("web8: von einem anderen Release eingerichtet als das Panel.")
                .contains("./wirt node ticket web8 DATEI")
                .doesNotContain("web9: von einem anderen Release");
    }

    @Test
    void theConnectionDataAreThoseOfTheNode() {
        var customer = given.customer("Gasthof Ferne");
        var subscription = given.subscription(customer);
        given.database.execute("update wirt.subscription set node_id = 8 where id = ?", subscription.id());
        assertThat(signedIn(customer.username()).get("/ftp").words()).contains("192.0.2.8");
        assertThat(administrator()
                        .get("/subscriptions/" + subscription.id() + "?tab=mail")
                        .words())
                .contains("192.0.2.8")
                .doesNotContain("nur im Arbeitsspeicher");
    }

    @Test
    void aReceiptIsWrittenAnewWhenTheNodeHasHeardOfItAfterAll() {
        given.database.execute("insert into wirt.node_mark (node_id) values (8) on conflict do nothing");
        var customer = given.customer("Gasthof Funkloch");
        var id = given.subscription(customer).id();
        given.database.execute("update wirt.subscription set node_id = 8 where id = ?", id);
        var browser = administrator();
        assertThat(browser.deed("customer.suspend", customer.id()).words())
                .contains("gesperrt")
                .contains("Noch nicht bestätigt von: web8.");
        var page = "/jobs/"
                + given.number(
                        "select max(job_id) from wirt.audit where verb = 'customer.suspend' and object_id = ?",
                        customer.id());
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(browser.get(page).words())
                        .contains("Vom Hosting-Server web8 noch nicht bestätigt")
                        .doesNotContain("1 von 1 durch echte Anfragen geprüft"));
        given.database.execute(
                "update wirt.node n set confirmed = m.mark from wirt.node_mark m where n.id = 8 and m.node_id = 8");
        // Wakes the agent, which would look in half a minute anyway.
        browser.deed("customer.suspend", given.customer("Gasthof Weckruf").id());
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(browser.get(page).words())
                        .doesNotContain("noch nicht bestätigt")
                        .contains("auf dem Server geprüft"));
    }

    @Test
    void aSubscriptionIsSentToAnotherNodeAndCalledBack() {
        var customer = given.customer("Gasthof Umzug");
        var id = given.subscription(customer).id();
        given.database.execute("update wirt.subscription set node_id = 8 where id = ?", id);
        var browser = administrator();
        assertThat(browser.get("/bulk/subscription.relocate?id=" + id).words())
                .contains(
                        "auf einen anderen Hosting-Server verschieben",
                        "kurz in Wartung",
                        "noch einmal „./wirt node install“");
        browser.deed("subscription.relocate", id, "node", "9");
        assertThat(browser.get("/subscriptions/" + id).words())
                .as("web8 was set up by a release that let nobody fetch")
                .doesNotContain("zieht von web8");
        given.database.execute("update wirt.node set move_port = 8873, certificate = 'PEM' where id in (8, 9)");

        assertThat(browser.get("/bulk/subscription.relocate?id=" + id).body())
                .contains(">web9</option>")
                .doesNotContain(">web8</option>");
        browser.deed("subscription.relocate", id, "node", "77");
        assertThat(given.number("select count(*) from wirt.relocation where subscription_id = ?", id))
                .isZero();
        browser.deed("subscription.relocate", id, "node", "9");
        var page = "/subscriptions/" + id;
        assertThat(browser.get(page).words())
                .contains("zieht von web8 nach web9 um: erste Kopie, 0", "nicht vor dem", "web8");
        assertThat(browser.get("/nodes").words()).contains("zieht von web8 nach web9 um");
        assertThat(browser.get("/subscriptions?node=8").words()).contains("Gasthof Umzug");
        assertThat(browser.get("/subscriptions?node=9").words()).doesNotContain("Gasthof Umzug");
        given.database.execute("update wirt.relocation set failure = 'silent' where subscription_id = ?", id);
        assertThat(browser.get(page).words())
                .contains("Der letzte Versuch misslang (ein Hosting-Server war nicht zu hören)");
        given.database.execute(
                "update wirt.relocation set step = 'LAST', failure = '', bytes = 3221225472 where subscription_id = ?",
                id);
        given.database.execute(
                "insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author) "
                        + "select 'subscription', id, customer_id, reseller_id, 4, 'admin' from wirt.subscription where id = ?",
                id);
        assertThat(browser.get(page).words()).contains("letzte Kopie, 3\u00a0GB", "Wartung");
        browser.deed("subscription.relocate", id, "node", "9");
        assertThat(browser.deed("subscription.stay", id).words()).contains("bleibt, wo es ist");
        assertThat(browser.get(page).words()).doesNotContain("Wartung", "zieht von");
        assertThat(given.number("select count(*) from wirt.reason where subject_id = ? and code = 4", id))
                .isZero();
    }

    @Test
    void nobodyElseSeesThem() {
        var reseller = signedIn(given.reseller("Netzwirt Knoten").username());
        assertThat(reseller.get("/tools").words()).doesNotContain("Hosting-Server");
        assertThat(reseller.get("/nodes").status()).isEqualTo(404);
        reseller.deed("node.drain", 9);
        assertThat(given.number("select count(*) from wirt.node where id = 9 and accepts"))
                .isEqualTo(1);
    }
}
