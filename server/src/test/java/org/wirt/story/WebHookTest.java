package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.access.ApiTokens;
import org.wirt.value.WebHookSecret;

/// A reseller with customers and a program, and somebody who listens elsewhere: what the stories of web hooks share.
abstract class WebHookTest extends PanelTest {

    @Autowired
    ApiTokens tokens;

    final Receiver receiver = new Receiver();
    final WebHookSecret secret = WebHookSecret.random();
    Given.Account reseller;
    Given.Account customer;
    Given.Account other;
    Program program;

    @BeforeEach
    void aResellerWithCustomersAndAProgram() {
        reseller = given.reseller("Netzwirt Haken");
        given.permit(reseller, "remote_api");
        customer = given.customer("Gasthof Angel", reseller);
        other = given.customer("Pension Rute", reseller);
        program = new Program(address(), given.token(tokens, reseller));
    }

    @AfterEach
    void nobodyListensAnyMore() {
        receiver.close();
        given.database.execute("delete from wirt.web_hook where url like 'http://%'");
    }

    long hook(String path, String... types) {
        return made(program, reseller, receiver.address(path), types);
    }

    long made(Program by, Given.Account of, String url, String... types) {
        var answer = create(by, of, url, types);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.number("made");
    }

    Program.Answer create(Program by, Given.Account of, String url, String... types) {
        var list = types.length == 0 ? "" : "\"" + String.join("\",\"", types) + "\"";
        return by.post("/api/v1/verbs/web-hook.create", """
                {"ids": [%d], "input": {"name": "Abrechnung", "url": "%s", "types": [%s], "secret": "%s"}}
                """.formatted(of.id(), url, list, secret.text()));
    }

    Program.Answer deed(String verb, long id, String input) {
        return program.post("/api/v1/verbs/" + verb, "{\"ids\":[" + id + "],\"input\":{" + input + "}}");
    }

    void suspend(Given.Account account) {
        assertThat(deed("customer.suspend", account.id(), "").status()).isEqualTo(200);
    }

    void activate(Given.Account account) {
        assertThat(deed("customer.activate", account.id(), "").status()).isEqualTo(200);
    }

    static String signature(WebHookSecret secret, Receiver.Got got) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Base64.getDecoder().decode(secret.text().substring("whsec_".length())), "HmacSHA256"));
        var signed = got.id() + "." + got.headers().get("Webhook-timestamp") + "." + got.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    static String signatureOf(Receiver.Got got) {
        return got.headers().get("Webhook-signature");
    }
}
