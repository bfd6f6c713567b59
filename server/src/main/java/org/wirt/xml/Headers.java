package org.wirt.xml;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.springframework.stereotype.Component;
import org.wirt.access.Door;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Fault;

/// What a packet's headers say of its sender: username and password, or a secret key.
@Component
class Headers {

    private static final String LOGIN = "HTTP_AUTH_LOGIN";
    private static final String PASSWORD = "HTTP_AUTH_PASSWD";
    private static final String KEY = "KEY";

    private final Dialect dialect;

    Headers(Dialect dialect) {
        this.dialect = dialect;
    }

    /// A header in whichever spelling a client's library sends it: with underscores or dashes.
    static String header(HttpServletRequest request, String name) {
        for (var sent : Collections.list(request.getHeaderNames()))
            if (sent.replace('-', '_').equalsIgnoreCase(name)) {
                var value = request.getHeader(sent);
                return value == null ? "" : utf8(value);
            }
        return "";
    }

    /// The server reads headers byte by byte; clients send UTF-8.
    private static String utf8(String header) {
        if (header.chars().allMatch(c -> c < 0x80)) return header;
        var bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return header;
        }
    }

    /// @throws Fault saying why not
    Exchange admit(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var key = header(request, KEY);
        if (!key.isBlank()) return dialect.byKey(key.strip(), Door.XML, address);
        var login = header(request, LOGIN);
        return dialect.byPassword(login.strip(), header(request, PASSWORD), Door.XML, address);
    }
}
