package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import org.wirt.engine.embedded.EmbeddedFtp;

/// The system user of a subscription, its main FTP login, is called otherwise: its provider says so, and every door
/// tells it.
class SystemUserNameStory extends BillersDeedsTest {

    private static final String PASSWORD = "geheim<&5";

    @Autowired
    private EmbeddedFtp server;

    @Autowired
    private ApiTokens tokens;

    private final String host = Given.unique() + ".example";
    private long owner;
    private long webspace;
    private String before = "";

    @BeforeEach
    void aSubscription() {
        owner = made(login, "");
        webspace = biller.ask(webspace(host, owner, "")).number("//result/id");
        before = user();
    }

    private String user() {
        return given.text("select login from wirt.ftp_login where subscription_id = ? and main", webspace);
    }

    private long number() {
        return given.number("select id from wirt.ftp_login where subscription_id = ? and main", webspace);
    }

    private static String named(long webspace, String name) {
        return "<webspace><set><filter><id>" + webspace
                + "</id></filter><values><hosting><vrt_hst><property><name>ftp_login</name><value>" + name
                + "</value></property></vrt_hst></hosting></values></set></webspace>";
    }

    @Test
    void whoeverIsSignedInByTheOldNameIsSignedOutAndTheFilesStay() throws IOException {
        var after = "s" + Given.unique();
        try (var guest = new FtpGuest(server.port(), before, PASSWORD)) {
            guest.put("brief.txt");
            done(named(webspace, after));
            soon(() -> !guest.isThere());
        }
        try (var guest = new FtpGuest(server.port(), before, PASSWORD)) {
            assertThat(guest.signedIn).isFalse();
        }
        try (var guest = new FtpGuest(server.port(), after, PASSWORD)) {
            assertThat(guest.names()).contains("brief.txt", "httpdocs");
        }
        assertThat(biller.ask("<webspace><get><filter><id>" + webspace
                                + "</id></filter><dataset><hosting/></dataset></get></webspace>")
                        .at("//property[name='ftp_login']/value"))
                .isEqualTo(after);
        done(named(webspace, after));
        assertThat(given.number("select count(*) from wirt.audit where verb = 'ftp.rename' and account_id = ?", owner))
                .as("what is said again is no deed")
                .isEqualTo(1);
        done(named(webspace, before));
        assertThat(user()).isEqualTo(before);
    }

    @Test
    void aNameOfTheServerItselfOrOfAnotherIsRefused() {
        var neighbour = given.subscription(given.customer("Gasthof Nachbar"));
        refused(
                "1007",
                named(
                        webspace,
                        given.text("select login from wirt.ftp_login where subscription_id = ?", neighbour.id())));
        for (var wrong : new String[] {"root", "www-data", "Groß", "", "1a"}) refused("1019", named(webspace, wrong));
        refused(
                "1019",
                named(webspace, "s" + Given.unique())
                        .replace(
                                "</vrt_hst>",
                                "<property><name>ftp_password</name><value>a</value></property></vrt_hst>"));
        assertThat(user()).as("all or nothing").isEqualTo(before);
    }

    @Test
    void aCustomerLeavesThatToHisProvider() {
        given.database.execute(
                "update wirt.subscription set permissions = permissions || '{\"panel_access\":true,\"manage_ftp\":true,\"remote_api\":true}' where id = ?",
                webspace);
        var his = new Biller(address(), login, "kurz5");
        var after = "s" + Given.unique();
        assertThat(his.ask(named(webspace, after).replace("webspace>", "site>")).at("//errcode"))
                .isEqualTo("1006");
        var himself = browser();
        himself.signIn(login, "kurz5");
        assertThat(himself.get("/ftp").body())
                .contains("/ftp/" + number() + "/password")
                .doesNotContain("/ftp/" + number() + "/name");
        assertThat(himself.post("/ftp/" + number() + "/name", "login", after).words())
                .contains("Den Systembenutzer benennt nur der Provider um");
        assertThat(user()).isEqualTo(before);

        var provider = administrator();
        assertThat(provider.get("/subscriptions/" + webspace + "?tab=ftp").body())
                .contains("/ftp/" + number() + "/name");
        assertThat(provider.post("/ftp/" + number() + "/name", "login", "root").words())
                .contains("gehört dem Server selbst");
        assertThat(provider.post("/ftp/" + number() + "/name", "login", after).words())
                .contains("„" + before + "“ ist umbenannt");
        assertThat(provider.get("/subscriptions/" + webspace + "?tab=resources").words())
                .contains(after);
        assertThat(provider.get("/audit?q=" + after).words()).contains(before, after);
    }

    @Test
    void everyOtherDoorDoesTheSame() {
        var json = new Program(address(), given.token(tokens, administratorHimself()));
        var first = "s" + Given.unique();
        assertThat(json.post(
                                "/api/v1/verbs/ftp.rename",
                                "{\"ids\":[" + number() + "],\"input\":{\"login\":\"" + first + "\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(json.get("/api/v1/subscriptions/" + webspace + "/ftp-users").at("0/username"))
                .isEqualTo(first);

        var rest = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        var second = "s" + Given.unique();
        assertThat(rest.put("/api/v2/domains/" + webspace, "{\"hosting_settings\":{\"ftp_login\":\"" + second + "\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(user()).isEqualTo(second);

        var third = "s" + Given.unique();
        var call = rest.post(
                "/api/v2/cli/subscription/call",
                "{\"params\":[\"--update\",\"" + host + "\",\"-login\",\"" + third + "\"]}");
        assertThat(call.at("stderr")).isEmpty();
        assertThat(rest.post("/api/v2/cli/subscription/call", "{\"params\":[\"--info\",\"" + host + "\"]}")
                        .at("stdout"))
                .contains(third);
        assertThat(given.database
                        .resultQuery(
                                "select before::text || after::text from wirt.audit where verb = 'ftp.rename' and account_id = ? order by id",
                                owner)
                        .fetch(0, String.class))
                .containsExactly(said(before, first), said(first, second), said(second, third));
    }

    private static String said(String before, String after) {
        return "{\"login\": \"" + before + "\"}{\"login\": \"" + after + "\"}";
    }

    private Given.Account administratorHimself() {
        return new Given.Account(
                1,
                1,
                given.number("select id from wirt.login where account_id = 1 and owner"),
                "Administrator",
                "admin",
                "");
    }
}
