package org.wirt.operation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.wirt.database.Home;
import org.wirt.value.Sha256;
import tools.jackson.databind.json.JsonMapper;

/// What a request asked for, so that one with the same id but another wish is told from its repetition. Secrets are
/// part of it by a hash under a key that the database does not hold: what is kept of a password must not tell it to
/// whoever tries words.
@Component
class Fingerprints {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WAY = "HmacSHA256";

    private final SecretKeySpec key;

    Fingerprints(Home home) {
        this.key = new SecretKeySpec(home.secret("request-fingerprints").getBytes(StandardCharsets.UTF_8), WAY);
    }

    String of(Verbs.Known<?, ?> verb, Selection selection, Map<String, List<String>> parameters) {
        var plain = text(verb.name(), selection, Inputs.keepable(verb.input(), parameters));
        var secrets = Inputs.secrets(verb.input(), parameters);
        return hash(
                secrets.isEmpty()
                        ? plain
                        : plain + "\n" + keyed(plain + "\n" + JSON.writeValueAsString(new TreeMap<>(secrets))));
    }

    String ofRetry(long job) {
        return hash(text("retry", Selection.one(job), Map.of()));
    }

    private static String text(String verb, Selection selection, Map<String, List<String>> kept) {
        var targets = switch (selection) {
            case Selection.These(var ids) -> ids.toString();
            case Selection.Matching(var filter) -> JSON.writeValueAsString(new TreeMap<>(filter));
        };
        return verb + "\n" + targets + "\n" + JSON.writeValueAsString(new TreeMap<>(kept));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    private String keyed(String text) {
        try {
            var mac = Mac.getInstance(WAY);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
