package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;

/// A billing system that speaks the older REST dialect, and what its stories share: clients and domains that it makes,
/// and what the servers know.
abstract class RestV2Test extends PanelTest {

    Program biller;
    String login;
    String host;

    @BeforeEach
    void aBillingSystem() {
        given.administratorsPassword();
        biller = speaking("admin", Given.PASSWORD);
        login = "r" + Given.unique();
        host = Given.unique() + ".example";
    }

    Program speaking(String name, String password) {
        return new Program(address(), "").saying("Authorization", Program.basic(name, password));
    }

    long made(String path, String body) {
        var answer = biller.post(path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.at("guid")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return answer.number("id");
    }

    long client(String type) {
        return made(
                "/api/v2/clients",
                "{\"name\":\"Ada Wirt\",\"login\":\"%s\",\"password\":\"kurz5\",\"email\":\"ada@gasthof.example\",\"type\":\"%s\",\"company\":\"Gasthof\",\"external_id\":\"crm-%s\",\"description\":\"Notiz\"}"
                        .formatted(login, type, login));
    }

    long domain(String more) {
        return made(
                "/api/v2/domains",
                "{\"name\":\"%s\",\"hosting_type\":\"virtual\",\"hosting_settings\":{\"ftp_login\":\"f%s\",\"ftp_password\":\"geheim<&5\"},\"owner_client\":{\"login\":\"%s\"}%s}"
                        .formatted(host, Given.unique(), login, more));
    }

    long live(String name) {
        return given.number(
                "select count(*) from node.sub s join wirt.subscription b on b.id = s.id where b.name = ? and s.live",
                name);
    }

    void isRefused(int code, Program.Answer answer) {
        isRefused(400, code, answer);
    }

    void isRefused(int status, int code, Program.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.number("code")).as(answer.body().toString()).isEqualTo(code);
    }
}
