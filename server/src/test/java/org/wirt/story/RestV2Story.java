package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;

/// What billing systems do through the older REST dialect, and what the servers make of it.
class RestV2Story extends PanelTest {

    @Autowired
    ApiTokens tokens;

    private Program biller;
    private String login;
    private String host;

    @BeforeEach
    void aBillingSystem() {
        given.administratorsPassword();
        biller = speaking("admin", Given.PASSWORD);
        login = "r" + Given.unique();
        host = Given.unique() + ".example";
    }

    private Program speaking(String name, String password) {
        return new Program(address(), "").saying("Authorization", Program.basic(name, password));
    }

    private long made(String path, String body) {
        var answer = biller.post(path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.at("guid")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return answer.number("id");
    }

    private long client(String type) {
        return made(
                "/api/v2/clients",
                "{\"name\":\"Ada Wirt\",\"login\":\"%s\",\"password\":\"kurz5\",\"email\":\"ada@gasthof.example\",\"type\":\"%s\",\"company\":\"Gasthof\",\"external_id\":\"crm-%s\",\"description\":\"Notiz\"}"
                        .formatted(login, type, login));
    }

    private long domain(String more) {
        return made(
                "/api/v2/domains",
                "{\"name\":\"%s\",\"hosting_type\":\"virtual\",\"hosting_settings\":{\"ftp_login\":\"f%s\",\"ftp_password\":\"geheim<&5\"},\"owner_client\":{\"login\":\"%s\"}%s}"
                        .formatted(host, Given.unique(), login, more));
    }

    private long live(String name) {
        return given.number(
                "select count(*) from node.sub s join wirt.subscription b on b.id = s.id where b.name = ? and s.live",
                name);
    }

    @Test
    void theFirstThingsThatClientsAsk() {
        assertThat(new Program(address(), "").get("/api/v2/swagger.json").at("swagger"))
                .isEqualTo("2.0");
        assertThat(biller.get("/api/v2/server").at("platform")).isEqualTo("Unix");
        assertThat(biller.get("/api/v2/server").at("guid")).isNotEmpty();
        assertThat(biller.get("/api/v2/clients/1").at("type")).isEqualTo("admin");
        assertThat(biller.get("/api/v2/server/ips").at("0/type")).isEqualTo("shared");
        assertThat(biller.get("/api/v2/extensions").body().size()).isZero();
        assertThat(biller.get("/api/v2/nirgends").status()).isEqualTo(404);
        assertThat(biller.get("/api/v2/nirgends").at("message")).isNotEmpty();
    }

    @Test
    void nobodyComesInWithoutCredentials() {
        var nobody = new Program(address(), "").get("/api/v2/clients");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.at("code")).isEqualTo("1001");
        assertThat(nobody.headers().get("www-authenticate")).startsWith("Basic");
        assertThat(speaking("admin", "falsch").get("/api/v2/clients").status()).isEqualTo(401);
        assertThat(new Program(address(), "")
                        .saying("X-API-Key", "falsch")
                        .get("/api/v2/clients")
                        .status())
                .isEqualTo(401);
        var customer = given.customer("Kunde");
        assertThat(speaking(customer.username(), Given.PASSWORD)
                        .get("/api/v2/clients")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aKeyIsMadeUsedAndTakenAway() {
        var made = biller.post("/api/v2/auth/keys", "{\"description\":\"Rechnungen\"}");
        assertThat(made.status()).isEqualTo(201);
        var keyed = new Program(address(), "").saying("X-API-Key", made.at("key"));
        assertThat(keyed.get("/api/v2/clients/1").status()).isEqualTo(200);
        assertThat(biller.delete("/api/v2/auth/keys/" + made.at("key")).at("status"))
                .isEqualTo("success");
        assertThat(biller.delete("/api/v2/auth/keys/" + made.at("key")).status())
                .isEqualTo(404);
        soon(() -> keyed.get("/api/v2/clients/1").status() == 401);
        var elsewhere = biller.post("/api/v2/auth/keys", "{\"ips\":[\"192.0.2.7\",\"2001:db8::7\"]}")
                .at("key");
        assertThat(new Program(address(), "")
                        .saying("X-API-Key", elsewhere)
                        .get("/api/v2/server")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aClientIsMadeReadChangedSuspendedAndDeleted() {
        long id = client("customer");
        var read = biller.get("/api/v2/clients/" + id);
        assertThat(read.at("login")).isEqualTo(login);
        assertThat(read.at("name")).isEqualTo("Ada Wirt");
        assertThat(read.at("company")).isEqualTo("Gasthof");
        assertThat(read.at("owner_login")).isEqualTo("admin");
        assertThat(read.at("external_id")).isEqualTo("crm-" + login);
        assertThat(read.at("description")).isEqualTo("Notiz");
        assertThat(read.at("locale")).matches("de-DE|en-US");
        assertThat(read.number("status")).isZero();

        domain("");
        var changed = biller.put("/api/v2/clients/" + id, "{\"company\":\"\",\"email\":\"neu@gasthof.example\"}");
        assertThat(changed.number("id")).isEqualTo(id);
        assertThat(biller.get("/api/v2/clients/" + id).at("company")).isEmpty();
        assertThat(biller.get("/api/v2/clients/" + id).at("name")).isEqualTo("Ada Wirt");

        assertThat(biller.put("/api/v2/clients/" + id + "/suspend", "").at("status"))
                .isEqualTo("success");
        assertThat(live(host)).isZero();
        assertThat(biller.get("/api/v2/clients/" + id).number("status")).isEqualTo(16);
        assertThat(biller.post("/api/v2/clients/" + id + "/activate", "").at("status"))
                .isEqualTo("success");
        assertThat(live(host)).isEqualTo(1);

        assertThat(biller.get("/api/v2/clients/" + id + "/domains").at("0/name"))
                .isEqualTo(host);
        var statistics = biller.get("/api/v2/clients/" + id + "/statistics").body();
        assertThat(statistics.propertyNames())
                .containsExactlyInAnyOrder(
                        "active_domains",
                        "subdomains",
                        "disk_space",
                        "email_postboxes",
                        "email_redirects",
                        "email_response_messages",
                        "mailing_lists",
                        "databases",
                        "traffic",
                        "traffic_prevday");
        assertThat(statistics.at("/active_domains").asInt()).isEqualTo(1);

        assertThat(biller.delete("/api/v2/clients/" + id).number("id")).isEqualTo(id);
        assertThat(biller.get("/api/v2/clients/" + id).status()).isEqualTo(404);
        assertThat(biller.delete("/api/v2/clients/" + id).status()).isEqualTo(404);
        assertThat(live(host)).isZero();
    }

    @Test
    void aClientThatCannotBeMadeIsToldWhy() {
        client("customer");
        var body =
                "{\"name\":\"Ada\",\"login\":\"%s\",\"password\":\"kurz5\",\"email\":\"a@b.example\",\"type\":\"%s\"}";
        var taken = biller.post("/api/v2/clients", body.formatted(login, "customer"));
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.at("message")).contains("already exists");
        assertThat(biller.post("/api/v2/clients", body.formatted(login + "x", "gast"))
                        .status())
                .isEqualTo(400);
        var nameless = biller.post("/api/v2/clients", "{\"login\":\"x\",\"type\":\"customer\"}");
        assertThat(nameless.status()).isEqualTo(400);
        assertThat(nameless.at("message")).contains("name");
        assertThat(biller.post("/api/v2/clients", "kein JSON").status()).isEqualTo(400);
        assertThat(biller.put("/api/v2/clients/1/suspend", "").status()).isEqualTo(403);
    }

    @Test
    void aResellerHasCustomersWhoseOwnerIsTold() {
        client("reseller");
        var reseller = login;
        login = "r" + Given.unique();
        long customer = made(
                "/api/v2/clients",
                "{\"name\":\"Bea\",\"login\":\"%s\",\"password\":\"kurz5\",\"email\":\"b@gasthof.example\",\"type\":\"customer\",\"owner_login\":\"%s\"}"
                        .formatted(login, reseller));
        assertThat(biller.get("/api/v2/clients/" + customer).at("owner_login")).isEqualTo(reseller);
        assertThat(biller.put("/api/v2/clients/" + customer, "{\"owner_login\":\"admin\"}")
                        .status())
                .isEqualTo(200);
        assertThat(biller.get("/api/v2/clients/" + customer).at("owner_login")).isEqualTo("admin");
        var logins = biller.get("/api/v2/clients").body().findValuesAsString("login");
        assertThat(logins).contains(reseller, login);
    }

    @Test
    void aSubscriptionIsMadeSuspendedAndDeletedByItsDomain() {
        client("customer");
        assertThat(biller.get("/api/v2/domains?name=" + host).body().size()).isZero();
        long id = domain("");
        assertThat(live(host)).isEqualTo(1);
        var found = biller.get("/api/v2/domains?name=" + host);
        assertThat(found.body().size()).isEqualTo(1);
        assertThat(found.number("0/id")).isEqualTo(id);
        assertThat(found.at("0/hosting_type")).isEqualTo("virtual");
        assertThat(found.number("0/base_domain_id")).isZero();
        assertThat(found.at("0/www_root")).endsWith("/httpdocs");
        assertThat(biller.get("/api/v2/domains/" + id + "/client").at("login")).isEqualTo(login);

        var status = "/api/v2/domains/" + id + "/status";
        assertThat(biller.get(status).at("status")).isEqualTo("active");
        assertThat(biller.put(status, "{\"status\":\"suspended\"}").at("status"))
                .isEqualTo("success");
        assertThat(biller.get(status).at("status")).isEqualTo("suspended");
        assertThat(live(host)).isZero();
        assertThat(biller.put(status, "{\"status\":\"active\"}").status()).isEqualTo(200);
        assertThat(live(host)).isEqualTo(1);
        assertThat(biller.put(status, "{\"status\":\"disabled\"}").status()).isEqualTo(200);
        assertThat(biller.get(status).at("status")).isEqualTo("disabled");
        assertThat(biller.put(status, "{\"status\":\"active\"}").status()).isEqualTo(200);
        assertThat(biller.get(status).at("status")).isEqualTo("active");
        assertThat(biller.put(status, "{\"status\":\"anders\"}").status()).isEqualTo(400);

        var shop = "shop." + host;
        long second = made(
                "/api/v2/domains",
                "{\"name\":\"%s\",\"hosting_type\":\"virtual\",\"base_domain\":{\"name\":\"%s\"}}"
                        .formatted(shop, host));
        assertThat(biller.get("/api/v2/domains/" + second).number("base_domain_id"))
                .isEqualTo(id);
        assertThat(biller.delete("/api/v2/domains/" + second).number("id")).isEqualTo(second);
        assertThat(biller.delete("/api/v2/domains/" + id).number("id")).isEqualTo(id);
        assertThat(biller.get("/api/v2/domains/" + id).status()).isEqualTo(404);
        assertThat(live(host)).isZero();
    }

    @Test
    void aSubscriptionThatCannotBeMadeIsToldWhy() {
        client("customer");
        for (var wrong : new String[] {
            ",\"owner_client\":{\"login\":\"gibtsnicht\"}",
            ",\"owner_client\":{\"login\":\"%s\"},\"plan\":{\"name\":\"gibt es nicht\"}".formatted(login),
            ",\"hosting_type\":\"virtual\"",
            ",\"hosting_type\":\"standard_forwarding\"",
            ",\"ip_addresses\":[\"192.0.2.99\"]",
            ",\"base_domain\":{\"id\":888888888888}",
            ",\"base_domain\":{}"
        }) {
            var answer = biller.post("/api/v2/domains", "{\"name\":\"%s\"%s}".formatted(host, wrong));
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.at("message")).as(wrong).isNotEmpty();
        }
        assertThat(given.number("select count(*) from wirt.subscription where name = ?", host))
                .isZero();
    }

    @Test
    void ftpUsersAreMadeChangedAndRemoved() {
        client("customer");
        long id = domain("");
        var name = "g" + Given.unique();
        var made = biller.post(
                "/api/v2/ftpusers",
                "{\"name\":\"%s\",\"password\":\"geheim<&5\",\"parent_domain\":{\"id\":%d},\"home\":\"/httpdocs\"}"
                        .formatted(name, id));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        assertThat(made.number("parent_domain")).isEqualTo(id);
        assertThat(made.at("permissions/write")).isEqualTo("true");
        assertThat(biller.get("/api/v2/ftpusers?name=" + name).at("0/home")).isEqualTo("/httpdocs");
        assertThat(biller.get("/api/v2/ftpusers?domain=" + host).body().size()).isEqualTo(1);
        assertThat(biller.put("/api/v2/ftpusers/" + name, "{\"password\":\"anders<&5\"}")
                        .at("status"))
                .isEqualTo("success");
        assertThat(biller.put("/api/v2/ftpusers/" + name, "{\"quota\":\"1000\"}")
                        .status())
                .isEqualTo(400);
        assertThat(biller.delete("/api/v2/ftpusers/" + name).status()).isEqualTo(200);
        assertThat(biller.delete("/api/v2/ftpusers/" + name).status()).isEqualTo(404);
        assertThat(biller.get("/api/v2/ftpusers?name=" + name).body().size()).isZero();
    }

    @Test
    void recordsOfADomainAreMadeChangedAndRemoved() {
        client("customer");
        domain("");
        var records = "/api/v2/dns/records";
        var made = biller.post(
                records + "?domain=" + host,
                "{\"type\":\"MX\",\"host\":\"\",\"value\":\"mx.example.org\",\"opt\":\"20\"}");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        assertThat(made.at("host")).isEqualTo(host + ".");
        assertThat(made.at("opt")).isEqualTo("20");
        long id = made.number("id");
        assertThat(biller.put(records + "/" + id, "{\"value\":\"mx2.example.org.\",\"ttl\":600}")
                        .at("status"))
                .isEqualTo("success");
        var read = biller.get(records + "/" + id);
        assertThat(read.at("value")).isEqualTo("mx2.example.org.");
        assertThat(read.number("ttl")).isEqualTo(600);
        assertThat(read.at("opt")).isEqualTo("20");
        assertThat(biller.get(records + "?domain=" + host).body().size()).isEqualTo(1);
        assertThat(biller.get(records).status()).isEqualTo(400);
        assertThat(biller.delete(records + "/" + id).status()).isEqualTo(200);
        assertThat(biller.get(records + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void databasesAreKept() {
        client("customer");
        long id = domain("");
        var database = biller.post(
                "/api/v2/databases",
                "{\"name\":\"shop%s\",\"type\":\"mysql\",\"parent_domain\":{\"name\":\"%s\"}}"
                        .formatted(Given.unique(), host));
        assertThat(database.status()).as(database.body().toString()).isEqualTo(200);
        assertThat(database.number("parent_domain")).isEqualTo(id);
        long number = database.number("id");
        var user = biller.post(
                "/api/v2/dbusers",
                "{\"login\":\"u%s\",\"password\":\"geheim<&5\",\"database_id\":%d}".formatted(Given.unique(), number));
        assertThat(user.status()).isEqualTo(200);
        assertThat(biller.get("/api/v2/dbusers?dbId=" + number).number("0/id")).isEqualTo(user.number("id"));
        assertThat(biller.get("/api/v2/databases?domain=" + host).number("0/default_user_id"))
                .isEqualTo(user.number("id"));
        assertThat(biller.get("/api/v2/dbservers").number("0/db_count")).isPositive();
        assertThat(biller.put("/api/v2/dbusers/" + user.number("id"), "{\"login\":\"neu\"}")
                        .status())
                .isEqualTo(200);
        assertThat(biller.delete("/api/v2/dbusers/" + user.number("id")).status())
                .isEqualTo(200);
        assertThat(biller.delete("/api/v2/databases/" + number).status()).isEqualTo(200);
        assertThat(biller.delete("/api/v2/databases/" + number).status()).isEqualTo(404);
    }

    @Test
    void aResellerSeesNothingOfOthers() {
        client("customer");
        long foreign = domain("");
        var reseller = given.reseller("Reseller");
        given.database.execute(
                "update wirt.reseller set permissions = permissions || '{\"remote_api\":true}' where account_id = ?",
                reseller.id());
        var other = speaking(reseller.username(), Given.PASSWORD);
        assertThat(other.get("/api/v2/clients").body().size()).isEqualTo(1);
        assertThat(other.get("/api/v2/domains").body().size()).isZero();
        var missing = other.get("/api/v2/domains/888888888888");
        assertThat(other.get("/api/v2/domains/" + foreign).body()).isEqualTo(missing.body());
        assertThat(other.get("/api/v2/domains?name=" + host).body().size()).isZero();
        assertThat(other.delete("/api/v2/domains/" + foreign).status()).isEqualTo(404);
    }

    @Test
    void whatWasDoneHereIsLoggedWithThisDoor() {
        long id = client("customer");
        biller.put("/api/v2/clients/" + id + "/suspend", "");
        assertThat(given.number(
                        "select count(*) from wirt.audit where object_id = ? and verb in ('customer.create', 'customer.suspend') and door = 'REST_V2' and outcome = 'DONE'",
                        id))
                .isEqualTo(2);
    }

    @Test
    void whatStaysDarkIsNotSaidToBeActive() {
        long owner = client("customer");
        long id = domain("");
        var status = "/api/v2/domains/" + id + "/status";
        biller.put(status, "{\"status\":\"suspended\"}");
        biller.put("/api/v2/clients/" + owner + "/suspend", "");
        var answer = biller.put(status, "{\"status\":\"active\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.number("code")).isEqualTo(1023);
        assertThat(answer.at("message")).contains(host, "stays suspended");
        assertThat(given.number("select reasons from wirt.subscription where id = ?", id))
                .as("its own reason is gone")
                .isZero();
        assertThat(biller.put(status, "{\"status\":\"active\"}").status())
                .as("nothing left to take away")
                .isEqualTo(400);
        assertThat(biller.get(status).at("status")).isEqualTo("suspended");
        biller.put("/api/v2/clients/" + owner + "/activate", "");
        assertThat(biller.put(status, "{\"status\":\"active\"}").status()).isEqualTo(200);
        assertThat(live(host)).isEqualTo(1);
    }

    @Test
    void aCustomerOfASuspendedResellerIsNotSaidToBeActive() {
        long reseller = client("reseller");
        var name = login;
        login = "r" + Given.unique();
        long customer = made(
                "/api/v2/clients",
                "{\"name\":\"Bea\",\"login\":\"%s\",\"password\":\"kurz5\",\"email\":\"b@gasthof.example\",\"type\":\"customer\",\"owner_login\":\"%s\"}"
                        .formatted(login, name));
        biller.put("/api/v2/clients/" + reseller + "/suspend", "");
        assertThat(biller.put("/api/v2/clients/" + customer + "/activate", "").status())
                .isEqualTo(400);
        biller.put("/api/v2/clients/" + reseller + "/activate", "");
        assertThat(biller.put("/api/v2/clients/" + customer + "/activate", "").status())
                .isEqualTo(200);
    }

    @Test
    void aDomainComesBackAsItWas() {
        client("customer");
        domain("");
        long bare = made(
                "/api/v2/domains",
                "{\"name\":\"bare.%s\",\"hosting_type\":\"none\",\"base_domain\":{\"name\":\"%s\"}}"
                        .formatted(host, host));
        var status = "/api/v2/domains/" + bare + "/status";
        assertThat(biller.get(status).at("status")).isEqualTo("active");
        for (var off : new String[] {"suspended", "disabled"}) {
            assertThat(biller.put(status, "{\"status\":\"%s\"}".formatted(off)).status())
                    .isEqualTo(200);
            assertThat(biller.get(status).at("status")).isEqualTo(off);
            assertThat(biller.put(status, "{\"status\":\"active\"}").status()).isEqualTo(200);
            assertThat(biller.get(status).at("status")).isEqualTo("active");
            assertThat(biller.get("/api/v2/domains/" + bare).at("hosting_type")).isEqualTo("none");
            assertThat(given.number("select count(*) from wirt.site where id = ? and disabled", bare))
                    .isEqualTo(1);
        }
        assertThat(biller.put("/api/v2/domains/" + bare, "{\"hosting_type\":\"virtual\"}")
                        .status())
                .isEqualTo(200);
        biller.put(status, "{\"status\":\"disabled\"}");
        assertThat(biller.get("/api/v2/domains/" + bare).at("hosting_type")).isEqualTo("virtual");
        biller.put(status, "{\"status\":\"active\"}");
        assertThat(given.number("select count(*) from wirt.site where id = ? and disabled", bare))
                .isZero();
    }

    @Test
    void aSettingThatIsNotTakenIsRefused() {
        client("customer");
        var wish =
                "{\"name\":\"%s\",\"owner_client\":{\"login\":\"%s\"},\"hosting_type\":\"%s\",\"hosting_settings\":{\"ftp_login\":\"%s\",\"ftp_password\":\"geheim<&5\"%s}}";
        for (var more : new String[] {
            ",\"www_root\":\"public\"",
            ",\"ftp_password_type\":\"crypt\"",
            ",\"shell\":{\"path\":\"/bin/sh\"}",
            ",\"php\":\"vielleicht\""
        })
            assertThat(biller.post("/api/v2/domains", wish.formatted(host, login, "virtual", "f" + login, more))
                            .status())
                    .as(more)
                    .isEqualTo(400);
        assertThat(biller.post("/api/v2/domains", wish.formatted(host, login, "none", "f" + login, ""))
                        .status())
                .isEqualTo(400);
        var root = biller.post("/api/v2/domains", wish.formatted(host, login, "virtual", "root", ""));
        assertThat(root.status()).isEqualTo(400);
        assertThat(root.at("message")).contains("belongs to the server");
        long id = made(
                "/api/v2/domains",
                wish.formatted(host, login, "virtual", "f" + login, ",\"www_root\":\"/httpdocs\",\"php\":true"));
        var told = biller.get("/api/v2/domains/" + id).at("www_root");
        var change = "{\"hosting_settings\":{\"www_root\":\"%s\"}}";
        assertThat(biller.put("/api/v2/domains/" + id, change.formatted(told)).status())
                .as("as it is told")
                .isEqualTo(200);
        var other = biller.put("/api/v2/domains/" + id, change.formatted("public"));
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.number("code")).isEqualTo(1017);
        assertThat(biller.post(
                                "/api/v2/domains",
                                "{\"name\":\"shop.%s\",\"base_domain\":{\"id\":%d},\"hosting_settings\":{\"ftp_login\":\"anders\"}}"
                                        .formatted(host, id))
                        .status())
                .isEqualTo(400);
        assertThat(biller.post(
                                "/api/v2/ftpusers",
                                "{\"name\":\"www-data\",\"password\":\"geheim<&5\",\"parent_domain\":{\"id\":%d}}"
                                        .formatted(id))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whateverIsAskedTheAnswerIsJson() {
        for (var accept : new String[] {"text/html", "quatsch", "image/png"}) {
            assertThat(biller.saying("Accept", accept).get("/api/v2/server").status())
                    .isEqualTo(200);
            assertThat(biller.saying("Accept", accept).get("/api/v2/nirgends").status())
                    .isEqualTo(404);
        }
        for (var type : new String[] {
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "quatsch"
        }) {
            var answer = biller.saying("Content-Type", type).post("/api/v2/clients", "{\"name\":\"Ada\"}");
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.at("message")).contains("application/json");
        }
        assertThat(biller.get("/api/v2//clients").status()).isEqualTo(400);
        assertThat(biller.get("/api/v2/clients;x=1/1").at("message")).isNotEmpty();
    }

    @Test
    void whatIsNoTextIsNotTaken() {
        for (var path : new String[] {"/domains?name=%00", "/domains?name=%FF", "/ftpusers?name=a%00b"}) {
            var answer = biller.get("/api/v2" + path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.at("message")).isNotEmpty();
        }
        var body =
                "{\"name\":\"%s\",\"login\":\"%s\",\"password\":\"%s\",\"email\":\"a@b.example\",\"type\":\"customer\"}";
        assertThat(biller.post("/api/v2/clients", body.formatted("Ada", login, "kurz\\u00005"))
                        .number("code"))
                .isEqualTo(1019);
        assertThat(biller.post("/api/v2/clients", body.formatted("A\\u0000da", login, "kurz5"))
                        .number("code"))
                .isEqualTo(1019);
        assertThat(biller.post("/api/v2/clients", body.formatted("A\\ud800da", login, "kurz5"))
                        .number("code"))
                .isEqualTo(1019);
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        long id = client("customer");
        assertThat(biller.get("/api/v2/clients/0x" + Long.toHexString(id)).status())
                .isEqualTo(404);
        assertThat(biller.get("/api/v2/clients/" + id + "/").number("id")).isEqualTo(id);
        assertThat(biller.put("/api/v2/clients/" + id, "{\"status\":1.5}").status())
                .isEqualTo(400);
        assertThat(biller.get("/api/v2/clients/1/statistics").status()).isEqualTo(200);
    }

    @Test
    void anEmptyPasswordIsRefused() {
        long id = client("customer");
        assertThat(biller.put("/api/v2/clients/" + id, "{\"password\":\"\"}").status())
                .isEqualTo(400);
        long web = domain("");
        assertThat(biller.put("/api/v2/domains/" + web, "{\"hosting_settings\":{\"ftp_password\":\"\"}}")
                        .status())
                .isEqualTo(400);
        var name = "g" + Given.unique();
        biller.post(
                "/api/v2/ftpusers",
                "{\"name\":\"%s\",\"password\":\"geheim<&5\",\"parent_domain\":{\"id\":%d}}".formatted(name, web));
        assertThat(biller.put("/api/v2/ftpusers/" + name, "{\"password\":\"\"}").status())
                .isEqualTo(400);
    }

    @Test
    void aPlanThatIsNotThereIsAMistakeOfTheBody() {
        client("customer");
        long id = domain("");
        var answer = biller.put("/api/v2/domains/" + id, "{\"plan\":{\"name\":\"gibt es nicht\"}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.number("code")).isEqualTo(1013);
    }

    @Test
    void whatABodySaysInVainIsRefused() {
        long customer = client("customer");
        long id = domain("");
        long second = made("/api/v2/domains", "{\"name\":\"shop.%s\",\"base_domain\":{\"id\":%d}}".formatted(host, id));
        for (var more : new String[] {
            ",\"owner_client\":{\"login\":\"admin\"}",
            ",\"plan\":{\"name\":\"Unlimited\"}",
            ",\"ip_addresses\":[\"127.0.0.1\"]"
        })
            assertThat(biller.post(
                                    "/api/v2/domains",
                                    "{\"name\":\"blog.%s\",\"base_domain\":{\"id\":%d}%s}".formatted(host, id, more))
                            .number("code"))
                    .as(more)
                    .isEqualTo(1017);
        assertThat(biller.put("/api/v2/domains/" + second, "{\"owner_client\":{\"login\":\"admin\"}}")
                        .number("code"))
                .isEqualTo(1017);
        assertThat(biller.put("/api/v2/domains/" + second, "{\"base_domain\":{\"id\":888888888888}}")
                        .status())
                .isEqualTo(400);
        assertThat(biller.put("/api/v2/domains/" + second, "{\"base_domain\":{\"name\":\"%s\"}}".formatted(host))
                        .status())
                .isEqualTo(200);
        assertThat(biller.put("/api/v2/clients/" + customer, "{\"type\":\"reseller\"}")
                        .number("code"))
                .isEqualTo(1017);
        assertThat(biller.post(
                                "/api/v2/clients",
                                "{\"name\":\"Rita\",\"login\":\"x%1$s\",\"password\":\"kurz5\",\"email\":\"r@b.example\",\"type\":\"reseller\",\"owner_login\":\"%1$s\"}"
                                        .formatted(login))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void twoWhoMakeTheSameAtOnceAreToldThatItExists() {
        client("customer");
        var answers = atOnce(
                6,
                n -> biller.post(
                        "/api/v2/domains",
                        "{\"name\":\"%s\",\"hosting_type\":\"virtual\",\"hosting_settings\":{\"ftp_login\":\"f%s\",\"ftp_password\":\"geheim<&5\"},\"owner_client\":{\"login\":\"%s\"}}"
                                .formatted(host, login + n, login)));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.number("code") == 1007))
                .hasSize(5);
    }

    @Test
    void ofSeveralWhoTakeAUsernameAtOnceOneGetsIt() {
        var body =
                "{\"name\":\"Ada\",\"login\":\"%s\",\"password\":\"kurz5\",\"email\":\"a@b.example\",\"type\":\"customer\"}"
                        .formatted(login);
        var answers = atOnce(6, _ -> biller.post("/api/v2/clients", body));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.number("code") == 1007))
                .hasSize(5);
    }

    @Test
    void severalWhoChangeTheSameAtOnceAllGetTheirTurn() {
        long id = client("customer");
        var answers = atOnce(
                6,
                n -> biller.put(
                        "/api/v2/clients/" + id, "{\"company\":\"C%1$d\",\"description\":\"D%1$d\"}".formatted(n)));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        var read = biller.get("/api/v2/clients/" + id);
        assertThat(read.at("company").substring(1))
                .isEqualTo(read.at("description").substring(1));
    }

    private static List<Program.Answer> atOnce(int many, IntFunction<Program.Answer> asked) {
        try (var threads = Executors.newFixedThreadPool(many)) {
            return IntStream.range(0, many)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> asked.apply(n), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }
}
