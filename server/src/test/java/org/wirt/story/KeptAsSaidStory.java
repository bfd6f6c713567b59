package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What is only kept is kept as far as it could be true: what no server could have is refused, and nothing is there
/// twice that can be there once.
class KeptAsSaidStory extends BillersWebspaceTest {

    private final String name = "u" + Given.unique();

    private void isMalformed(String packet) {
        assertThat(biller.ask(packet).at("/packet/system/errcode")).as(packet).isEqualTo("1014");
    }

    private String database(long of, String name) {
        return "<database><add-db><webspace-id>" + of + "</webspace-id><name>" + name
                + "</name><type>mysql</type></add-db></database>";
    }

    private static String user(String whose, String login, String more) {
        return "<database><add-db-user>" + whose + "<login>" + login + "</login><password>geheim5</password>" + more
                + "</add-db-user></database>";
    }

    private static String of(String database) {
        return "<db-id>" + database + "</db-id>";
    }

    private String ofAll(String server) {
        return "<webspace-id>" + webspace.id() + "</webspace-id><db-server-id>" + server + "</db-server-id>";
    }

    private static String renamed(String user, String login) {
        return "<database><set-db-user><id>" + user + "</id><login>" + login + "</login></set-db-user></database>";
    }

    private String folder(String name) {
        return "<protected-dir><add><site-id>" + webspace.id() + "</site-id><name>" + name
                + "</name></add></protected-dir>";
    }

    @Test
    void aDatabaseServerHasOneUserOfALogin() {
        var first = made(database(webspace.id(), "a" + Given.unique()));
        var elsewhere = given.subscription(given.customer("Gasthof Nebenan"));
        var second = made(database(elsewhere.id(), "b" + Given.unique()));
        var user = made(user(of(first), name, ""));
        isRefused("1007", user(of(second), name, ""));
        isRefused("1007", user(ofAll("1"), name.toUpperCase(Locale.ROOT), ""));
        var other = made(user(of(second), name + "x", ""));
        isRefused("1007", renamed(other, name));
        made(renamed(other, name + "x"));
        isRefused("1019", renamed(other, ""));
        var server = made("<db_server><add><host>" + Given.unique()
                + ".example</host><port>3306</port><type>mysql</type><admin>chef</admin></add></db_server>");
        webspace = elsewhere;
        var apart = made(user(ofAll(server), name, ""));
        made(by("database", "del-db-user", "id", apart));
        made(by("database", "del-db-user", "id", user));
        made(renamed(other, name));
        made(by("db_server", "del", "id", server));
    }

    @Test
    void aUserIsOneOfADatabaseOrOfASubscriptionOnAServer() {
        var database = made(database(webspace.id(), "a" + Given.unique()));
        for (var whose : List.of(
                "",
                "<webspace-id>" + webspace.id() + "</webspace-id>",
                "<db-server-id>1</db-server-id>",
                of(database) + ofAll("1"))) isMalformed(user(whose, name, ""));
        made(user(ofAll(""), name, ""));
    }

    @Test
    void namesAreThoseThatAServerCouldHave() {
        for (var wrong : List.of("x".repeat(65), "a b", "a/b", "a`b", "a'b", "a;b", "a&#9;b"))
            isRefused("1019", database(webspace.id(), wrong));
        var database = made(database(webspace.id(), "ä.b-c_" + Given.unique()));
        for (var wrong : List.of("x".repeat(33), "a b", "a\"b", "a,b"))
            isRefused("1019", user(of(database), wrong, ""));
        for (var wrong : List.of("not a host !!", "999.1.2.3", "1.2.3.4.5")) {
            isRefused("1019", user(of(database), name, "<acl><host>" + wrong + "</host></acl>"));
            isRefused(
                    "1019",
                    user(
                            of(database),
                            name,
                            "<allow-access-from><ip-address>" + wrong + "</ip-address></allow-access-from>"));
        }
        made(
                user(
                        of(database),
                        name,
                        "<acl><host>%</host><host>192.168.%</host><host>*.wirt.example</host></acl><allow-access-from>"
                                + "<ip-address>192.168.</ip-address><ip-address>192.0.2.0/255.255.255.0</ip-address>"
                                + "<ip-address>192.0.2.0/24</ip-address><ip-address>2001:db8::/32</ip-address></allow-access-from>"));
        isRefused(
                "1019",
                "<webspace><set><filter><id>" + webspace.id()
                        + "</id></filter><values><php-settings><setting><name/><value>1</value></setting></php-settings>"
                        + "</values></set></webspace>");
        isRefused(
                "1019",
                "<webspace><set><filter><id>" + webspace.id() + "</id></filter><values><gen_setup><external-id>"
                        + "x".repeat(256) + "</external-id></gen_setup></values></set></webspace>");
    }

    @Test
    void aServerIsRemovedByItsHostAndPortToo() {
        var host = Given.unique() + ".example";
        made("<db_server><add><host>" + host
                + "</host><port>3306</port><type>mysql</type><admin>chef</admin></add></db_server>");
        isRefused("1013", by("db_server", "del", "dsn", host + ":3307"));
        isRefused("1023", by("db_server", "del", "dsn", "localhost:3306"));
        made(by("db_server", "del", "dsn", host + ":3306"));
        isRefused("1013", by("db_server", "del", "dsn", host + ":3306"));
    }

    @Test
    void aFolderIsProtectedOnceAndLiesWithinItsSite() {
        var id = made(folder("/v1"));
        for (var same : List.of("v1", "/v1/", "v1//")) isRefused("1007", folder(same));
        for (var wrong : List.of("/../../etc", "..", "a/./b", "a\\..\\b", "x".repeat(256)))
            isRefused("1019", folder(wrong));
        var set = "<protected-dir><set><filter><id>%s</id></filter><values>%s</values></set></protected-dir>";
        made(set.formatted(id, "<name>v1/</name>"));
        var other = made(folder("/"));
        isRefused("1007", set.formatted(other, "<name>/v1</name>"));
        isRefused("1019", set.formatted(other, "<name>../v2</name>"));
        var ssl = "<location><property><name>ssl</name><value>%s</value></property></location>";
        isRefused("1019", set.formatted(other, ssl.formatted("vielleicht")));
        made(set.formatted(other, ssl.formatted("1")));
        assertThat(biller.ask(by("protected-dir", "get", "id", other)).at("//location/property/value"))
                .isEqualTo("true");
    }

    @Test
    void nobodyComesIntoAFolderWithoutAPassword() {
        var id = made(folder("intern"));
        var add = "<protected-dir><add-user><pd-id>" + id + "</pd-id><login>otto</login><password>%s</password>"
                + "</add-user></protected-dir>";
        isRefused("1019", add.formatted(""));
        var user = made(add.formatted("geheim5"));
        isRefused(
                "1019",
                "<protected-dir><set-user><filter><id>" + user
                        + "</id></filter><values><password/></values></set-user></protected-dir>");
        assertThat(biller.ask(add.formatted("geheim5")).at("//errtext"))
                .isEqualTo("Object with name 'otto' already exists.");
    }

    private static String button(String owner, String properties) {
        return "<ui><create-custombutton><owner>" + owner + "</owner><properties><place>admin</place>"
                + "<url>https://hilfe.example</url>" + properties + "</properties></create-custombutton></ui>";
    }

    @Test
    void aButtonBelongsToWhomItIsSaid() {
        var reseller = given.reseller("Netzwirt Knopf");
        var text = "<text>Hilfe</text>";
        isRefused("1015", button("<customer-id>" + reseller.id() + "</customer-id>", text));
        isMalformed(button("", text));
        isMalformed(button("<admin/><customer-id>1</customer-id>", text));
        isMalformed(button("<admin/>", ""));
        isRefused("1019", button("<admin/>", text + "<public>vielleicht</public>"));
        isRefused("1019", button("<admin/>", text + "<sort_key>vorn</sort_key>"));
        var id = made(button("<reseller-id>" + reseller.id() + "</reseller-id>", text + "<public>1</public>"));
        var told = biller.ask("<ui><get-custombutton><filter><owner><customer-id>888888888</customer-id></owner>"
                + "<owner><reseller-id>" + reseller.id() + "</reseller-id></owner></filter></get-custombutton></ui>");
        assertThat(told.count("//result[status='ok']")).as(told.text()).isEqualTo(2);
        assertThat(told.at("//result[2]/id")).isEqualTo(id);
        assertThat(told.at("//result[2]/owner/reseller-id")).isEqualTo(Long.toString(reseller.id()));
        assertThat(told.at("//public")).isEqualTo("true");
        assertThat(biller.ask("<ui><get-custombutton><filter/></get-custombutton></ui>")
                        .numbers("//result/id"))
                .contains(Long.valueOf(id));
        made(by("ui", "delete-custombutton", "custombutton-id", id));
    }

    @Test
    void nothingIsSaidTwice() {
        var note = "<values><gen_setup><description>%s</description></gen_setup></values>";
        isMalformed("<webspace><set><filter><id>" + webspace.id() + "</id></filter>" + note.formatted("a")
                + note.formatted("b") + "</set></webspace>");
        var named = "<values><gen_info><pname>%s</pname></gen_info></values>";
        isMalformed("<customer><set><filter><id>" + webspace.customerId() + "</id></filter>" + named.formatted("a")
                + named.formatted("b") + "</set></customer>");
        isMalformed("<certificate><get-pool><filter><domain-id>" + webspace.id()
                + "</domain-id></filter><admin/></get-pool></certificate>");
        var reseller = given.reseller("Netzwirt Vorrat");
        var id = "<reseller-id>" + reseller.id() + "</reseller-id>";
        var filter = "<filter><ip-address>127.0.0.1</ip-address></filter>";
        var shared = "<values><ip-type>shared</ip-type></values>";
        var set = "<reseller><ippool-set-ip>%s</ippool-set-ip></reseller>";
        isMalformed(set.formatted(id + filter + filter + shared));
        isMalformed(set.formatted(id + filter + shared + shared));
        var ip = "<ip><ip-address>127.0.0.1</ip-address></ip>";
        var add = "<reseller><ippool-add-ip>%s</ippool-add-ip></reseller>";
        isMalformed(add.formatted(id + "<external-id>x</external-id>" + ip));
        isMalformed(add.formatted(id + ip + "<ip/>"));
    }

    @Test
    void whatIsMissingWithinANodeIsMissingInThePacket() {
        var mail = "<mail><create><filter><site-id>" + webspace.id()
                + "</site-id><mailname><name>eins</name></mailname>%s</filter></create></mail>";
        for (var wrong : List.of(
                "<mailname><name>zwei</name><mailbox/></mailname>",
                "<mailname><name>zwei</name><bogus/></mailname>",
                "<mailname/>")) isMalformed(mail.formatted(wrong));
        assertThat(given.number("select count(*) from wirt.kept_object where subject_id = ?", webspace.id()))
                .as("nothing is made")
                .isZero();
        var customer = Given.unique();
        var set = "<webspace><set><filter><id>" + webspace.id() + "</id></filter><values>%s</values></set></webspace>";
        for (var wrong : List.of(
                "<hosting><vrt_hst><property><value>x</value></property></vrt_hst></hosting>",
                "<limits><limit><value>3</value></limit></limits>",
                "<permissions><permission><value>true</value></permission></permissions>",
                "<php-settings><setting><value>1</value></setting></php-settings>"))
            isMalformed(BillingTest.customer(customer, "") + set.formatted(wrong));
        assertThat(given.number("select count(*) from wirt.login where username = ?", customer))
                .isZero();
    }

    @Test
    void whoHasLostWhereHeWasIsNotToldEverythingAgain() {
        var events = "<event_log><get_events><lastId>%s</lastId></get_events></event_log>";
        for (var wrong : List.of("abc", "-5")) isRefused("1019", events.formatted(wrong));
        for (var first : List.of("0", "")) made(events.formatted(first));
    }

    @Test
    void anAddOnIsAnsweredByWhatItWasNamed() {
        var name = "Mehr " + Given.unique();
        made("<service-plan-addon><add><name>" + name + "</name></add></service-plan-addon>");
        var set = biller.ask(
                "<service-plan-addon><set><filter><name>" + name
                        + "</name></filter><limits><limit><name>max_db</name><value>1</value></limit></limits></set></service-plan-addon>");
        assertThat(set.at("//result[status='ok']/name")).as(set.text()).isEqualTo(name);
        var del = biller.ask(by("service-plan-addon", "del", "name", name));
        assertThat(del.at("//result[status='ok']/name")).as(del.text()).isEqualTo(name);
    }
}
