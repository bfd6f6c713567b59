package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import org.wirt.engine.embedded.EmbeddedWeb;

/// A domain leads its visitors elsewhere and shows its own pages again, by whichever door, and is dark like any other.
class RedirectStory extends BillingTest {

    private static final String TARGET = "https://neu.example/shop";

    @TempDir
    private Path home;

    @Autowired
    private EmbeddedWeb web;

    @Autowired
    private ApiTokens tokens;

    private final String host = Given.unique() + ".example";
    private long customer;

    @BeforeEach
    void aCustomer() {
        customer = made(login, "");
    }

    /// What a visitor is answered, and where he is led.
    private String visit(String path) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var where = answer.lines()
                    .filter(line -> line.startsWith("Location: "))
                    .findFirst()
                    .orElse("");
            return answer.split(" ", 3)[1] + where.replace("Location:", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long withPages() {
        return biller.ask(webspace(host, customer, "")).number("//result/id");
    }

    private Biller.Answer set(String operator, String values) {
        return biller.ask("<%1$s><set><filter><name>%2$s</name></filter><values>%3$s</values></set></%1$s>"
                .formatted(operator, host, values));
    }

    private Biller.Answer told(String operator) {
        return biller.ask(
                "<%1$s><get><filter><name>%2$s</name></filter><dataset><gen_info/><hosting/></dataset></get></%1$s>"
                        .formatted(operator, host));
    }

    private void done(Biller.Answer answer) {
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
    }

    @Test
    void aSubscriptionIsMadeThatOnlyLeadsElsewhere() {
        done(biller.ask("<webspace><add><gen_setup><name>" + host + "</name><owner-id>" + customer
                + "</owner-id><htype>std_fwd</htype></gen_setup><hosting><std_fwd><dest_url>" + TARGET
                + "</dest_url></std_fwd></hosting></add></webspace>"));
        assertThat(visit("/preise?jahr=2026")).isEqualTo("301 " + TARGET + "/preise?jahr=2026");
        for (var operator : new String[] {"webspace", "site"}) {
            var told = told(operator);
            assertThat(told.at("//htype")).isEqualTo("std_fwd");
            assertThat(told.at("//hosting/std_fwd/dest_url")).isEqualTo(TARGET);
            assertThat(told.at("//hosting/std_fwd/http_code")).isEqualTo("301");
        }
        done(biller.ask("<customer><set><filter><id>" + customer
                + "</id></filter><values><gen_info><status>16</status></gen_info></values></set></customer>"));
        assertThat(visit("/")).isEqualTo("503");
        done(biller.ask("<customer><set><filter><id>" + customer
                + "</id></filter><values><gen_info><status>0</status></gen_info></values></set></customer>"));
        assertThat(visit("/")).isEqualTo("301 " + TARGET);
    }

    @Test
    void whatHadPagesHasThemAgainAsTheyWere() {
        withPages();
        assertThat(visit("/")).isEqualTo("200");
        done(set(
                "site",
                "<hosting><std_fwd><dest_url>" + TARGET + "</dest_url><http_code>302</http_code></std_fwd></hosting>"));
        assertThat(visit("/")).isEqualTo("302 " + TARGET);
        done(set("site", "<hosting><std_fwd><dest_url>" + TARGET + "/2</dest_url></std_fwd></hosting>"));
        assertThat(visit("/")).as("whoever says no code leaves it").isEqualTo("302 " + TARGET + "/2");
        done(set("webspace", "<hosting><frm_fwd><dest_url>" + TARGET + "</dest_url></frm_fwd></hosting>"));
        assertThat(visit("/")).isEqualTo("200");
        assertThat(told("site").at("//htype")).isEqualTo("frm_fwd");
        done(set("webspace", "<hosting><none/></hosting>"));
        assertThat(visit("/")).isEqualTo("404");
        assertThat(told("site").at("//htype")).isEqualTo("none");
        done(set("webspace", "<hosting><vrt_hst/></hosting>"));
        assertThat(told("site").at("//htype")).isEqualTo("vrt_hst");
        assertThat(visit("/nirgends")).isEqualTo("404");
        assertThat(visit("/")).isEqualTo("200");
    }

    @Test
    void whatCannotBeIsRefused() {
        withPages();
        var itself = set("site", "<hosting><std_fwd><dest_url>http://" + host + "/x</dest_url></std_fwd></hosting>");
        assertThat(itself.at("//errcode")).isEqualTo("1019");
        assertThat(set("site", "<hosting><std_fwd><dest_url>http://www." + host + "</dest_url></std_fwd></hosting>")
                        .at("//errcode"))
                .isEqualTo("1019");
        assertThat(set("site", "<hosting><std_fwd/></hosting>").at("//errcode")).isEqualTo("1014");
        assertThat(set("site", "<hosting><none/><frm_fwd><dest_url>x.example</dest_url></frm_fwd></hosting>")
                        .at("//errcode"))
                .isEqualTo("1019");
        assertThat(set("webspace", "<gen_setup><htype>std_fwd</htype></gen_setup><hosting><vrt_hst/></hosting>")
                        .at("//errcode"))
                .isEqualTo("1019");
        assertThat(visit("/")).isEqualTo("200");

        done(set("site", "<hosting><std_fwd><dest_url>http://www." + host + ".example</dest_url></std_fwd></hosting>"));
        var named = set("site", "<gen_setup><name>www." + host + ".example</name></gen_setup>");
        assertThat(named.at("//errcode")).as(named.text()).isEqualTo("1019");
    }

    @Test
    void onThePages() {
        long id = withPages();
        var browser = administrator();
        assertThat(browser.get("/sites/" + id + "/redirect").words()).contains("Zieladresse", "Dauerhaft (301)");
        assertThat(browser.post("/sites/" + id + "/redirect", "target", "kein netz", "mode", "PERMANENT")
                        .words())
                .contains("Das ist keine Web-Adresse");
        assertThat(browser.post("/sites/" + id + "/redirect", "target", "", "mode", "PERMANENT")
                        .words())
                .contains("Dieses Feld ist erforderlich");
        browser.post("/sites/" + id + "/redirect", "target", TARGET, "mode", "TEMPORARY");
        assertThat(visit("/")).isEqualTo("302 " + TARGET);
        assertThat(browser.get("/sites/" + id + "/redirect").body()).contains("value=\"" + TARGET + "\"");
        assertThat(browser.get("/subscriptions/" + id).words()).contains("Weiterleitung zu " + TARGET);
        assertThat(browser.get("/domains?name=" + host).words())
                .contains("Weiterleitung zu " + TARGET, "Weiterleitung beenden");
        browser.post("/bulk/site.serve?return=/domains", "id", String.valueOf(id));
        assertThat(visit("/")).isEqualTo("200");
    }

    @Test
    void byJsonAndRestV2AndTheTwoCommandLines() {
        long id = withPages();
        long owner = given.number("select id from wirt.login where account_id = 1 and owner");
        var token = given.token(tokens, new Given.Account(1, 1, owner, "Administrator", "admin", ""));
        var program = new Program(address(), token);
        var done = program.post(
                "/api/v1/verbs/site.redirect", "{\"ids\":[" + id + "],\"input\":{\"target\":\"" + TARGET + "\"}}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(visit("/")).isEqualTo("301 " + TARGET);
        var read = program.get("/api/v1/sites/" + id);
        assertThat(read.at("redirect/target")).isEqualTo(TARGET);
        assertThat(read.at("redirect/mode")).isEqualTo("PERMANENT");

        var rest = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        var way = "/api/v2/domains/" + id;
        assertThat(rest.get(way).at("hosting_type")).isEqualTo("standard_forwarding");
        assertThat(rest.put(way, "{\"hosting_type\":\"frame_forwarding\",\"hosting_settings\":{}}")
                        .status())
                .isEqualTo(400);
        assertThat(rest.put(
                                way,
                                "{\"hosting_type\":\"frame_forwarding\",\"hosting_settings\":{\"dest_url\":\"" + TARGET
                                        + "\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(rest.get(way).at("hosting_type")).isEqualTo("frame_forwarding");
        assertThat(rest.put(way, "{\"hosting_type\":\"virtual\"}").status()).isEqualTo(200);
        assertThat(rest.get(way).at("hosting_type")).isEqualTo("virtual");

        var terminal = new Ways.Terminal(home, address(), token);
        terminal.type("site", "redirect", host, "--target", TARGET + "/t", "--mode", "temporary");
        assertThat(visit("/")).isEqualTo("302 " + TARGET + "/t");
        terminal.type("site", "serve", host);
        terminal.type("plesk", "subscription", "--update", host, "-hst_type", "std", "-target_url", TARGET);
        assertThat(visit("/")).isEqualTo("301 " + TARGET);
        assertThat(terminal.type("plesk", "subscription", "--info", host)).contains("Standard forwarding", TARGET);
        terminal.type("plesk", "subscription", "--update", host, "-hst_type", "phys");
        assertThat(visit("/")).isEqualTo("200");
    }

    @Test
    void aCustomerMayWhereHisContractLetsHim() {
        var one = given.customer("Gasthof Wegweiser");
        var subscription = given.subscription(one);
        var browser = signedIn(one.username());
        assertThat(browser.get("/websites").words()).doesNotContain("Weiterleiten");
        assertThat(browser.post("/sites/" + subscription.id() + "/redirect", "target", TARGET, "mode", "FRAME")
                        .words())
                .contains("Verwaltung der Hosting-Einstellungen");
        given.permit(subscription, "manage_phosting");
        assertThat(browser.get("/websites").words()).contains("Weiterleiten");
        browser.post("/sites/" + subscription.id() + "/redirect", "target", TARGET, "mode", "FRAME");
        assertThat(given.database.fetchValue("select redirect_mode from wirt.site where id = ?", subscription.id()))
                .isEqualTo("FRAME");
        var stranger = signedIn(given.customer("Gasthof Nachbar").username());
        assertThat(stranger.get("/sites/" + subscription.id() + "/redirect").status())
                .isEqualTo(404);
    }
}
