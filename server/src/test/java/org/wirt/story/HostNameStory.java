package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A name below a domain speaks for it: who does not manage the domain does not get one.
class HostNameStory extends PanelTest {

    private static final String SECRET = "Sommer.Wiese.77x";
    private static final String OF_OTHERS = "liegt unter einer Domain eines anderen Kontos";

    private Given.Subscription subscription(Given.Account customer) {
        var made = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"create_domains\":true}', limits = '{}' where id = ?",
                made.id());
        return made;
    }

    private static String added(Browser browser, Given.Subscription to, String name) {
        browser.get("/websites");
        return browser.post("/subscriptions/" + to.id() + "/sites/new", "domain", name)
                .words();
    }

    private static String opened(Browser browser, Given.Account customer, String name) {
        browser.get("/subscriptions/new?customer=" + customer.id());
        return browser.post(
                        "/subscriptions",
                        "customer",
                        String.valueOf(customer.id()),
                        "domain",
                        name,
                        "systemUser",
                        Given.unique(),
                        "systemUserPassword",
                        SECRET)
                .words();
    }

    private static String done(String name) {
        return "Die Domain „" + name + "“ ist angelegt.";
    }

    @Test
    void belowTheDomainOfAnotherAccountNamesAreItsProvidersToGive() {
        var reseller = given.reseller("Netzwirt Oben");
        var victim = subscription(given.customer("Gasthof Schwan", reseller)).name();
        var neighbour = given.customer("Gasthof Nachbar", reseller);
        var beside = subscription(neighbour);
        var stranger = given.reseller("Netzwirt Fremd");
        var foreigner = given.customer("Gasthof Fern", stranger);
        var far = subscription(foreigner);

        var names = List.of("www." + victim, "mail." + victim, "a.b." + victim, "WWW." + victim + ".");
        for (var name : names) {
            assertThat(added(signedIn(neighbour.username()), beside, name))
                    .as(name)
                    .contains(OF_OTHERS);
            assertThat(added(signedIn(stranger.username()), far, name)).as(name).contains(OF_OTHERS);
        }
        assertThat(opened(signedIn(stranger.username()), foreigner, "www." + victim))
                .contains(OF_OTHERS);
        assertThat(given.number("select count(*) from wirt.site where host like ?", "%." + victim))
                .isZero();

        assertThat(added(signedIn(reseller.username()), beside, "shop." + victim))
                .contains(done("shop." + victim));
        assertThat(added(signedIn(neighbour.username()), beside, "x.shop." + victim))
                .as("below a domain of his own, which lies below a neighbour's")
                .contains(OF_OTHERS);
        assertThat(added(administrator(), far, "mail." + victim)).contains(done("mail." + victim));
    }

    @Test
    void whoeverHasADomainHasItsNamesAndNobodyIsInHisWay() {
        var customer = given.customer("Gasthof Krone");
        var own = subscription(customer);
        var himself = signedIn(customer.username());
        assertThat(added(himself, own, "www." + own.name())).contains(done("www." + own.name()));

        var other = given.customer("Gasthof Ente");
        var squat = subscription(other);
        var name = Given.unique() + ".example";
        assertThat(added(signedIn(other.username()), squat, "www." + name)).contains(done("www." + name));
        assertThat(added(himself, own, name))
                .as("the site would answer as www., which is another's")
                .contains(OF_OTHERS);
        assertThat(added(administrator(), own, name)).contains(done(name));

        var shop = Given.unique() + ".example";
        assertThat(added(signedIn(other.username()), squat, "shop." + shop)).contains(done("shop." + shop));
        assertThat(added(himself, own, shop)).contains(done(shop));
    }

    @Test
    void belowAnAliasOfADomainNamesAreItsProvidersToGiveToo() {
        var reseller = given.reseller("Netzwirt Oben");
        var customer = given.customer("Gasthof Zweitname", reseller);
        var own = subscription(customer);
        var stranger = given.reseller("Netzwirt Fremd");
        var far = subscription(given.customer("Gasthof Fern", stranger));
        var alias = Given.unique() + ".example";
        given.database.execute(
                "insert into wirt.kept_object (kind, subject, subject_id, name) values ('site-alias', 'site', ?, ?)",
                own.id(),
                alias);
        assertThat(added(signedIn(stranger.username()), far, "shop." + alias)).contains(OF_OTHERS);
        assertThat(added(signedIn(customer.username()), own, "shop." + alias)).contains(done("shop." + alias));
        assertThat(added(signedIn(reseller.username()), own, "blog." + alias)).contains(done("blog." + alias));
        assertThat(added(administrator(), far, "mail." + alias)).contains(done("mail." + alias));
    }

    @Test
    void whatRegistriesSellUnderIsNobodys() {
        var subscription = subscription(given.customer("Gasthof Wirtshaus"));
        for (var suffix : List.of("co.uk", "com.au", "gv.at")) {
            assertThat(added(administrator(), subscription, suffix)).as(suffix).contains("werden Domains vergeben");
        }
        var below = Given.unique() + ".co.uk";
        assertThat(added(administrator(), subscription, below)).contains(done(below));
    }

    @Test
    void namesOfServersAreTheAdministratorsToGive() {
        var customer = given.customer("Gasthof Turm");
        var subscription = subscription(customer);
        var hoster = Given.unique() + ".example";
        long node = given.number(
                "insert into wirt.node (id, name, name_server, accepts) select max(id) + 1, ?, ?, false from wirt.node returning id",
                hoster,
                "NS1." + hoster);
        try {
            for (var name : List.of("ns1." + hoster, hoster, "panel.ns1." + hoster)) {
                assertThat(added(signedIn(customer.username()), subscription, name))
                        .as(name)
                        .contains("gehört zu den Hosting-Servern");
            }
            var free = "ns2." + hoster;
            assertThat(added(signedIn(customer.username()), subscription, free)).contains(done(free));
            assertThat(added(administrator(), subscription, hoster)).contains(done(hoster));
        } finally {
            given.database.execute("delete from wirt.node where id = ?", node);
        }
    }
}
