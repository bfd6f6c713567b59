package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.wirt.database.Certificate;

/// Certificates by the names that billing systems give them: many of each owner, kept with keys that nobody reads, of
/// which a site uses the one that came last.
@ExtendWith(OutputCaptureExtension.class)
class KeptCertificatesStory extends PanelTest {

    private static final String REAL = "select count(*) from wirt.certificate where site_id = ?";

    private Biller biller;
    private Given.Account customer;
    private Given.Subscription webspace;
    private Made own;
    private Made other;

    /// @param csr    a request
    /// @param csrKey what that was made with
    private record Made(String cert, String key, String csr, String csrKey) {}

    @BeforeEach
    void aSubscription() {
        given.administratorsPassword();
        biller = new Biller(address(), "admin", Given.PASSWORD);
        customer = given.customer("Gasthof Siegel");
        webspace = given.subscription(customer);
        own = made();
        other = made();
    }

    private Made made() {
        var asked =
                biller.ask("<certificate><generate><info><bits>2048</bits><country>DE</country><state>Bayern</state>"
                        + "<location>Ulm</location><company>Gasthof</company><email>a@gasthof.example</email><name>"
                        + webspace.name()
                        + "</name></info></generate></certificate>");
        var self = Certificate.of(List.of(webspace.name()));
        var key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(self.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new Made(self.chain(), key, asked.at("//csr"), asked.at("//pvt"));
    }

    private String onSite() {
        return "<webspace>" + webspace.name() + "</webspace>";
    }

    private static String said(String operation, String name, String owner, String csr, String key, String cert) {
        return ("<certificate><%1$s><name>%2$s</name>%3$s<content><csr>%4$s</csr><pvt>%5$s</pvt>%6$s</content></%1$s>"
                        + "</certificate>")
                .formatted(operation, name, owner, csr, key, cert.isEmpty() ? "" : "<cert>" + cert + "</cert>");
    }

    private static String remove(String name, String owner) {
        return "<certificate><remove><filter><name>" + name + "</name></filter>" + owner + "</remove></certificate>";
    }

    private static void done(Biller.Answer answer) {
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
    }

    private void refused(String errcode, String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//errcode")).as(answer.text()).isEqualTo(errcode);
    }

    private int count(String name) {
        return biller.ask("<certificate><get-pool><filter><domain-id>" + webspace.id()
                        + "</domain-id></filter></get-pool></certificate>")
                .count("//certificate/name[text()='" + name + "']");
    }

    @Test
    void theAdministratorsPoolKeepsRequestsUntilTheirCertificateComes() {
        var name = "Z " + Given.unique();
        var admin = "<admin>1</admin>";
        done(biller.ask(said("install", name, admin, own.csr(), own.csrKey(), "")));
        refused("1007", said("install", name, admin, own.csr(), own.csrKey(), ""));
        done(biller.ask(said("update", name, admin, "", own.key(), own.cert())));
        var told = "//certificate/name[text()='" + name + "']";
        assertThat(biller.ask("<certificate><get-pool><admin/></get-pool></certificate>")
                        .count(told))
                .isEqualTo(1);
        assertThat(count(name))
                .as("of the domain with the administrator's number or another")
                .isZero();
        done(biller.ask(remove(name, "<admin/>")));
        refused("1013", remove(name, "<admin/>"));
        refused("1013", said("update", name, admin, own.csr(), own.csrKey(), ""));
        assertThat(biller.ask("<certificate><get-pool><admin/></get-pool></certificate>")
                        .count(told))
                .isZero();
    }

    @Test
    void aSiteUsesWhatCameLastAndTheServersOwnWhenThatIsRemoved() {
        done(biller.ask(said("install", "wartet", onSite(), own.csr(), own.csrKey(), "")));
        assertThat(given.number(REAL, webspace.id())).as("a request alone").isZero();
        done(biller.ask(said("install", "erstes", onSite(), "", own.key(), own.cert())));
        done(biller.ask(
                said("install", "zweites", "<site>" + webspace.name() + "</site>", "", other.key(), other.cert())));
        assertThat(chain()).isEqualToIgnoringWhitespace(other.cert());
        assertThat(List.of("wartet", "erstes", "zweites")).allMatch(name -> count(name) == 1);

        done(biller.ask(remove("erstes", onSite())));
        assertThat(chain()).as("was not in use").isEqualToIgnoringWhitespace(other.cert());
        done(biller.ask(said("update", "zweites", onSite(), own.csr(), own.csrKey(), "")));
        assertThat(chain()).as("until the new one comes").isEqualToIgnoringWhitespace(other.cert());
        done(biller.ask(remove("zweites", onSite())));
        assertThat(given.number(REAL, webspace.id())).isZero();
        assertThat(count("wartet")).isEqualTo(1);
    }

    private String chain() {
        return given.text("select chain from wirt.certificate where site_id = ?", webspace.id());
    }

    @Test
    void whatDoesNotBelongTogetherOrCannotBeReadIsNotKept() {
        refused("1019", said("install", "x", onSite(), "", other.key(), own.cert()));
        refused("1019", said("install", "x", "<admin/>", "", other.key(), own.cert()));
        refused("1019", said("install", "x", "<admin/>", own.csr(), other.csrKey(), ""));
        refused("1019", said("install", "x", "<admin/>", "kein Antrag", own.csrKey(), ""));
        refused("1019", said("install", "x", "<admin/>", own.csr(), "", ""));
        refused("1019", said("install", "x", "<admin/>", own.csr(), "kein Schlüssel", ""));
        refused("1019", said("install", "x", "<admin/>", "", own.key(), "kein Zertifikat"));
        refused("1019", said("install", "", "<admin/>", own.csr(), own.csrKey(), ""));
        refused("1019", said("install", "n".repeat(201), "<admin/>", own.csr(), own.csrKey(), ""));
        refused("1019", said("install", "x", "", own.csr(), own.csrKey(), ""));
        assertThat(given.number("select count(*) from wirt.kept_object where kind = 'certificate' and name = 'x'"))
                .isZero();
        done(biller.ask(said("install", "gut", onSite(), "", own.key(), own.cert())));
        refused("1019", said("update", "gut", onSite(), "", other.key(), own.cert()));
        assertThat(chain()).isEqualToIgnoringWhitespace(own.cert());
    }

    @Test
    void nobodyReadsTheKeyAgain(CapturedOutput output) {
        var answers = biller.ask(said("install", "geheim", onSite(), own.csr(), own.csrKey(), ""))
                        .text()
                + biller.ask(said("install", "genutzt", onSite(), "", own.key(), own.cert()))
                        .text()
                + biller.ask(said("install", "genutzt", onSite(), "", own.key(), own.cert()))
                        .text()
                + biller.ask(said("install", "falsch", onSite(), "", own.csrKey(), own.cert()))
                        .text();
        var kept = given.text(
                "select string_agg(data ->> 'pvt', '') from wirt.kept_object where kind = 'certificate' and subject_id = ?",
                webspace.id());
        assertThat(kept).contains("BEGIN ENCRYPTED PRIVATE KEY").doesNotContain("BEGIN PRIVATE KEY");
        var everywhere = answers
                + kept
                + output
                + given.database.fetch("select * from wirt.kept_object where subject_id = ?", webspace.id())
                + given.database.fetch("select * from wirt.audit where account_id = ?", customer.id())
                + given.database.fetch("select * from wirt.job");
        for (var key : List.of(own.key(), own.csrKey()))
            assertThat(everywhere).doesNotContain(key.lines().toList().get(1).substring(8, 60));
        assertThat(given.text(
                        "select string_agg(object_name, ', ' order by id) from wirt.audit where verb = 'certificate.create' and account_id = ?",
                        customer.id()))
                .isEqualTo("geheim, genutzt");
    }

    @Test
    void whoeverIsNotTheOwnersProviderFindsNoOwner() {
        var reseller = given.reseller("Netzwirt Siegel");
        given.permit(reseller, "remote_api");
        done(biller.ask(said("install", "fremd", onSite(), own.csr(), own.csrKey(), "")));
        var theirs = new Biller(address(), reseller.username(), Given.PASSWORD);
        var nowhere = "<webspace>nirgends.example</webspace>";
        for (var operation : List.of("install", "update")) {
            var missing = theirs.ask(said(operation, "fremd", nowhere, own.csr(), own.csrKey(), ""))
                    .text();
            assertThat(missing).contains("<errcode>1013</errcode>");
            assertThat(theirs.ask(said(operation, "fremd", onSite(), own.csr(), own.csrKey(), ""))
                            .text())
                    .isEqualTo(missing);
        }
        assertThat(theirs.ask(remove("fremd", onSite())).text())
                .isEqualTo(theirs.ask(remove("fremd", nowhere)).text());
        for (var packet : List.of(
                "<certificate><get-pool><admin/></get-pool></certificate>",
                remove("fremd", "<admin/>"),
                said("install", "fremd", "<admin/>", own.csr(), own.csrKey(), "")))
            assertThat(theirs.ask(packet).at("//errcode")).isEqualTo("1006");

        var his = given.subscription(given.customer("Gasthof Eigen", reseller));
        var mine = "<site>" + his.name() + "</site>";
        done(theirs.ask(said("install", "eigen", mine, own.csr(), own.csrKey(), "")));
        done(theirs.ask(remove("eigen", mine)));
    }

    @Test
    void withItsSiteItIsForgotten() {
        done(biller.ask(said("install", "vergessen", onSite(), own.csr(), own.csrKey(), "")));
        var kept = "select count(*) from wirt.kept_object where kind = 'certificate' and subject_id = ?";
        assertThat(given.number(kept, webspace.id())).isEqualTo(1);
        biller.ask("<webspace><del><filter><id>" + webspace.id() + "</id></filter></del></webspace>");
        refused(
                "1013",
                "<certificate><get-pool><filter><domain-id>" + webspace.id()
                        + "</domain-id></filter></get-pool></certificate>");
        given.database.execute("delete from wirt.site where id = ?", webspace.id());
        assertThat(given.number(kept, webspace.id())).isZero();
    }

    @Test
    void keysAndRequestsAreMadeForRealAndCertificatesAreUsed() {
        var made = biller.ask("<certificate><generate><info><bits>2048</bits><country>DE</country><state>Bayern</state>"
                + "<location>Ulm</location><company>Gasthof</company><email>a@gasthof.example</email><name>"
                + webspace.name()
                + "</name></info></generate></certificate>");
        assertThat(made.at("//csr")).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        assertThat(made.at("//pvt")).startsWith("-----BEGIN PRIVATE KEY-----");
        var self = Certificate.of(List.of(webspace.name()));
        var key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(self.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        var installed = biller.ask("<certificate><install><name>eigen</name><webspace>" + webspace.name()
                + "</webspace><content><csr/><pvt>" + key + "</pvt><cert>" + self.chain()
                + "</cert></content></install></certificate>");
        assertThat(installed.at("//result/status")).as(installed.text()).isEqualTo("ok");
        assertThat(given.number("select count(*) from wirt.certificate where site_id = ?", webspace.id()))
                .isEqualTo(1);
        assertThat(biller.ask("<certificate><remove><filter><name>eigen</name></filter><webspace>" + webspace.name()
                                + "</webspace></remove></certificate>")
                        .at("//result/status"))
                .isEqualTo("ok");
        assertThat(given.number("select count(*) from wirt.certificate where site_id = ?", webspace.id()))
                .isZero();
    }

    private String selfMade(String name) {
        var self = Certificate.of(List.of(webspace.name()));
        var key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(self.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return "<certificate><install><name>" + name + "</name><webspace>" + webspace.name()
                + "</webspace><content><csr/><pvt>" + key + "</pvt><cert>" + self.chain()
                + "</cert></content></install></certificate>";
    }

    @Test
    void theNameOfACertificateMeansNoOtherThatCameLater() {
        var remove = "<certificate><remove><filter><name>eigen</name></filter><webspace>" + webspace.name()
                + "</webspace></remove></certificate>";
        assertThat(biller.ask(selfMade("eigen")).at("//result/status")).isEqualTo("ok");
        given.database.execute("update wirt.certificate set chain = chain || '\n' where site_id = ?", webspace.id());
        assertThat(biller.ask(remove).at("//result/status")).isEqualTo("ok");
        assertThat(given.number("select count(*) from wirt.certificate where site_id = ?", webspace.id()))
                .as("another one")
                .isEqualTo(1);
        assertThat(biller.ask(remove).at("//errcode")).isEqualTo("1013");
    }
}
