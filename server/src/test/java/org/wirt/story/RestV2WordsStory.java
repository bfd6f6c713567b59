package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Every word of a request of the older REST dialect counts: what means nothing here, and what contradicts another
/// word, is refused, and then nothing has happened.
class RestV2WordsStory extends RestV2Test {

    private static final String PASSWORD = "geheim<&5";

    private long another() {
        host = Given.unique() + ".example";
        return domain("");
    }

    private long database(long webspace) {
        return biller.post(
                        "/api/v2/databases",
                        "{\"name\":\"d%s\",\"type\":\"mysql\",\"parent_domain\":{\"id\":%d}}"
                                .formatted(Given.unique(), webspace))
                .number("id");
    }

    @Test
    void aDisabledWebsiteStaysSoWhereItsDomainCannotBecomeActive() {
        long owner = client("customer");
        long id = domain("");
        var status = "/api/v2/domains/" + id + "/status";
        biller.put(status, "{\"status\":\"disabled\"}");
        biller.put("/api/v2/clients/" + owner + "/suspend", "");
        isRefused(1023, biller.put(status, "{\"status\":\"active\"}"));
        biller.put("/api/v2/clients/" + owner + "/activate", "");
        assertThat(biller.get(status).at("status")).isEqualTo("disabled");
        assertThat(given.number("select count(*) from wirt.site where id = ? and disabled", id))
                .isEqualTo(1);
        assertThat(biller.put(status, "{\"status\":\"active\"}").status()).isEqualTo(200);
        assertThat(biller.get(status).at("status")).isEqualTo("active");
    }

    @Test
    void aDomainKeepsTheNumberThatModulesGiveIt() {
        client("customer");
        long id = domain(",\"external_id\":\"order-1\",\"description\":\"Bestellung\"");
        var kept =
                "select value from wirt.kept where subject = 'subscription' and subject_id = ? and name = 'external-id'";
        assertThat(given.text(kept, id)).isEqualTo("order-1");
        biller.put("/api/v2/domains/" + id, "{\"external_id\":\"order-2\"}");
        assertThat(given.text(kept, id)).isEqualTo("order-2");
    }

    @Test
    void aPropertyThatNobodyKnowsIsRefused() {
        long customer = client("customer");
        long id = domain("");
        isRefused(1014, biller.put("/api/v2/clients/" + customer, "{\"company\":\"Neu\",\"pasword\":\"x\"}"));
        assertThat(biller.get("/api/v2/clients/" + customer).at("company")).isEqualTo("Gasthof");
        isRefused(1014, biller.put("/api/v2/domains/" + id, "{\"foo\":1}"));
        isRefused(1014, biller.put("/api/v2/domains/" + id, "{\"base_domain\":{\"id\":%d,\"foo\":1}}".formatted(id)));
        isRefused(1014, biller.put("/api/v2/domains/" + id + "/status", "{\"status\":\"active\",\"foo\":1}"));
        isRefused(1014, biller.post("/api/v2/auth/keys", "{\"foo\":1}"));
        isRefused(1014, biller.post("/api/v2/cli/customer/call", "{\"params\":[\"--list\"],\"foo\":1}"));
        isRefused(1014, biller.put("/api/v2/ftpusers/x", "{\"permissions\":{\"exec\":\"true\"}}"));
        var message = biller.put("/api/v2/clients/" + customer, "{\"pasword\":\"x\"}");
        assertThat(message.at("message")).contains("pasword");
    }

    @Test
    void whatIsNamedInSeveralWaysIsOneThing() {
        client("customer");
        long first = domain("");
        var name = host;
        long second = another();
        var site = "{\"name\":\"shop.%s\",%s}";
        for (var parent : new String[] {
            "\"base_domain\":{\"id\":%d,\"name\":\"%s\"}".formatted(second, name),
            "\"base_domain\":{\"id\":%d},\"parent_domain\":{\"id\":%d}".formatted(second, first),
            "\"base_domain\":{\"id\":%d,\"name\":\"gibt-es-nicht.example\"}".formatted(second)
        }) isRefused(1014, biller.post("/api/v2/domains", site.formatted(host, parent)));
        made(
                "/api/v2/domains",
                site.formatted(host, "\"base_domain\":{\"id\":%d,\"name\":\"%s\"}".formatted(second, host)));
        made(
                "/api/v2/domains",
                site.formatted(
                        "a." + host,
                        "\"base_domain\":{\"id\":%1$d},\"parent_domain\":{\"id\":%1$d}".formatted(second)));
        var owned = "{\"name\":\"%s\",\"owner_client\":{\"id\":1,\"login\":\"%s\"}}";
        isRefused(1014, biller.post("/api/v2/domains", owned.formatted("x." + host, login)));
        assertThat(biller.put("/api/v2/domains/" + second, owned.formatted(host, "admin"))
                        .status())
                .isEqualTo(200);
        isRefused(
                1014,
                biller.post(
                        "/api/v2/ftpusers",
                        "{\"name\":\"u%s\",\"password\":\"%s\",\"parent_domain\":{\"id\":%d,\"name\":\"%s\"}}"
                                .formatted(Given.unique(), PASSWORD, first, host)));
    }

    @Test
    void whatIsSaidAsEmptyIsRefused() {
        long customer = client("customer");
        long id = domain("");
        for (var plan : new String[] {"{\"name\":\"\"}", "{}", "{\"name\":\" \"}"}) {
            isRefused(1019, biller.put("/api/v2/domains/" + id, "{\"plan\":%s}".formatted(plan)));
            isRefused(
                    1019,
                    biller.post(
                            "/api/v2/domains",
                            "{\"name\":\"x.%s\",\"owner_client\":{\"login\":\"%s\"},\"plan\":%s}"
                                    .formatted(host, login, plan)));
        }
        isRefused(1019, biller.put("/api/v2/clients/" + customer, "{\"locale\":\"\"}"));
        isRefused(1019, biller.put("/api/v2/clients/" + customer, "{\"owner_login\":\"\"}"));
    }

    @Test
    void anFtpUserIsFoundInTheDomainThatIsNamedBesideIt() {
        client("customer");
        long first = domain("");
        var name = host;
        another();
        var user = "u" + Given.unique();
        biller.post(
                "/api/v2/ftpusers",
                "{\"name\":\"%s\",\"password\":\"%s\",\"parent_domain\":{\"id\":%d}}".formatted(user, PASSWORD, first));
        var asked = "/api/v2/ftpusers?name=" + user + "&domain=";
        assertThat(biller.get(asked + name).body().size()).isEqualTo(1);
        assertThat(biller.get(asked + host).body().size()).isZero();
        isRefused(404, 1013, biller.get(asked + "gibt-es-nicht.example"));
        isRefused(1013, biller.put("/api/v2/ftpusers/" + user, "{\"parent_domain\":{\"id\":888888888888}}"));
    }

    @Test
    void aDatabaseUserIsOfTheDatabaseThatIsNamed() {
        client("customer");
        long first = domain("");
        long second = another();
        long database = database(first);
        var user = "{\"login\":\"%s\",\"password\":\"%s\",\"database_id\":%d,\"parent_domain\":{\"id\":%d}}";
        isRefused(1014, biller.post("/api/v2/dbusers", user.formatted("eins", PASSWORD, database, second)));
        isRefused(1013, biller.post("/api/v2/dbusers", user.formatted("eins", PASSWORD, database, 888888888888L)));
        isRefused(1013, biller.post("/api/v2/dbusers", user.formatted("eins", PASSWORD, 888888888888L, first)));
        var made = biller.post("/api/v2/dbusers", user.formatted("eins", PASSWORD, database, first));
        assertThat(made.status()).isEqualTo(200);
        var path = "/api/v2/dbusers/" + made.number("id");
        isRefused(1014, biller.put(path, "{\"database_id\":%d}".formatted(database(second))));
        isRefused(1019, biller.put(path, "{\"login\":\"\"}"));
        assertThat(biller.put(path, "{\"login\":\"zwei\"}").status()).isEqualTo(200);
        assertThat(biller.get("/api/v2/dbusers?dbId=" + database).at("0/login")).isEqualTo("zwei");
        isRefused(404, 1013, biller.get("/api/v2/dbusers?dbId=888888888888"));
        for (var none : new String[] {"/dbusers?dbId=", "/dbusers?dbId=x", "/dbservers?id=x"})
            isRefused(1019, biller.get("/api/v2" + none));
    }

    @Test
    void whatABodyNamesAndIsMissingIsAMistakeOfTheBody() {
        client("customer");
        long id = domain("");
        isRefused(
                1013,
                biller.post(
                        "/api/v2/ftpusers",
                        "{\"name\":\"u%s\",\"password\":\"%s\",\"parent_domain\":{\"id\":888888888888}}"
                                .formatted(Given.unique(), PASSWORD)));
        isRefused(
                1013,
                biller.post(
                        "/api/v2/databases",
                        "{\"name\":\"d%s\",\"type\":\"mysql\",\"parent_domain\":{\"id\":%d},\"server_id\":99999}"
                                .formatted(Given.unique(), id)));
    }
}
