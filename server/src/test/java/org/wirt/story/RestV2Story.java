package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What billing systems do through the older REST dialect, and what the servers make of it.
class RestV2Story extends RestV2Test {

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
        given.database.execute(
                "insert into wirt.mailbox (site_id, subscription_id, customer_id, reseller_id, node_id, local, password_hash, quota, answer_text) "
                        + "select id, subscription_id, customer_id, reseller_id, node_id, 'info', '', -1, 'Bin weg' from wirt.site where host = ?",
                host);
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
        assertThat(statistics.at("/email_postboxes").asInt()).isEqualTo(1);
        assertThat(statistics.at("/email_response_messages").asInt()).isEqualTo(1);

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
        assertThat(biller.get(records + "?domain=" + host).body().size())
                .as("and four that servers will say by themselves")
                .isEqualTo(5);
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
        assertThat(biller.put("/api/v2/dbusers/" + user.number("id"), "{\"login\":\"neu" + Given.unique() + "\"}")
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
        given.permit(reseller, "remote_api");
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
}
