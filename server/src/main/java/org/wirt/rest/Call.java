package org.wirt.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.wirt.access.ApiTokens;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// One request of a program: on whose behalf, in which words.
record Call(HttpServletRequest request, ApiTokens.Program program, Texts t) {

    /// The same key twice is one deed (draft-ietf-httpapi-idempotency-key-header).
    static final String KEY = "Idempotency-Key";

    /// Whoever is let in sees what he has bought, or the one that he is limited to.
    private static final String EVERYBODYS = "subscription";

    /// How our own client names itself.
    private static final String COMMAND_LINE = "wirt-cli/";

    private static final int LONGEST_KEY = 200;

    Caller caller() {
        var key = Optional.ofNullable(request.getHeader(KEY)).map(String::strip).filter(k -> !k.isEmpty());
        if (key.filter(k -> k.length() > LONGEST_KEY).isPresent())
            throw new Refused(
                    Refusal.invalid(KEY, "too-long", LONGEST_KEY, key.get().length()));
        var id = key.map(k -> program.token() + " " + k)
                .orElseGet(() -> UUID.randomUUID().toString());
        return program.caller(door(), request.getRemoteAddr(), id);
    }

    /// What the audit tells of the way in. The header is a claim that anybody can make: no right hangs on it.
    private Door door() {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent != null && agent.startsWith(COMMAND_LINE) ? Door.COMMAND_LINE : Door.JSON;
    }

    /// The token must be for changing objects of that kind.
    void changes(String kind) {
        if (!program.scopes().writes(kind))
            throw new Refused(Refusal.notPermitted(
                    program.scopes().writesAnything() ? "token-out-of-scope" : "token-reads-only"));
    }

    /// The token must be for looking at objects of that kind.
    void looksAt(String kind) {
        var rights = program.person().rights();
        if (!kind.equals(EVERYBODYS) && !rights.mayUse(kind + "."))
            throw new Refused(Refusal.notPermitted("role-too-low"));
        if (!program.scopes().reads(kind)) throw new Refused(Refusal.notPermitted("token-out-of-scope"));
    }
}
