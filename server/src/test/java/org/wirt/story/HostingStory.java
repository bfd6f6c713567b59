package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.hosting.Homes;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;

/// A customer adds what he needs, and the servers know it at once.
class HostingStory extends PanelTest {

    private static final String SECRET = "Sommer.Wiese.77x";

    @Autowired
    private Homes homes;

    @Autowired
    private NodeViews views;

    private Given.Subscription subscription(Given.Account customer) {
        var made = given.subscription(customer);
        long uid = given.number("select unix_uid from wirt.subscription where id = ?", made.id());
        given.database.execute(
                "update wirt.subscription set home = ?, permissions = ?::jsonb, limits = ?::jsonb where id = ?",
                homes.homeFor((int) uid),
                "{\"panel_access\":true,\"create_domains\":true,\"manage_mail\":true,\"manage_ftp\":true}",
                "{\"max_site\":2,\"max_box\":1}",
                made.id());
        return made;
    }

    @Test
    void whatACustomerAddsTheServersServe() {
        var customer = given.customer("Gasthof Hirsch");
        var subscription = subscription(customer);
        var browser = signedIn(customer.username());
        var page = "/subscriptions/" + subscription.id();
        var name = Given.unique();

        assertThat(browser.get("/websites").words()).contains(subscription.name());
        assertThat(browser.post(page + "/sites/new", "domain", name + ".example")
                        .path())
                .isEqualTo("/websites");
        assertThat(views.web(name + ".example")).isPresent();

        browser.post(page + "/ftp/new", "login", name, "directory", "httpdocs", "password", SECRET, "repeat", SECRET);
        assertThat(views.ftpUser(name)).isPresent();

        browser.addMailbox(subscription.id());
        assertThat(views.mailUser("info@" + subscription.name())).isPresent();
    }

    @Test
    void whatTheResellerDoesNotHoldHoldsForNobodyBelowHim() {
        var reseller = given.reseller("Netzwirt Ohne Mail");
        given.database.execute(
                "update wirt.reseller set permissions = permissions - 'manage_mail' where account_id = ?",
                reseller.id());
        var customer = given.customer("Gasthof Post", reseller);
        var subscription = subscription(customer);
        var page = "/subscriptions/" + subscription.id();
        var himself = signedIn(customer.username());
        himself.get("/websites");

        assertThat(himself.addMailbox(subscription.id()).words()).contains("fehlt die Berechtigung");
        assertThat(views.mailUser("info@" + subscription.name())).isEmpty();
        var name = Given.unique();
        himself.post(page + "/ftp/new", "login", name, "directory", "httpdocs", "password", SECRET, "repeat", SECRET);
        assertThat(views.ftpUser(name)).isPresent();

        var provider = signedIn(reseller.username());
        provider.get("/customers");
        provider.addMailbox(subscription.id());
        assertThat(views.mailUser("info@" + subscription.name())).isPresent();
    }

    @Test
    void theLimitAndOtherRealmsHold() {
        var customer = given.customer("Gasthof Hecht");
        var page = "/subscriptions/" + subscription(customer).id();
        var browser = signedIn(customer.username());
        browser.get("/websites");
        assertThat(browser.post(page + "/sites/new", "domain", Given.unique() + ".example")
                        .status())
                .isEqualTo(200);
        assertThat(browser.post(page + "/sites/new", "domain", Given.unique() + ".example")
                        .words())
                .contains("Das Limit ist erreicht");

        var stranger = signedIn(given.customer("Fremder").username());
        stranger.get("/websites");
        assertThat(stranger.get(page + "/sites/new").status()).isEqualTo(404);
        assertThat(stranger.post(page + "/sites/new", "domain", Given.unique() + ".example")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everythingThatIsWrongWithAFormIsToldAtOnce() {
        var customer = given.customer("Gasthof Karpfen");
        var subscription = subscription(customer);
        given.database.execute("update wirt.subscription set limits = '{}' where id = ?", subscription.id());
        var page = "/subscriptions/" + subscription.id();
        var site = String.valueOf(subscription.id());
        var browser = signedIn(customer.username());
        browser.get("/mail");
        assertThat(browser.addMailbox(subscription.id()).words())
                .contains("Das Postfach „info@" + subscription.name() + "“ ist angelegt.");

        var mailbox = new String[] {"local", "info", "site", site, "password", "kurz", "repeat", "anders", "quota"};
        for (var quota : new String[] {"", "viel"}) {
            var told = browser.post(page + "/mailboxes/new", Browser.with(mailbox, quota));
            assertThat(told.body())
                    .contains("f-local-error", "f-password-error", "f-repeat-error")
                    .contains("Postfach in „" + subscription.name() + "“ hinzufügen");
            assertThat(told.body().contains("f-quota-error")).isEqualTo(!quota.isEmpty());
        }
        var ftp = browser.post(page + "/ftp/new", "login", "Groß", "directory", "../x", "password", "kurz");
        assertThat(ftp.words()).contains("Der Benutzername des FTP-Kontos muss");
        assertThat(ftp.body()).contains("f-login-error", "f-directory-error", "f-password-error");
    }

    @Test
    void aMailboxGrowsAndShrinksAsFarAsItsContractAllows() {
        var customer = given.customer("Gasthof Aal");
        var subscription = subscription(customer);
        given.database.execute(
                "update wirt.subscription set limits = '{\"mbox_quota\":52428800}' where id = ?", subscription.id());
        var browser = signedIn(customer.username());
        browser.get("/mail");
        browser.addMailbox(subscription.id());
        long mailbox = given.number("select id from wirt.mailbox where subscription_id = ?", subscription.id());
        var form = "/mailboxes/" + mailbox + "/quota";

        assertThat(browser.get("/mail").body()).contains("Größe ändern", form + "?return=");
        assertThat(browser.get(form).body()).contains("value=\"50\"", "Leer: so groß, wie das Abonnement erlaubt");
        var changed = browser.post(form, "quota", "20");
        assertThat(changed.path()).isEqualTo("/mail");
        assertThat(changed.words())
                .contains("Die Größe von „info@" + subscription.name() + "“ ist geändert.")
                .contains("20\u00a0MB");
        assertThat(views.mailUser("info@" + subscription.name()).orElseThrow().quota())
                .isEqualTo(20 << 20);
        assertThat(browser.post(form, "quota", "20").words()).contains("20\u00a0MB");

        var tooLarge = browser.post(form, "quota", "51");
        assertThat(tooLarge.status()).isEqualTo(409);
        assertThat(tooLarge.body()).contains("f-quota-error", "value=\"51\"");
        assertThat(tooLarge.words()).contains("darf höchstens 50\u00a0MB groß sein");
        assertThat(browser.post(form, "quota", "").words()).contains("50\u00a0MB");

        assertThat(administrator().get("/audit?q=Aal").words())
                .contains("Größe 50\u00a0MB 20\u00a0MB", "Größe 20\u00a0MB 50\u00a0MB");
        var stranger = signedIn(given.customer("Fremder").username());
        stranger.get("/mail");
        assertThat(stranger.get(form).status()).isEqualTo(404);
        assertThat(stranger.post(form, "quota", "20").status()).isEqualTo(404);
        given.database.execute(
                "update wirt.subscription set permissions = permissions - 'manage_mail' where id = ?",
                subscription.id());
        assertThat(browser.get("/mail").body()).doesNotContain("Größe ändern");
        assertThat(browser.post(form, "quota", "20").words()).contains("fehlt die Berechtigung");
    }

    @Test
    void theHeadingNamesTheChosenDomain() {
        var customer = given.customer("Gasthof Zander");
        var subscription = subscription(customer);
        var other = Given.unique() + ".example";
        var browser = signedIn(customer.username());
        browser.get("/websites");
        assertThat(browser.post("/subscriptions/" + subscription.id() + "/sites/new", "domain", other)
                        .words())
                .contains("Die Domain „" + other + "“ ist angelegt.");
        long site = given.number("select id from wirt.site where host = ?", other);
        assertThat(browser.get("/subscriptions/" + subscription.id() + "/mailboxes/new?site=" + site)
                        .words())
                .contains("Postfach in „" + other + "“ hinzufügen");
    }

    @Test
    void whatWasAddedIsCalledAsItIsInTheLists() {
        var customer = given.customer("Gasthof Umlaut");
        var page = "/subscriptions/" + subscription(customer).id();
        var name = Given.unique();
        var browser = signedIn(customer.username());
        browser.get("/websites");
        assertThat(browser.post(page + "/sites/new", "domain", "MÜLLER-" + name + ".Example")
                        .words())
                .contains("„müller-" + name + ".example“")
                .doesNotContain("MÜLLER");
    }

    @Test
    void whereThereIsNothingToChooseAButtonBearsItsLabelAlone() {
        var customer = given.customer("Gasthof Einzeln");
        var first = subscription(customer);
        var browser = signedIn(customer.username());
        assertThat(browser.get("/mail").words()).contains("Postfach hinzufügen").doesNotContain("(" + first.name());
        var second = subscription(customer);
        assertThat(browser.get("/mail").words())
                .contains("Postfach hinzufügen (" + first.name(), "Postfach hinzufügen (" + second.name());
    }

    @Test
    void whoeverHasAKeySignsInByIt() throws GeneralSecurityException {
        var customer = given.customer("Gasthof Schlüssel");
        var subscription = subscription(customer);
        var himself = signedIn(customer.username());
        var name = Given.unique();
        himself.post(
                "/subscriptions/" + subscription.id() + "/ftp/new",
                "login",
                name,
                "directory",
                "httpdocs",
                "password",
                SECRET,
                "repeat",
                SECRET);
        long login = given.number("select id from wirt.ftp_login where login = ?", name);
        var key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256).getPublic();
        var typed = PublicKeyEntry.toString(key) + " wirt@laptop";
        assertThat(himself.get("/ftp").words()).contains("SSH-Schlüssel");
        var form = "/ftp/" + login + "/keys";

        assertThat(himself.post(form, "keys", "-----BEGIN OPENSSH PRIVATE KEY-----")
                        .words())
                .contains("Das ist ein privater Schlüssel");
        assertThat(himself.post(form, "keys", typed + "\nhäh").words()).contains("Zeile 2 ist kein öffentlicher");
        assertThat(views.ftpUser(name).orElseThrow().knows(key)).isFalse();

        assertThat(himself.post(form, "keys", typed).words()).contains("gelten ab sofort", "1 SSH-Schlüssel");
        assertThat(views.ftpUser(name).orElseThrow().knows(key)).isTrue();
        assertThat(himself.get(form).body()).contains("wirt@laptop");
        var ticket = views.ftpUser(name).orElseThrow().ticket();

        himself.post(form, "keys", "");
        assertThat(views.ftpUser(name).orElseThrow().knows(key)).isFalse();
        assertThat(views.valid(Service.SFTP, ticket)).as("what is open ends").isFalse();
    }
}
