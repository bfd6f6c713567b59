package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What billing systems say of things that Wirt has no such thing of: kept truthfully and told again.
class KeptForBillersStory extends BillersWebspaceTest {

    @Test
    void databasesAndTheirUsers() {
        var database = made("<database><add-db><webspace-id>" + webspace.id() + "</webspace-id><name>kasse"
                + Given.unique() + "</name><type>mysql</type><db-server-id>1</db-server-id></add-db></database>");
        var login = "kasse" + Given.unique();
        var user = made("<database><add-db-user><db-id>" + database + "</db-id><login>" + login
                + "</login><password>geheim5</password></add-db-user></database>");
        assertThat(biller.ask("<database><get-db-users><filter><db-id>" + database
                                + "</db-id></filter></get-db-users></database>")
                        .at("//result/login"))
                .isEqualTo(login);
        assertThat(given.number("select count(*) from wirt.kept_object where data::text like '%geheim5%'"))
                .isZero();
        assertThat(biller.ask(by("database", "get-db", "webspace-name", webspace.name()))
                        .at("//result/id"))
                .isEqualTo(database);
        isMadeToldAndGone(
                "database", "get-db", "del-db", database, "//result/webspace-id", Long.toString(webspace.id()));
        assertThat(biller.ask(by("database", "get-db-users", "id", user)).at("//errcode"))
                .as("gone with its database")
                .isEqualTo("1013");
        assertThat(biller.ask("<db_server><get><filter><id>1</id></filter></get></db_server>")
                        .at("//data/status"))
                .as("it does not run")
                .isEqualTo("CONNECTION_FAILED");
    }

    @Test
    void protectedFoldersAliasesAndButtons() {
        var folder = made("<protected-dir><add><site-id>" + webspace.id()
                + "</site-id><name>/intern</name><header>Nur innen</header></add></protected-dir>");
        made("<protected-dir><add-user><pd-id>" + folder
                + "</pd-id><login>otto</login><password>geheim5</password></add-user></protected-dir>");
        isMadeToldAndGone("protected-dir", "get", "delete", folder, "//data/header", "Nur innen");
        assertThat(biller.ask("<protected-dir><add><site-id>" + webspace.id()
                                + "</site-id><name></name></add></protected-dir>")
                        .at("//errcode"))
                .isEqualTo("1019");

        var name = Given.unique() + ".example";
        var alias = made("<site-alias><create><status>0</status><pref><web>true</web></pref><site-id>" + webspace.id()
                + "</site-id><name>" + name + "</name></create></site-alias>");
        isMadeToldAndGone("site-alias", "get", "delete", alias, "//info/name", name);
        for (var wrong : Map.of(webspace.name(), "1007", "co.uk", "1019", "kein name", "1019")
                .entrySet()) {
            assertThat(biller.ask("<site-alias><create><site-id>" + webspace.id() + "</site-id><name>" + wrong.getKey()
                                    + "</name></create></site-alias>")
                            .at("//errcode"))
                    .as(wrong.getKey())
                    .isEqualTo(wrong.getValue());
        }

        var button = made(
                "<ui><create-custombutton><owner><admin/></owner><properties><place>admin</place><url>https://hilfe.example</url>"
                        + "<text>Hilfe</text></properties></create-custombutton></ui>");
        assertThat(biller.ask(by("ui", "get-custombutton", "custombutton-id", button))
                        .at("//properties/url"))
                .isEqualTo("https://hilfe.example");
        assertThat(biller.ask(by("ui", "delete-custombutton", "custombutton-id", button))
                        .at("//status"))
                .isEqualTo("ok");
    }

    @Test
    void whatIsKeptIsToldInTheAuditLogWithoutWhatItSays() {
        var name = "kasse" + Given.unique();
        var database = made("<database><add-db><webspace-id>" + webspace.id() + "</webspace-id><name>" + name
                + "</name><type>mysql</type></add-db></database>");
        var user = made("<database><add-db-user><db-id>" + database + "</db-id><login>" + name
                + "</login><password>geheim5</password></add-db-user></database>");
        biller.ask("<database><set-db-user><id>" + user + "</id><login>n" + name
                + "</login><password>geheim6</password></set-db-user></database>");
        biller.ask(by("database", "del-db", "id", database));
        var lines =
                "select string_agg(verb || ' ' || object_name, ', ' order by id) from wirt.audit where object like 'database%' and verb like object || '.%' and account_id = ?";
        assertThat(given.text(lines, webspace.customerId()))
                .isEqualTo(("database.create %1$s, database-user.create %1$s, database-user.change n%1$s, "
                                + "database-user.remove n%1$s, database.remove %1$s")
                        .formatted(name));

        var words = "<webspace><set><filter><id>" + webspace.id()
                + "</id></filter><values><prefs><icp-permit>geheim7</icp-permit></prefs></values></set></webspace>";
        biller.ask(words);
        biller.ask(words);
        assertThat(given.text(
                        "select string_agg(after ->> 'kept', ', ') from wirt.audit where verb = 'subscription.keep' and object_id = ?",
                        webspace.id()))
                .as("once: the second time nothing is new")
                .isEqualTo("prefs.icp-permit");
        assertThat(given.number(
                        "select count(*) from wirt.audit where account_id = ? and concat(before, after, object_name) like '%geheim%'",
                        webspace.customerId()))
                .isZero();
        assertThat(administrator().get("/audit").words()).contains("Für ein Programm aufbewahrt", "prefs.icp-permit");
    }
}
