package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import org.wirt.engine.embedded.EmbeddedFtp;

/// An additional FTP user is changed, and the server follows.
class FtpUsersForBillersStory extends BillingTest {

    private static final String PASSWORD = "geheim<&5";

    @Autowired
    EmbeddedFtp server;

    @Autowired
    ApiTokens tokens;

    private final String host = Given.unique() + ".example";
    private final String user = "z" + Given.unique();
    private String webspace = "";
    private String id = "";

    @BeforeEach
    void aSubscriptionHasAnFtpUser() {
        webspace = biller.ask(webspace(host, made(login, ""), "")).at("//result/id");
        id = biller.ask("<ftp-user><add><name>" + user
                        + "</name><password>geheim&lt;&amp;5</password><home>/httpdocs</home>" + "<webspace-id>"
                        + webspace + "</webspace-id></add></ftp-user>")
                .at("//result/id");
    }

    @Test
    void heGetsAnotherFolderAndWhoIsSignedInIsSignedOut() throws IOException {
        try (var client = new FtpGuest(server.port(), user, PASSWORD)) {
            assertThat(client.signedIn).isTrue();
            client.put("startseite.txt");
            done("<home>/httpdocs/bilder</home>");
            soon(() -> !client.isThere());
        }
        assertThat(biller.ask("<ftp-user><get><filter><id>" + id + "</id></filter></get></ftp-user>")
                        .at("//home"))
                .isEqualTo("/httpdocs/bilder");
        try (var client = new FtpGuest(server.port(), user, PASSWORD)) {
            assertThat(client.names()).isEmpty();
            client.put("bild.txt");
        }
        done("<home>/httpdocs</home><create-non-existent>false</create-non-existent>");
        try (var client = new FtpGuest(server.port(), user, PASSWORD)) {
            assertThat(client.names()).contains("bilder", "startseite.txt");
        }
        refused("1019", "<home>/gibt/es/nicht</home><create-non-existent>false</create-non-existent>");
        refused("1019", "<home>/../anderswo</home>");
    }

    @Test
    void nobodyIsShownTheWholeSubscriptionByAFieldThatWasLeftEmpty() {
        refused("1019", "<home/>");
        long owner = given.number("select id from wirt.login where account_id = 1 and owner");
        var administrator = new Given.Account(1, 1, owner, "Administrator", "admin", "");
        var program = new Program(address(), given.token(tokens, administrator));
        var nothing = program.post("/api/v1/verbs/ftp.folder", "{\"ids\":[" + id + "],\"input\":{}}");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.at("errors/0/field")).isEqualTo("directory");
        var browser = administrator();
        assertThat(browser.post("/ftp/" + id + "/folder", "directory", "").words())
                .contains("Ein Punkt: das ganze Abonnement", "Dieses Feld ist erforderlich");
        done("<home>/</home>");
        assertThat(browser.get("/ftp/" + id + "/folder").body()).contains("value=\".\"");
        assertThat(biller.ask("<ftp-user><get><filter><id>" + id + "</id></filter></get></ftp-user>")
                        .at("//home"))
                .isEqualTo("/");
    }

    @Test
    void heIsCalledOtherwiseAndKeepsHisPassword() throws IOException {
        var other = "y" + Given.unique();
        try (var client = new FtpGuest(server.port(), user, PASSWORD)) {
            done("<name>" + other + "</name>");
            soon(() -> !client.isThere());
        }
        try (var client = new FtpGuest(server.port(), user, PASSWORD)) {
            assertThat(client.signedIn).isFalse();
        }
        try (var client = new FtpGuest(server.port(), other, PASSWORD)) {
            assertThat(client.signedIn).isTrue();
        }
        done("<name>" + other + "</name>");
        refused("1007", "<name>" + user(given.subscription(given.customer("Gasthof Nachbar"))) + "</name>");
        refused("1019", "<name>root</name>");
        try (var client = new FtpGuest(server.port(), other, PASSWORD)) {
            assertThat(client.signedIn).isTrue();
        }
    }

    @Test
    void allThatIsSaidOfHimHappensOrNothing() {
        refused("1019", "<name>x" + Given.unique() + "</name><home>/../anderswo</home><password>neu5!neu</password>");
        var told = biller.ask("<ftp-user><get><filter><id>" + id + "</id></filter></get></ftp-user>");
        assertThat(told.at("//name")).isEqualTo(user);
        assertThat(told.at("//home")).isEqualTo("/httpdocs");
    }

    @Test
    void byRestV2AndOnThePagesTheSame() {
        var rest = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        assertThat(rest.put("/api/v2/ftpusers/" + user, "{\"home\":\"/httpdocs/rest\"}")
                        .status())
                .isEqualTo(200);
        var browser = administrator();
        assertThat(browser.get("/ftp/" + id + "/folder").body()).contains("httpdocs/rest");
        browser.post("/ftp/" + id + "/folder", "directory", "httpdocs/seite");
        assertThat(rest.get("/api/v2/ftpusers?name=" + user).at("0/home")).isEqualTo("/httpdocs/seite");
        assertThat(browser.post("/ftp/" + id + "/name", "login", "Groß Und Klein")
                        .words())
                .contains("Der Benutzername des FTP-Kontos");
        browser.post("/ftp/" + id + "/name", "login", "w" + user);
        assertThat(rest.get("/api/v2/ftpusers?name=w" + user).at("0/id")).isEqualTo(id);
        var systemUser = given.number(
                "select id from wirt.ftp_login where main and subscription_id = ?", Long.parseLong(webspace));
        assertThat(browser.post("/ftp/" + systemUser + "/folder", "directory", "httpdocs")
                        .words())
                .contains("Der Systembenutzer gehört zum Abonnement");
    }

    private String user(Given.Subscription subscription) {
        return given.database
                .resultQuery("select login from wirt.ftp_login where subscription_id = ?", subscription.id())
                .fetchSingle(r -> r.get(0, String.class));
    }

    private void done(String values) {
        var answer = set(values);
        assertThat(answer.at("//status")).as(answer.text()).isEqualTo("ok");
    }

    private void refused(String number, String values) {
        var answer = set(values);
        assertThat(answer.at("//errcode")).as(answer.text()).isEqualTo(number);
    }

    private Biller.Answer set(String values) {
        return biller.ask(
                "<ftp-user><set><filter><id>" + id + "</id></filter><values>" + values + "</values></set></ftp-user>");
    }
}
