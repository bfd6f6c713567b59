package org.wirt.rest;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.operation.Verbs;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.Sha256;
import tools.jackson.databind.json.JsonMapper;

/// The `ETag` of what is told about one object (RFC 9110 8.8.3): of all that is told, so that whatever changes is seen.
@Component
class Tags {

    /// Whoever tells about objects of some kinds one by one.
    interface Telling {

        boolean tells(String kind);

        /// What is told of one; empty where there is none. Call within a scoped transaction.
        Optional<?> told(String kind, long id);
    }

    private static final int LENGTH = 22;
    private static final String MAKING = ".create";

    private final List<Telling> all;
    private final JsonMapper json;

    Tags(List<Telling> all, JsonMapper json) {
        this.all = all;
        this.json = json;
    }

    static String of(JsonMapper json, Object body) {
        var hash = Sha256.of(json.writeValueAsString(body));
        return "\"" + Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH) + "\"";
    }

    /// Whether a deed is on something that has a tag. What something is made in is told otherwise.
    boolean knows(Verbs.Known<?, ?> verb) {
        return !verb.name().endsWith(MAKING) && all.stream().anyMatch(one -> one.tells(verb.kind()));
    }

    /// Call within a scoped transaction.
    ///
    /// @throws Refused where it is not as one of these tags says
    void require(Versions.Known known, String kind, long id) {
        var told = all.stream()
                .filter(one -> one.tells(kind))
                .findFirst()
                .flatMap(one -> one.told(kind, id))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        if (!known.matches(of(json, told))) throw new Refused(Refusal.state(Versions.CHANGED));
    }
}
