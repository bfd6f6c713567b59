package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.hosting.NodeViews;

/// A domain gets another name: everything goes by the new one at once, and nothing is lost.
class RenameStory extends PanelTest {

    @Autowired
    private NodeViews views;

    private Given.Account reseller;
    private Given.Account customer;
    private Given.Subscription subscription;
    private String shop;
    private long site;

    @BeforeEach
    void aCustomerHasAShop() {
        reseller = given.reseller("Netzwirt Umbau");
        given.permit(reseller, "manage_dns");
        customer = given.customer("Gasthof Umbau", reseller);
        subscription = given.subscription(customer);
        given.database.execute(
                "update wirt.subscription set limits = '{}', permissions = permissions "
                        + "|| '{\"create_domains\":true,\"manage_mail\":true,\"manage_dns\":true}' where id = ?",
                subscription.id());
        shop = Given.unique() + ".example";
        assertThat(added(shop)).contains("ist angelegt");
        site = given.number("select id from wirt.site where host = ?", shop);
    }

    private String added(String name) {
        var browser = signedIn(customer.username());
        browser.get("/websites");
        return browser.post("/subscriptions/" + subscription.id() + "/sites/new", "domain", name)
                .words();
    }

    private static String renamed(Browser browser, long site, String name) {
        browser.get("/sites/" + site + "/name");
        return browser.post("/sites/" + site + "/name", "domain", name).words();
    }

    @Test
    void websiteMailAndDnsGoByTheNewNameAndTheOldOneIsUnknown() {
        var himself = signedIn(customer.username());
        himself.get("/mail");
        himself.post(
                "/subscriptions/" + subscription.id() + "/mailboxes/new",
                Browser.with(
                        new String[] {"local", "info", "site", String.valueOf(site), "quota", ""},
                        "password",
                        "Sommer.Wiese.77x",
                        "repeat",
                        "Sommer.Wiese.77x"));
        var before = views.mailUser("info@" + shop).orElseThrow();
        himself.get("/dns");
        assertThat(himself.post(
                                "/subscriptions/" + subscription.id() + "/dns/new",
                                "site",
                                String.valueOf(site),
                                "name",
                                "www2",
                                "type",
                                "A",
                                "value",
                                "192.0.2.1")
                        .words())
                .contains("Der DNS-Eintrag ist angelegt");
        assertThat(himself.get("/websites").words()).contains("Umbenennen");

        var name = "neu-" + shop;
        assertThat(renamed(himself, site, name)).contains("„" + shop + "“ ist umbenannt");

        assertThat(views.web(shop)).isEmpty();
        assertThat(views.web(name)).isPresent();
        assertThat(given.text("select docroot from wirt.site where id = ?", site))
                .isEqualTo(shop);
        assertThat(views.mailUser("info@" + shop)).isEmpty();
        var after = views.mailUser("info@" + name).orElseThrow();
        assertThat(after.ticket()).as("sessions begin anew").isNotEqualTo(before.ticket());
        assertThat(given.text("select folder from node.mail_user where address = ?", "info@" + name))
                .isEqualTo(shop);
        assertThat(given.number("select count(*) from wirt.dns_record where fqdn = ?", "www2." + name))
                .isEqualTo(1);
        assertThat(given.text("select host from wirt.zone where site_id = ?", site))
                .isEqualTo(name);

        assertThat(renamed(himself, site, "anders-" + shop)).contains("ist umbenannt");
        assertThat(given.text("select mail_folder from wirt.site where id = ?", site))
                .as("where it was in the beginning")
                .isEqualTo(shop);
        assertThat(added(shop)).contains("hat ihre Dateien oder E-Mails noch unter diesem Namen");
        assertThat(renamed(himself, site, shop)).contains("ist umbenannt");
        assertThat(views.mailUser("info@" + shop)).isPresent();
    }

    @Test
    void theSubscriptionIsCalledLikeItsMainDomainAndThatIsTheProvidersToSay() {
        var himself = signedIn(customer.username());
        var name = Given.unique() + ".example";
        assertThat(renamed(himself, subscription.id(), name)).contains("nur der Provider benennt sie um");
        assertThat(himself.get("/websites").body())
                .contains("/sites/" + site + "/name")
                .doesNotContain("/sites/" + subscription.id() + "/name");

        assertThat(renamed(signedIn(reseller.username()), subscription.id(), name))
                .contains("ist umbenannt");
        assertThat(given.text("select name from wirt.subscription where id = ?", subscription.id()))
                .isEqualTo(name);
        assertThat(views.web(name)).isPresent();
        assertThat(given.text("select docroot from wirt.site where id = ?", subscription.id()))
                .isEqualTo("httpdocs");
        assertThat(added(subscription.name()))
                .as("its mail lies under the first name")
                .contains("hat ihre Dateien oder E-Mails noch unter diesem Namen");
    }

    @Test
    void aNameThatIsTakenOrAnothersIsRefused() {
        var other = given.subscription(given.customer("Gasthof Fremd")).name();
        var himself = signedIn(customer.username());
        assertThat(renamed(himself, site, other)).contains("auf dem Server vergeben");
        assertThat(renamed(himself, site, "www." + other)).contains("liegt unter einer Domain eines anderen Kontos");
        assertThat(renamed(himself, site, "kein name")).contains("Eine Angabe fehlt noch oder stimmt nicht");
        assertThat(given.text("select host from wirt.site where id = ?", site)).isEqualTo(shop);
        assertThat(signedIn(given.customer("Fremder").username())
                        .get("/sites/" + site + "/name")
                        .status())
                .isEqualTo(404);
    }
}
