package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who leaves out what he means is told all that is his, also where that is more than is read at once.
class EmptyFilterStory extends PanelTest {

    /// More than two batches, and no whole number of them.
    private static final int MANY = 1_207;

    private Biller his;
    private Given.Subscription webspace;

    @BeforeEach
    void aCustomerWithASubscription() {
        var customer = given.customer("Gasthof Überfluss");
        webspace = given.subscription(customer);
        given.permit(webspace, "remote_api");
        his = new Biller(address(), customer.username(), Given.PASSWORD);
    }

    /// @param insert columns, and their values for the subscription `s`, each time with another number `n`
    private List<Long> many(String insert) {
        return given.database
                .resultQuery(
                        "insert into wirt." + insert
                                + " from wirt.subscription s, generate_series(1, ?) n where s.id = ? returning id",
                        MANY,
                        webspace.id())
                .fetch(r -> r.get(0, Long.class));
    }

    private void isToldAll(String packet, List<Long> made) {
        var answer = his.ask(packet);
        assertThat(answer.at("//errtext")).isEmpty();
        assertThat(answer.numbers("//result/id")).isSorted().containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void ftpUsers() {
        var made = many("ftp_login (subscription_id, customer_id, reseller_id, node_id, login) "
                + "select s.id, s.customer_id, s.reseller_id, s.node_id, 'ftp' || n || '-' || s.id");
        isToldAll("<ftp-user><get><filter/></get></ftp-user>", made);
        isToldAll(
                "<ftp-user><get><filter><webspace-id>" + webspace.id() + "</webspace-id></filter></get></ftp-user>",
                made);
    }

    @Test
    void subdomains() {
        var made = many("site (subscription_id, customer_id, reseller_id, node_id, host, docroot) "
                + "select s.id, s.customer_id, s.reseller_id, s.node_id, 'n' || n || '.' || s.name, 'n' || n");
        given.database.execute(
                "insert into wirt.kept (subject, subject_id, name, value) select 'site', w.id, 'subdomain-of', ? "
                        + "from wirt.site w where w.subscription_id = ? and w.id <> w.subscription_id",
                Long.toString(webspace.id()),
                webspace.id());
        isToldAll("<subdomain><get><filter/></get></subdomain>", made);
        isToldAll(
                "<subdomain><get><filter><parent-name>" + webspace.name() + "</parent-name></filter></get></subdomain>",
                made);
    }

    @Test
    void recordsOfTheDns() {
        var made = many(
                "dns_record (site_id, host, subscription_id, customer_id, reseller_id, node_id, name, type, value, ttl) "
                        + "select s.id, s.name, s.id, s.customer_id, s.reseller_id, s.node_id, 'n' || n, 'A', '192.0.2.1', 3600");
        for (var filter : new String[] {"<filter/>", "<filter><site-id>" + webspace.id() + "</site-id></filter>"})
            assertThat(his.ask("<dns><get_rec>" + filter + "</get_rec></dns>").numbers("//result/id"))
                    .as("before what servers say by themselves")
                    .isSorted()
                    .startsWith(made.toArray(Long[]::new))
                    .hasSize(made.size() + 5);
    }

    @Test
    void whoHasNothingIsToldThatAllIsWell() {
        for (var packet :
                new String[] {"<ftp-user><get><filter/></get></ftp-user>", "<subdomain><get><filter/></get></subdomain>"
                }) {
            var answer = his.ask(packet);
            assertThat(answer.count("//result/*")).as(packet).isEqualTo(1);
            assertThat(answer.at("//result/status")).isEqualTo("ok");
        }
    }
}
