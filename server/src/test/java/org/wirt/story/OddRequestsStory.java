package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How requests are made: an odd one is answered with a problem, too, and the description says what one needs.
class OddRequestsStory extends ProgramTest {

    @Test
    void whatCannotBeAskedSoIsAProblemToo() {
        var program = program(true).saying("Accept-Language", "en");
        refused(program.get("/api/v1/events?after=abc"), "after", "number-form");
        refused(program.get("/api/v1/events?after=1&size=viel"), "size", "number-form");
        var put = program.put("/api/v1/customers", "{}");
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.headers().get("allow")).contains("GET");
        assertThat(put.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(program.delete("/api/v1/customers/" + customer.id()).status())
                .isEqualTo(405);
        assertThat(program.delete("/api/v1/nowhere").status()).isEqualTo(404);
        assertThat(program.saying("Content-Type", "text/plain")
                        .post("/api/v1/verbs/customer.suspend", on(customer))
                        .status())
                .isEqualTo(415);
        for (var odd : List.of("/api//v1/customers", "/api/v1/customers/7;x=1", "/api/v1/%2e%2e/customers")) {
            var answer = program.get(odd);
            assertThat(answer.status()).as(odd).isEqualTo(400);
            assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        }
        assertThat(program.saying("Content-Type", "*/*")
                        .post("/api/v1/verbs/customer.suspend", on(customer))
                        .status())
                .isEqualTo(415);
        var xml = program.saying("Accept", "application/xml").get("/api/v1/customers");
        assertThat(xml.status()).isEqualTo(406);
        assertThat(xml.headers().get("content-type")).startsWith("application/problem+json");
    }

    @Test
    void aSchemeIsOneInAnyCase() {
        var token = token(false);
        for (var scheme : List.of("bearer ", "BEARER "))
            assertThat(new Program(address(), "")
                            .saying("Authorization", scheme + token)
                            .get("/api/v1")
                            .status())
                    .isEqualTo(200);
    }

    @Test
    void whatIsAlwaysNeededIsDescribedSo() {
        var schemas = program(true).get("/api/v1/openapi.json").body().at("/components/schemas");
        for (var needed : Map.of(
                        "CustomerLoginInput", "username",
                        "CustomerMoveInput", "target",
                        "SubscriptionSubscriberInput", "subscriber",
                        "DnsCreateInput", "value",
                        "MailboxCreateInput", "password",
                        "FtpCreateInput", "password",
                        "FtpPasswordInput", "password",
                        "MailboxPasswordInput", "password",
                        "SubscriptionCreateInput", "systemUserPassword",
                        "UserPasswordInput", "repeat")
                .entrySet())
            assertThat(schemas.at("/" + needed.getKey() + "/required").toString())
                    .as(needed.getKey())
                    .contains("\"" + needed.getValue() + "\"");
        assertThat(schemas.at("/DnsCreateInput/properties/type/enum").toString())
                .as("as it is told")
                .contains("\"MX\"");
        assertThat(schemas.at("/CustomerInformationInput/required").toString()).doesNotContain("version");
        assertThat(schemas.at("/WebHookCreateInput/properties/types/type").asString())
                .isEqualTo("array");
        assertThat(schemas.at("/PlanCreateInput/properties/limit/description").asString())
                .contains("bytes");
        assertThat(schemas.at("/MailboxQuotaInput/properties/quota/description").asString())
                .contains("Bytes");
    }
}
