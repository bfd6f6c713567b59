package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A customer writes into the DNS of his domain, and sees what the server says besides.
class DnsStory extends PanelTest {

    private static final String ALL = "{\"panel_access\":true,\"create_domains\":true,\"manage_dns\":true}";

    private Given.Subscription subscription(Given.Account customer, String permissions) {
        var made = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set permissions = ?::jsonb where id = ?", permissions, made.id());
        return made;
    }

    private void servedByAnotherToo() {
        given.database.execute("insert into wirt.node (id, name, agent, homes, seen_at, accepts, name_server, address) "
                + "values (71, 'another', true, '/srv/other', now(), false, 'ns2.netzwirt.example', '192.0.2.54')");
    }

    @AfterEach
    void servedByNobody() {
        given.database.execute("delete from wirt.node where id = 71");
        given.noNameServer();
    }

    private static String[] record(Object site, String name, String type, String value, String... more) {
        var fields = new String[] {"site", String.valueOf(site), "name", name, "type", type, "value", value};
        return Browser.with(fields, more);
    }

    private String answer(String name, String type) {
        return given.database
                .resultQuery(
                        "select string_agg(content, ', ' order by content) from pdns.records where name = ? and type = ?",
                        name,
                        type)
                .fetchSingle(row -> String.valueOf(row.get(0)));
    }

    @Test
    void whatHeWritesTakesThePlaceOfWhatTheServerSays() {
        given.nameServer();
        var customer = given.customer("Gasthof Lachs");
        var subscription = subscription(customer, ALL);
        var host = subscription.name();
        var page = "/subscriptions/" + subscription.id() + "/dns/new";
        var browser = signedIn(customer.username());

        var before = browser.get("/dns").words();
        assertThat(before)
                .contains(
                        "mail." + host, "v=spf1 a mx ~all", "vom Server", "192.0.2.53", "ns1.netzwirt.example", "5353");
        assertThat(before).doesNotContain("selbst eingetragen", "beantwortet niemand");

        var added = browser.post(page, record(subscription.id(), "www", "CNAME", "Pages.example.net."));
        assertThat(added.path()).isEqualTo("/dns");
        assertThat(added.words()).contains("Der DNS-Eintrag ist angelegt.", "pages.example.net", "selbst eingetragen");
        assertThat(answer("www." + host, "CNAME")).isEqualTo("pages.example.net");
        assertThat(answer("www." + host, "A")).isEqualTo("null");

        long id = given.number("select id from wirt.dns_record where site_id = ?", subscription.id());
        assertThat(browser.get("/dns/" + id).body()).contains("value=\"pages.example.net\"", "value=\"www\"");
        var changed = browser.post("/dns/" + id, record("", "www", "A", "192.0.2.7", "ttl", "300"));
        assertThat(changed.words()).contains("Der DNS-Eintrag ist geändert.");
        assertThat(answer("www." + host, "A")).isEqualTo("192.0.2.7");

        browser.post("/bulk/dns.remove", "id", String.valueOf(id));
        assertThat(answer("www." + host, "A")).isEqualTo("192.0.2.53");
        assertThat(browser.get("/dns").words()).doesNotContain("selbst eingetragen");
        assertThat(given.number(
                        "select count(*) from wirt.audit where verb in ('dns.create', 'dns.change', 'dns.remove') "
                                + "and account_id = ?",
                        customer.id()))
                .isEqualTo(3);
    }

    /// The page shows what every node answers, also while the subscription moves to another.
    @Test
    void allNodesAnswerForHisDomains() {
        given.nameServer();
        var customer = given.customer("Gasthof Zander");
        var subscription = subscription(customer, ALL);
        var browser = signedIn(customer.username());
        assertThat(browser.get("/dns").words()).doesNotContain("2 Nameserver", "ns2.netzwirt.example");
        servedByAnotherToo();
        var page = browser.get("/dns");
        assertThat(page.words()).contains("antworten 2 Nameserver", "192.0.2.54");
        assertThat(page.body())
                .contains("id=\"connection-dns-ns1.netzwirt.example\"", "connection-dns-ns2.netzwirt.example");
        assertThat(answer(subscription.name(), "NS")).isEqualTo("ns1.netzwirt.example, ns2.netzwirt.example");
        assertThat(answer("www." + subscription.name(), "A")).isEqualTo("192.0.2.53");
        assertThat(ttl(subscription.name())).isEqualTo(3600);

        given.database.execute(
                "insert into wirt.relocation (subscription_id, from_node, to_node, unix_uid, home, author, host, port, "
                        + "from_certificate, to_certificate) values (?, 1, 71, 1, '', 'test', '', 1, '', '')",
                subscription.id());
        assertThat(ttl(subscription.name())).isEqualTo(60);
        assertThat(browser.get("/dns").words()).contains(" 60 ");
        given.database.execute("update wirt.subscription set node_id = 71 where id = ?", subscription.id());
        given.database.execute("delete from wirt.relocation where subscription_id = ?", subscription.id());
        assertThat(ttl(subscription.name())).isEqualTo(3600);
        assertThat(answer("www." + subscription.name(), "A")).isEqualTo("192.0.2.54");
        assertThat(browser.get("/dns").words()).contains("192.0.2.54").doesNotContain(" 60 ");
        given.database.execute("update wirt.subscription set node_id = 1 where id = ?", subscription.id());
        given.database.execute("update wirt.node set name_server = null where id = 71");
        assertThat(answer(subscription.name(), "NS")).isEqualTo("ns1.netzwirt.example");
    }

    private long ttl(String name) {
        return given.number("select min(ttl) from pdns.records where name = ? and id is null", name);
    }

    @Test
    void whileNobodyAnswersThePageSaysSo() {
        var customer = given.customer("Gasthof Stör");
        var subscription = subscription(customer, ALL);
        var browser = signedIn(customer.username());
        assertThat(browser.get("/dns").words()).contains("beantwortet niemand").doesNotContain("vom Server");
        browser.post(
                "/subscriptions/" + subscription.id() + "/dns/new", record(subscription.id(), "", "A", "192.0.2.1"));
        assertThat(browser.get("/dns").words()).contains("192.0.2.1", "selbst eingetragen", "beantwortet niemand");
    }

    @Test
    void everythingThatIsWrongIsToldBesideItsField() {
        var customer = given.customer("Gasthof Barsch");
        var subscription = subscription(customer, ALL);
        var page = "/subscriptions/" + subscription.id() + "/dns/new";
        var browser = signedIn(customer.username());
        browser.get("/dns");
        var wrong = browser.post(page, record(subscription.id(), "a b", "A", "nirgends", "ttl", "5", "priority", "x"));
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.body())
                .contains("f-name-error", "f-value-error", "f-ttl-error", "f-priority-error", "value=\"nirgends\"");
        var itself = browser.post(page, record(subscription.id(), "", "CNAME", "a.example.net", "ttl", "5"));
        assertThat(itself.body()).contains("f-name-error", "f-ttl-error");
        assertThat(itself.words()).contains("Für die Domain selbst ist kein CNAME-Eintrag möglich");
        var row = record(subscription.id(), "shop", "A", "192.0.2.1");
        assertThat(browser.post(page, row).status()).isEqualTo(200);
        assertThat(browser.post(page, row).words()).contains("Diesen Eintrag gibt es schon.");
        assertThat(given.number("select count(*) from wirt.dns_record where site_id = ?", subscription.id()))
                .isEqualTo(1);
    }

    @Test
    void whoMayNotHasNoButtonsAndIsRefused() {
        var customer = given.customer("Gasthof Aal");
        var subscription = subscription(customer, "{\"panel_access\":true}");
        var page = "/subscriptions/" + subscription.id() + "/dns/new";
        var browser = signedIn(customer.username());
        assertThat(browser.get("/dns").words()).doesNotContain("DNS-Eintrag hinzufügen");
        assertThat(browser.post(page, record(subscription.id(), "", "A", "192.0.2.1"))
                        .words())
                .contains("fehlt die Berechtigung");
        var webmaster = signedIn(given.user(customer, "WEBMASTER"));
        assertThat(webmaster.get("/dns").status()).isEqualTo(403);
        assertThat(given.number("select count(*) from wirt.dns_record where site_id = ?", subscription.id()))
                .isZero();

        var provider = administrator();
        var tab = "/subscriptions/" + subscription.id() + "?tab=dns";
        assertThat(provider.get(tab).words()).contains("DNS-Eintrag hinzufügen");
        assertThat(provider.post(page, record(subscription.id(), "", "A", "192.0.2.1"))
                        .words())
                .contains("Der DNS-Eintrag ist angelegt.", "192.0.2.1");
    }

    @Test
    void anotherSubscriptionsDomainIsNone() {
        var customer = given.customer("Gasthof Wels");
        var own = subscription(customer, ALL);
        var second = subscription(customer, ALL);
        var stranger = subscription(given.customer("Fremder"), ALL);
        var browser = signedIn(customer.username());
        browser.get("/dns");
        for (var other : new long[] {second.id(), stranger.id(), 888_888_888L})
            assertThat(browser.post("/subscriptions/" + own.id() + "/dns/new", record(other, "", "A", "192.0.2.1"))
                            .status())
                    .isEqualTo(404);
        assertThat(given.number(
                        "select count(*) from wirt.dns_record where site_id in (?, ?, ?)",
                        own.id(),
                        second.id(),
                        stranger.id()))
                .isZero();
    }

    @Test
    void oneOfSeveralDomainsIsShown() {
        var customer = given.customer("Gasthof Schleie");
        var first = subscription(customer, ALL);
        var second = subscription(customer, ALL);
        var browser = signedIn(customer.username());
        browser.get("/dns");
        browser.post("/subscriptions/" + first.id() + "/dns/new", record(first.id(), "eins", "A", "192.0.2.1"));
        browser.post("/subscriptions/" + second.id() + "/dns/new", record(second.id(), "zwei", "A", "192.0.2.2"));
        assertThat(browser.get("/dns?site=" + first.id()).words())
                .contains("eins." + first.name())
                .doesNotContain("zwei." + second.name());
        assertThat(browser.get("/dns?site=" + second.id()).words())
                .contains("zwei." + second.name())
                .doesNotContain("eins." + first.name());
    }

    @Test
    void aNewNameOfTheDomainTakesItsRecordsAlong() {
        given.nameServer();
        var subscription = subscription(given.customer("Gasthof Äsche"), ALL);
        var provider = administrator();
        provider.get("/");
        provider.post(
                "/subscriptions/" + subscription.id() + "/dns/new",
                record(subscription.id(), "shop", "A", "192.0.2.1"));
        var renamed = Given.unique() + ".example";
        given.database.execute("update wirt.site set host = ? where id = ?", renamed, subscription.id());
        assertThat(answer("shop." + renamed, "A")).isEqualTo("192.0.2.1");
        assertThat(answer("shop." + subscription.name(), "A")).isEqualTo("null");
    }
}
