package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The older REST dialect says nothing that is not so: what stays dark is not active, what is said in vain is refused,
/// and of several who want the same at once each hears what became of his wish.
class RestV2TruthStory extends RestV2Test {

    @Test
    void whatStaysDarkIsNotSaidToBeActive() {
        long owner = client("customer");
        long id = domain("");
        var status = "/api/v2/domains/" + id + "/status";
        biller.put(status, "{\"status\":\"suspended\"}");
        biller.put("/api/v2/clients/" + owner + "/suspend", "");
        var answer = biller.put(status, "{\"status\":\"active\"}");
        isRefused(1023, answer);
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
        isRefused(1017, other);
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
        isRefused(1019, biller.post("/api/v2/clients", body.formatted("Ada", login, "kurz\\u00005")));
        isRefused(1019, biller.post("/api/v2/clients", body.formatted("A\\u0000da", login, "kurz5")));
        isRefused(1019, biller.post("/api/v2/clients", body.formatted("A\\ud800da", login, "kurz5")));
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
        isRefused(1013, answer);
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
            isRefused(
                    1017,
                    biller.post(
                            "/api/v2/domains",
                            "{\"name\":\"blog.%s\",\"base_domain\":{\"id\":%d}%s}".formatted(host, id, more)));
        isRefused(1017, biller.put("/api/v2/domains/" + second, "{\"owner_client\":{\"login\":\"admin\"}}"));
        assertThat(biller.put("/api/v2/domains/" + second, "{\"base_domain\":{\"id\":888888888888}}")
                        .status())
                .isEqualTo(400);
        assertThat(biller.put("/api/v2/domains/" + second, "{\"base_domain\":{\"name\":\"%s\"}}".formatted(host))
                        .status())
                .isEqualTo(200);
        isRefused(1017, biller.put("/api/v2/clients/" + customer, "{\"type\":\"reseller\"}"));
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
