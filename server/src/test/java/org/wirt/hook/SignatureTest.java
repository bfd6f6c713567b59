package org.wirt.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirt.value.WebHookSecret;

/// The figures are those of the public test suite of Standard Webhooks; `openssl dgst -sha256 -mac HMAC` gives the
/// same.
class SignatureTest {

    private static final WebHookSecret SECRET = new WebHookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final long SECONDS = 1_614_265_330;

    @Test
    void isThatOfTheStandard() {
        assertThat(Signature.of(SECRET, ID, SECONDS, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isAnotherForAnotherNumberTimeOrBody() {
        var signed = Signature.of(SECRET, ID, SECONDS, BODY);
        assertThat(Signature.of(SECRET, "msg_other", SECONDS, BODY)).isNotEqualTo(signed);
        assertThat(Signature.of(SECRET, ID, SECONDS + 1, BODY)).isNotEqualTo(signed);
        assertThat(Signature.of(SECRET, ID, SECONDS, BODY + " ")).isNotEqualTo(signed);
        assertThat(Signature.of(WebHookSecret.random(), ID, SECONDS, BODY)).isNotEqualTo(signed);
    }

    @Test
    void aSecretThatIsMadeHas32BytesAndTellsNobody() {
        var made = WebHookSecret.random();
        assertThat(made.key()).hasSize(32);
        assertThat(made.text()).startsWith("whsec_");
        assertThat(made.toString()).doesNotContain(made.text().substring(6));
    }
}
