package org.wirt.restv2;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.wirt.access.Door;
import org.wirt.database.Settings;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Fault;

/// Who is let in: by Basic authentication (RFC 7617) or by a secret key, with every request anew. The administrator,
/// and others where he has said so.
@Component
class Credentials {

    static final String OTHERS = "WIRT_REST_V2_FOR_OTHERS";

    private static final String BASIC = "Basic ";
    private static final String KEY = "X-API-Key";

    /// How our own command line calls itself. A claim: no right hangs on it, only a word in the log.
    private static final String COMMAND_LINE = "wirt-cli/";

    private final Dialect dialect;
    private final boolean others;

    Credentials(Dialect dialect, Settings settings) {
        this.dialect = dialect;
        this.others = settings.text(OTHERS, "false").equals("true");
    }

    /// @throws Fault saying why not
    Exchange admit(HttpServletRequest request) {
        var exchange = shown(request);
        if (!others && !exchange.isAdministrator())
            throw new Fault(ErrorNumbers.NOT_PERMITTED, "Only the administrator has access to this interface.");
        return exchange;
    }

    private Exchange shown(HttpServletRequest request) {
        var key = request.getHeader(KEY);
        if (key != null && !key.isBlank()) return dialect.byKey(key.strip(), door(request), request.getRemoteAddr());
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) throw missing();
        var pair = decoded(header.substring(BASIC.length()).strip());
        int colon = pair.indexOf(':');
        if (colon < 1) throw missing();
        return dialect.byPassword(
                pair.substring(0, colon).strip(), pair.substring(colon + 1), door(request), request.getRemoteAddr());
    }

    private static Door door(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent != null && agent.startsWith(COMMAND_LINE) ? Door.COMMAND_LINE : Door.REST_V2;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw missing();
        }
    }

    private static Fault missing() {
        return new Fault(ErrorNumbers.WRONG_LOGIN, "Authentication is required: Basic, or the header X-API-Key.");
    }
}
