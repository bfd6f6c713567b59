package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirt.database.Certificate;
import org.wirt.database.TestDatabase;

/// A customer brings the certificate of his web site.
class CertificateStory extends PanelTest {

    private record Brought(String chain, String key) {

        static Brought of(String... names) throws IOException {
            var made = Certificate.of(List.of(names));
            var file = TestDatabase.home().resolve(Given.unique() + ".pem");
            Certificate.pem(file, made.key());
            return new Brought(made.chain(), Files.readString(file));
        }
    }

    private record Asked(Browser browser, Given.Subscription subscription, String page) {}

    private Asked asked(String name) {
        var customer = given.customer(name);
        var subscription = given.subscription(customer);
        return new Asked(signedIn(customer.username()), subscription, "/sites/" + subscription.id() + "/certificate");
    }

    @Test
    void whatHeBringsIsUsedAndItsKeyIsNeverSeenAgain() throws Exception {
        var asked = asked("Gasthof Schlüssel");
        var browser = asked.browser();
        var host = asked.subscription().name();
        assertThat(browser.get("/websites").body()).contains(asked.page());
        assertThat(browser.get(asked.page()).words()).contains("Zertifikat von „" + host + "“");

        var brought = Brought.of(host);
        var after = browser.post(asked.page(), "certificate", brought.chain(), "key", brought.key());
        assertThat(after.words())
                .contains("Das Zertifikat von „" + host + "“ ist hinterlegt.")
                .contains("Ausgestellt von")
                .contains("Gültig bis");
        assertThat(after.body()).doesNotContain(brought.key().substring(40, 80));
        var kept = given.database
                .fetchSingle(
                        "select chain || key from wirt.certificate where site_id = ?",
                        asked.subscription().id())
                .get(0, String.class);
        assertThat(kept).contains(brought.chain().strip()).contains("ENCRYPTED PRIVATE KEY");
        assertThat(given.database.fetch("select * from wirt.audit").toString()
                        + given.database.fetch("select * from wirt.job"))
                .doesNotContain(brought.key().substring(40, 80));

        browser.deed("site.uncertify", asked.subscription().id());
        assertThat(given.number(
                        "select count(*) from wirt.certificate where site_id = ?",
                        asked.subscription().id()))
                .isZero();
    }

    @Test
    void everythingThatIsWrongIsToldInBothLanguagesAndNothingIsKept() throws Exception {
        var asked = asked("Gasthof Riegel");
        var host = asked.subscription().name();
        var other = Brought.of("elsewhere.example");
        var own = Brought.of(host);
        var browser = asked.browser();

        assertThat(browser.post(asked.page(), "certificate", "x", "key", "y").words())
                .contains("Das ist kein Zertifikat.")
                .contains("Das ist kein privater Schlüssel.");
        assertThat(browser.post(asked.page(), "certificate", other.chain(), "key", other.key())
                        .words())
                .contains("Dieses Zertifikat gilt für elsewhere.example, nicht für " + host);
        assertThat(browser.post(asked.page(), "certificate", other.chain(), "key", "")
                        .words())
                .contains("Das ist kein privater Schlüssel.")
                .contains("elsewhere.example");
        var mixed = browser.post(asked.page(), "certificate", own.chain(), "key", other.key());
        assertThat(mixed.words()).contains("Dieser Schlüssel gehört zu keinem der Zertifikate.");
        assertThat(mixed.body())
                .contains(own.chain().substring(40, 80))
                .doesNotContain(other.key().substring(40, 80));
        assertThat(given.number(
                        "select count(*) from wirt.certificate where site_id = ?",
                        asked.subscription().id()))
                .isZero();
    }

    @Test
    void nobodyReachesTheSiteOfAnother() throws Exception {
        var asked = asked("Gasthof Riese");
        var stranger = asked("Gasthof Zwerg").browser();
        stranger.get("/websites");
        var brought = Brought.of(asked.subscription().name());
        assertThat(stranger.get(asked.page()).status()).isEqualTo(404);
        assertThat(stranger.post(asked.page(), "certificate", brought.chain(), "key", brought.key())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whileHeIsSuspendedOnlyHisProviderBringsOne() throws Exception {
        var customer = given.customer("Gasthof Ruhe");
        var subscription = given.subscription(customer);
        var page = "/sites/" + subscription.id() + "/certificate";
        var brought = Brought.of(subscription.name());
        given.reason("subscription", subscription.id(), customer, 16);
        var himself = signedIn(customer.username());
        himself.get("/websites");
        assertThat(himself.post(page, "certificate", brought.chain(), "key", brought.key())
                        .words())
                .contains("kann von Ihnen nicht verwaltet werden");
        var provider = administrator();
        provider.get(page);
        assertThat(provider.post(page, "certificate", brought.chain(), "key", brought.key())
                        .words())
                .contains("ist hinterlegt");
    }
}
