package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Things that Wirt only keeps for billing systems: they are refused as real ones would be, and told as they were said.
class KeptThingsStory extends PanelTest {

    private Biller biller;
    private Program program;
    private Given.Subscription webspace;

    @BeforeEach
    void aSubscription() {
        given.administratorsPassword();
        biller = new Biller(address(), "admin", Given.PASSWORD);
        program = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        webspace = given.subscription(given.customer("Gasthof Ablage"));
    }

    private String made(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
        return answer.at("//result/id");
    }

    private void isRefused(String number, String packet) {
        assertThat(biller.ask(packet).at("//result/errcode")).as(packet).isEqualTo(number);
    }

    private String database(String name, String more) {
        return "<database><add-db><webspace-id>" + webspace.id() + "</webspace-id><name>" + name + "</name>" + more
                + "</add-db></database>";
    }

    private String alias(String name, String more) {
        return "<site-alias><create>" + more + "<site-id>" + webspace.id() + "</site-id><name>" + name
                + "</name></create></site-alias>";
    }

    @Test
    void aDatabaseIsKeptForAServerThatIsThere() {
        isRefused("1013", database("kasse", "<type>mysql</type><db-server-id>2</db-server-id>"));
        isRefused("14008", database("kasse", "<type>postgresql</type><db-server-id>1</db-server-id>"));
        isRefused("1019", database("", "<type>mysql</type>"));
        var id = made(database("kasse" + Given.unique(), "<type>mysql</type>"));
        assertThat(biller.ask(by("database", "get-db", "id", id)).at("//db-server-id"))
                .isEqualTo("1");
    }

    @Test
    void fromWhereADatabaseUserMayComeIsToldAsItWasSaid() {
        var database = made(database("kasse" + Given.unique(), "<type>mysql</type>"));
        var user = "<database><add-db-user><db-id>" + database + "</db-id><login>k" + Given.unique()
                + "</login><password>geheim5</password>%s</add-db-user></database>";
        isRefused("1017", user.formatted("<password-type>crypt</password-type>"));
        isRefused("1017", user.formatted("<role>readOnly</role>"));
        var id = made(user.formatted("<acl><host>192.0.2.1</host><host>192.0.2.2</host></acl>"));
        var told = biller.ask(by("database", "get-db-users", "id", id));
        assertThat(told.at("//acl/host[2]")).isEqualTo("192.0.2.2");
        assertThat(told.count("//ip-address")).isZero();
        made(
                "<database><set-db-user><id>" + id
                        + "</id><allow-access-from><ip-address>192.0.2.3</ip-address></allow-access-from></set-db-user></database>");
        told = biller.ask(by("database", "get-db-users", "id", id));
        assertThat(told.at("//acl/host[1]")).isEqualTo("192.0.2.1");
        assertThat(told.at("//allow-access-from/ip-address")).isEqualTo("192.0.2.3");
        made("<database><set-db-user><id>" + id + "</id><acl/></set-db-user></database>");
        assertThat(biller.ask(by("database", "get-db-users", "id", id)).count("//acl/host"))
                .isZero();
    }

    @Test
    void limitsCountWhatIsKeptToo() {
        given.database.execute(
                "update wirt.subscription set limits = limits || '{\"max_db\": 1, \"max_dom_aliases\": 1}' where id = ?",
                webspace.id());
        made(database("eins" + Given.unique(), "<type>mysql</type>"));
        isRefused("1024", database("zwei", "<type>mysql</type>"));
        var name = Given.unique();
        made(alias(name + ".example", ""));
        isRefused("1024", alias(name + "zwei.example", ""));
        var told = biller.ask("<webspace><get><filter><id>" + webspace.id()
                + "</id></filter><dataset><stat/><resource-usage/></dataset></get></webspace>");
        assertThat(told.at("//stat/db")).isEqualTo("1");
        assertThat(told.at("//resource[name='max_db']/value")).isEqualTo("1");
        assertThat(told.at("//resource[name='max_dom_aliases']/value")).isEqualTo("1");
        biller.ask(by("database", "del-db", "webspace-id", Long.toString(webspace.id())));
        made(database("zwei" + Given.unique(), "<type>mysql</type>"));
    }

    @Test
    void anAliasIsToldInBothSpellingsAndSaysOnlyWhatItMeans() {
        var name = "münze" + Given.unique() + ".Example";
        for (var wrong : List.of(
                "<status>an</status>",
                "<pref><web>vielleicht</web></pref>",
                "<pref><mail>2</mail></pref>",
                "<manage-dns>nie</manage-dns>")) isRefused("1019", alias(name, wrong));
        isRefused("1019", alias(name, "<ascii-name>anders.example</ascii-name>"));
        var id = made(alias(name, "<pref><web>1</web></pref>"));
        var told = biller.ask(by("site-alias", "get", "name", name.toUpperCase(Locale.ROOT)));
        assertThat(told.at("//result/id")).isEqualTo(id);
        assertThat(told.at("//info/name")).isEqualTo(name.toLowerCase(Locale.ROOT));
        assertThat(told.at("//info/ascii-name")).startsWith("xn--mnze").endsWith(".example");
        assertThat(told.at("//pref/web")).isEqualTo("true");
        assertThat(biller.ask(by("site-alias", "get", "name", told.at("//info/ascii-name")))
                        .at("//result/id"))
                .isEqualTo(id);
    }

    @Test
    void nobodyMakesASiteThatIsCalledLikeAnAlias() {
        var name = Given.unique() + ".example";
        var id = made(alias(name, ""));
        var other = given.subscription(given.customer("Gasthof Namensvetter"));
        var site = "<site><add><gen_setup><name>" + name + "</name><webspace-id>" + other.id()
                + "</webspace-id></gen_setup><hosting><vrt_hst/></hosting></add></site>";
        isRefused("1007", site);
        isRefused(
                "1007",
                "<webspace><add><gen_setup><name>" + name + "</name><owner-id>" + other.customerId()
                        + "</owner-id></gen_setup><hosting><vrt_hst><property><name>ftp_login</name><value>f"
                        + Given.unique()
                        + "</value></property><property><name>ftp_password</name><value>geheim5</value></property></vrt_hst></hosting></add></webspace>");
        isRefused(
                "1007",
                "<webspace><set><filter><id>" + other.id() + "</id></filter><values><gen_setup><name>" + name
                        + "</name></gen_setup></values></set></webspace>");
        isRefused("1007", alias(name, ""));
        biller.ask(by("site-alias", "delete", "id", id));
        made(site);
        isRefused("1007", alias(name, ""));
    }

    @Test
    void theDomainsOfAClientAreToldWithTheirAliases() {
        made(alias("münze-" + webspace.name(), ""));
        var told = program.get("/api/v2/clients/" + webspace.customerId() + "/domains");
        assertThat(told.at("0/aliases/0/name")).isEqualTo("münze-" + webspace.name());
        assertThat(told.at("0/aliases/0/ascii_name")).startsWith("xn--mnze-");
        assertThat(program.get("/api/v2/domains/" + webspace.id()).at("aliases/0/ascii_name"))
                .isEqualTo(told.at("0/aliases/0/ascii_name"));
    }

    @Test
    void aDatabaseByRestNeedsAServerThatIsThere() {
        var refused = program.post(
                "/api/v2/databases",
                "{\"name\":\"kasse\",\"type\":\"mysql\",\"parent_domain\":{\"id\":%d},\"server_id\":7}"
                        .formatted(webspace.id()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("code")).isEqualTo("1013");
    }

    @Test
    void propertiesOfAFolderAreToldAgain() {
        var id = made(
                "<protected-dir><add><site-id>" + webspace.id()
                        + "</site-id><name>/intern</name><location><property><name>ssl</name><value>true</value></property></location></add></protected-dir>");
        var told = biller.ask(by("protected-dir", "get", "id", id));
        assertThat(told.at("//location/property[name='ssl']/value")).isEqualTo("true");
        isRefused(
                "1019",
                "<protected-dir><add-user><pd-id>" + id
                        + "</pd-id><login/><password>geheim5</password></add-user></protected-dir>");
    }

    @Test
    void anFtpUserOfAFolderThatShallBeThereIsRefusedWhereItIsNot() {
        var user = "<ftp-user><add><name>z%s</name><password>geheim5</password><home>%s</home>"
                + "<create-non-existent>%s</create-non-existent><webspace-id>" + webspace.id()
                + "</webspace-id></add></ftp-user>";
        isRefused("1019", user.formatted(Given.unique(), "/gibtesnicht", "false"));
        isRefused("1019", user.formatted(Given.unique(), "/logs/..", "false"));
        made(user.formatted(Given.unique(), "/httpdocs", "false"));
        made(user.formatted(Given.unique(), "/gibtesnicht", "true"));
        made(user.formatted(Given.unique(), "/gibtesnicht", "false"));
    }
}
