package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.story.Biller.by;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What billing systems say of databases, of who may use them, and of the servers that they are kept for.
class DatabasesForBillersStory extends BillersWebspaceTest {

    /// A database server has one of a name.
    private final String kasse = "k" + Given.unique();

    @AfterEach
    void noServerStays() {
        for (var id : biller.ask("<db_server><get><filter/></get></db_server>").numbers("//result/id"))
            if (id != 1)
                for (var what : List.of(
                        "<database><del-db><filter><webspace-id>" + webspace.id()
                                + "</webspace-id></filter></del-db></database>",
                        by("db_server", "del", "id", id))) biller.ask(what);
    }

    private String database(long of, String name, String more) {
        return "<database><add-db><webspace-id>" + of + "</webspace-id><name>" + name + "</name><type>mysql</type>"
                + more + "</add-db></database>";
    }

    private String user(String database, String login) {
        return made("<database><add-db-user><db-id>" + database + "</db-id><login>" + login + Given.unique()
                + "</login><password>geheim5</password></add-db-user></database>");
    }

    private String ofAll(String login, String server) {
        return "<database><add-db-user><webspace-id>" + webspace.id() + "</webspace-id><db-server-id>" + server
                + "</db-server-id><login>" + login + Given.unique()
                + "</login><password>geheim5</password></add-db-user></database>";
    }

    private static String usual(String database, String user) {
        return "<database><set-default-user><db-id>" + database + "</db-id><default-user-id>" + user
                + "</default-user-id></set-default-user></database>";
    }

    private String toldUser(String database) {
        var answer = biller.ask(by("database", "get-default-user", "db-id", database));
        assertThat(answer.at("//result/filter-id")).isEqualTo(database);
        assertThat(biller.ask(by("database", "get-db", "id", database)).at("//default-user-id"))
                .isEqualTo(answer.at("//result/id"));
        return answer.at("//result/id");
    }

    private static String assigned(String database, Object webspace) {
        return "<database><assign-to-subscription><filter><id>" + database + "</id></filter><webspace-id>" + webspace
                + "</webspace-id></assign-to-subscription></database>";
    }

    private static String server(String host, String port, String type, String more) {
        return "<db_server><add><host>" + host + "</host><port>" + port + "</port><type>" + type
                + "</type><admin>chef</admin>" + more + "</add></db_server>";
    }

    private String typed(String operation, String type) {
        return biller.ask(by("db_server", operation, "type", type)).at("//result/id");
    }

    @Test
    void theFirstUserOfADatabaseIsItsUsualOneUntilAnotherIsChosen() {
        var database = made(database(webspace.id(), kasse, ""));
        assertThat(toldUser(database)).isEmpty();
        var first = user(database, "eins");
        var second = user(database, "zwei");
        assertThat(toldUser(database)).isEqualTo(first);
        made(usual(database, second));
        assertThat(toldUser(database)).isEqualTo(second);
        biller.ask(by("database", "del-db-user", "id", second));
        assertThat(toldUser(database)).as("the chosen one is gone").isEqualTo(first);
        isRefused("1013", usual(database, second));
        isRefused("1013", usual("888888888", first));
        var other = user(made(database(webspace.id(), "lager", "")), "drei");
        isRefused("1019", usual(database, other));
        isRefused("1013", by("database", "get-default-user", "db-id", "888888888"));
    }

    @Test
    void aUserOfAllDatabasesMayUseEachOfTheSubscriptionOnThatServer() {
        var server = made(server("db." + Given.unique() + ".example", "3306", "mysql", ""));
        var here = made(database(webspace.id(), kasse, ""));
        var there = made(database(webspace.id(), "lager", "<db-server-id>" + server + "</db-server-id>"));
        var all = made(ofAll("alle", "1"));
        var own = user(here, "eins");
        var users = biller.ask(by("database", "get-db-users", "db-id", here));
        assertThat(users.numbers("//result/id")).containsExactly(Long.valueOf(all), Long.valueOf(own));
        assertThat(users.at("//result[id='" + all + "']/db-id")).isEmpty();
        assertThat(biller.ask(by("database", "get-db-users", "db-id", there)).count("//result/id"))
                .isZero();
        made(usual(here, all));
        assertThat(toldUser(here)).isEqualTo(all);
        isRefused("1019", usual(there, all));
        biller.ask(by("database", "del-db-user", "db-id", here));
        assertThat(biller.ask(by("database", "get-db-users", "db-id", here)).at("//result/id"))
                .as("who may use others, too, stays")
                .isEqualTo(all);
        isRefused("1013", ofAll("keiner", "888888888"));
        isRefused(
                "1015",
                "<database><add-db-user><webspace-id>888888888</webspace-id><db-server-id>1</db-server-id>"
                        + "<login>x</login><password>geheim5</password></add-db-user></database>");
        isRefused(
                "1019",
                "<database><add-db-user><db-id>" + here + "</db-id><db-server-id>" + server
                        + "</db-server-id><login>x</login><password>geheim5</password></add-db-user></database>");
    }

    @Test
    void aDatabaseIsGivenToAnotherSubscriptionOfTheSameOwnerWithItsUsers() {
        var owner = given.customer("Gasthof Umzug");
        webspace = given.subscription(owner);
        var other = given.subscription(owner);
        var foreign = given.subscription(given.customer("Gasthof Fremd"));
        var database = made(database(webspace.id(), kasse, ""));
        var own = user(database, "eins");
        var all = made(ofAll("alle", "1"));
        made(usual(database, all));
        isRefused("1019", assigned(database, foreign.id()));
        isRefused("1015", assigned(database, "888888888"));
        isRefused("1013", assigned("888888888", other.id()));
        given.database.execute(
                "update wirt.subscription set limits = limits || '{\"max_db\": 0}' where id = ?", other.id());
        isRefused("1024", assigned(database, other.id()));
        given.database.execute(
                "update wirt.subscription set limits = limits || '{\"max_db\": 1}' where id = ?", other.id());
        made(assigned(database, other.id()));
        assertThat(biller.ask(by("database", "get-db", "webspace-id", other.id()))
                        .at("//result/id"))
                .isEqualTo(database);
        assertThat(biller.ask(by("database", "get-db-users", "db-id", database)).at("//result/id"))
                .isEqualTo(own);
        assertThat(toldUser(database))
                .as("who may use all stays with the subscription")
                .isEqualTo(own);
        made(assigned(database, other.id()));
        isRefused("1007", database(webspace.id(), kasse, ""));
        isRefused(
                "1019",
                "<database><assign-to-subscription><filter/><webspace-id>" + other.id()
                        + "</webspace-id></assign-to-subscription></database>");
    }

    @Test
    void aHostOfADatabaseIsKept() {
        var database = made(database(webspace.id(), kasse, ""));
        var host =
                "<database><set-custom-host><filter><id>%s</id></filter><host>%s</host></set-custom-host></database>";
        made(host.formatted(database, "db.gasthof.example"));
        assertThat(given.text(
                        "select data ->> 'custom-host' from wirt.kept_object where id = ?", Long.valueOf(database)))
                .isEqualTo("db.gasthof.example");
        isRefused("1019", host.formatted(database, "kein Name"));
        isRefused("1013", host.formatted("888888888", "db.gasthof.example"));
    }

    @Test
    void aServerThatTheAdministratorNamesIsToldAndItsPasswordIsNot() {
        var host = "DB." + Given.unique() + ".example";
        var id = made(server(host, "3307", "mysql", "<password>geheim5</password>"));
        var told = biller.ask(by("db_server", "get", "id", id));
        assertThat(told.at("//data/host")).isEqualTo(host.toLowerCase(Locale.ROOT));
        assertThat(told.at("//data/port")).isEqualTo("3307");
        assertThat(told.at("//data/admin")).isEqualTo("chef");
        assertThat(told.at("//data/status")).isEqualTo("CONNECTION_FAILED");
        assertThat(told.count("//data/default | //data/local")).isZero();
        assertThat(given.number("select count(*) from wirt.kept_object where data::text like '%geheim5%'"))
                .isZero();
        assertThat(biller.ask("<db_server><get><filter/></get></db_server>").numbers("//result/id"))
                .contains(1L, Long.valueOf(id));
        made("<db_server><set><id>" + id + "</id><port>3308</port><admin>wirt</admin></set></db_server>");
        told = biller.ask(by("db_server", "get", "id", id));
        assertThat(told.at("//data/port")).isEqualTo("3308");
        assertThat(told.at("//data/admin")).isEqualTo("wirt");
        assertThat(given.text(
                        "select string_agg(verb, ', ' order by id) from wirt.audit where object = 'db-server' and object_id = ?",
                        Long.valueOf(id)))
                .isEqualTo("db-server.create, db-server.change");
    }

    @Test
    void aServerIsRefusedAsItIsSaid() {
        isRefused("1007", server("localhost", "3306", "mysql", ""));
        isRefused("14008", server("db.example", "3306", "oracle", ""));
        isRefused("1019", server("kein Name", "3306", "mysql", ""));
        isRefused("1019", server("db.example", "0", "mysql", ""));
        isRefused("1019", server("db.example", "99999", "mysql", ""));
        var id = made(server("db.example", "3306", "mysql", ""));
        isRefused("1007", server("DB.example", "3306", "postgresql", ""));
        isRefused("1019", "<db_server><set><id>" + id + "</id><admin/></set></db_server>");
        isRefused("1007", "<db_server><set><id>" + id + "</id><host>localhost</host></set></db_server>");
        isRefused("1013", "<db_server><set><id>888888888</id><port>1</port></set></db_server>");
        isRefused("1023", "<db_server><set><id>1</id><port>1</port></set></db_server>");
        isRefused("1013", "<db_server><set-default><id>888888888</id></set-default></db_server>");
        isRefused("14009", "<db_server><set-default><type>postgresql</type></set-default></db_server>");
        isRefused("1019", "<db_server><del><filter/></del></db_server>");
    }

    @Test
    void theUsualServerIsTheOneThatWasChosen() {
        assertThat(typed("get-default", "mysql")).isEqualTo("1");
        assertThat(typed("get-default", "postgresql")).isEmpty();
        var other = made(server("db1.example", "3306", "mysql", ""));
        assertThat(typed("get-default", "mysql")).isEqualTo("1");
        made("<db_server><set-default><id>" + other + "</id></set-default></db_server>");
        assertThat(typed("get-default", "mysql")).isEqualTo(other);
        assertThat(typed("get-local", "mysql")).isEqualTo("1");
        assertThat(biller.ask("<db_server><get><filter/></get></db_server>")
                        .numbers("//result[data/type='mysql'][data/default]/id"))
                .containsExactly(Long.valueOf(other));
        var database = made(database(webspace.id(), kasse, ""));
        assertThat(biller.ask(by("database", "get-db", "id", database)).at("//db-server-id"))
                .isEqualTo(other);
        made("<db_server><set-default><type>mysql</type></set-default></db_server>");
        assertThat(typed("get-default", "mysql")).isEqualTo("1");

        var elephant = made(server("db2.example", "5432", "postgresql", "<default/>"));
        assertThat(typed("get-default", "postgresql")).isEqualTo(elephant);
        assertThat(typed("get-local", "postgresql")).isEmpty();
        assertThat(biller.ask("<db_server><get-supported-types/></db_server>").count("//type"))
                .isEqualTo(2);
        made(database(webspace.id(), "lager", "").replace("mysql", "postgresql"));
        biller.ask(by("database", "del-db", "webspace-id", webspace.id()));
        biller.ask(by("db_server", "del", "id", elephant));
        assertThat(biller.ask("<db_server><get-supported-types/></db_server>").at("//type[last()]"))
                .isEqualTo("mysql");
    }

    @Test
    void aServerStaysAsLongAsSomethingIsKeptForIt() {
        isRefused("1023", by("db_server", "del", "id", 1));
        isRefused("1013", by("db_server", "del", "id", "888888888"));
        var server = made(server("db3.example", "3306", "mysql", ""));
        var database = made(database(webspace.id(), kasse, "<db-server-id>" + server + "</db-server-id>"));
        assertThat(biller.ask(by("db_server", "get", "id", server)).at("//db_num"))
                .isEqualTo("1");
        isRefused("1023", by("db_server", "del", "id", server));
        given.database.execute("update wirt.subscription set reasons = reasons | 2048 where id = ?", webspace.id());
        isRefused("1023", by("db_server", "del", "id", server));
        given.database.execute("update wirt.subscription set reasons = reasons & ~2048 where id = ?", webspace.id());
        biller.ask(by("database", "del-db", "id", database));
        var user = made(ofAll("alle", server));
        isRefused("1023", by("db_server", "del", "id", server));
        biller.ask(by("database", "del-db-user", "id", user));
        made(by("db_server", "del", "id", server));
        isRefused("1013", by("db_server", "get", "id", server));
    }

    @Test
    void resellersNameServersAndChangeNone() {
        var reseller = given.reseller("Wirt am Markt");
        given.permit(reseller, "remote_api");
        var server = made(server("db4.example", "3306", "mysql", ""));
        var foreign = made(database(webspace.id(), "fremd", ""));
        var foreignUser = user(foreign, "fremd");
        var own = given.subscription(given.customer("Gasthof Markt", reseller));
        biller = new Biller(address(), reseller.username(), Given.PASSWORD);
        var database = made(database(own.id(), kasse, "<db-server-id>" + server + "</db-server-id>"));
        for (var packet : List.of(
                server("db5.example", "3306", "mysql", ""),
                "<db_server><set><id>" + server + "</id><port>1</port></set></db_server>",
                "<db_server><set-default><id>" + server + "</id></set-default></db_server>",
                by("db_server", "del", "id", server),
                by("db_server", "get", "id", server))) isRefused("1006", packet);
        isRefused("1013", assigned(foreign, own.id()));
        isRefused("1015", assigned(database, webspace.id()));
        isRefused("1013", usual(database, foreignUser));
        isRefused("1013", usual(foreign, foreignUser));
        isRefused("1013", by("database", "get-default-user", "db-id", foreign));
        biller.ask(by("database", "del-db", "id", database));
        biller = new Biller(address(), "admin", Given.PASSWORD);
    }

    @Test
    void theOldRestTellsServersAndUsualUsersFromTheSamePlace() {
        var program = new Program(address(), "").saying("Authorization", Program.basic("admin", Given.PASSWORD));
        var server = made(server("db6.example", "3309", "mysql", "<default/>"));
        var told = program.get("/api/v2/dbservers?id=" + server);
        assertThat(told.at("0/host")).isEqualTo("db6.example");
        assertThat(told.at("0/port")).isEqualTo("3309");
        assertThat(told.at("0/status")).isEqualTo("CONNECTION_FAILED");
        assertThat(told.at("0/is_default")).isEqualTo("true");
        assertThat(program.get("/api/v2/dbservers?id=1").at("0/is_default")).isEqualTo("false");
        var database = made(database(webspace.id(), kasse, ""));
        user(database, "eins");
        var second = user(database, "zwei");
        made(usual(database, second));
        assertThat(program.get("/api/v2/databases?domain=" + webspace.name()).at("0/default_user_id"))
                .isEqualTo(second);
        var all = program.post(
                "/api/v2/dbusers",
                "{\"login\":\"alle%s\",\"password\":\"geheim5\",\"parent_domain\":{\"id\":%d},\"server_id\":%s}"
                        .formatted(Given.unique(), webspace.id(), server));
        assertThat(program.get("/api/v2/dbusers?dbId=" + database).at("0/id")).isNotEmpty();
        assertThat(biller.ask(by("database", "get-db-users", "db-id", database)).numbers("//result/id"))
                .contains(all.number("id"));
        biller.ask(by("database", "del-db-user", "id", all.at("id")));
    }
}
