package org.wirt.xml;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wirt.access.ApiTokens;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Person;
import org.wirt.access.SignIn;
import org.wirt.speech.Languages;

/// Who is let in: by username and password, or by a secret key, with every packet anew.
@Component
class Entrance {

    private static final String LOGIN = "HTTP_AUTH_LOGIN";
    private static final String PASSWORD = "HTTP_AUTH_PASSWD";
    private static final String KEY = "KEY";
    private static final String ROOT = "root";
    private static final String ADMIN = "admin";

    private final SignIn signIn;
    private final ApiTokens tokens;
    private final Languages languages;

    Entrance(SignIn signIn, ApiTokens tokens, Languages languages) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.languages = languages;
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
        if (!key.isBlank()) return byKey(key.strip(), address);
        var login = header(request, LOGIN);
        if (login.isBlank()) throw wrong();
        return byPassword(login.strip(), header(request, PASSWORD), address);
    }

    private Exchange byKey(String key, String address) {
        return switch (tokens.enterByKey(key, address)) {
            case ApiTokens.Outcome.In(var program) -> {
                if (!program.scopes().isEverything())
                    throw new Fault(ErrorNumbers.NOT_PERMITTED, "This key is not for all areas.");
                yield exchange(program.person(), address);
            }
            case ApiTokens.Outcome.Suspended() -> throw disabled();
            case ApiTokens.Outcome.Wrong() ->
                throw new Fault(ErrorNumbers.WRONG_KEY, "The secret key is unknown, or not valid from this address.");
        };
    }

    private Exchange byPassword(String login, String password, String address) {
        var name = login.equalsIgnoreCase(ROOT) ? ADMIN : login;
        var request = UUID.randomUUID().toString();
        return switch (signIn.eachTime(name, password, address, request)) {
            case SignIn.Outcome.In(var _, var person) -> {
                if (!tokens.mayHave(person.loginId()))
                    throw new Fault(ErrorNumbers.NOT_PERMITTED, "Access to the remote interface is not permitted.");
                yield exchange(person, address);
            }
            case SignIn.Outcome.Wrong() -> throw wrong();
            case SignIn.Outcome.Wait(var time) ->
                throw new Fault(
                        ErrorNumbers.LOCKED,
                        "Too many wrong passwords. Try again in " + time.toSeconds() + " seconds.");
            case SignIn.Outcome.Suspended _, SignIn.Outcome.Deactivated _, SignIn.Outcome.NotInContract _ ->
                throw disabled();
        };
    }

    private static Fault wrong() {
        return new Fault(ErrorNumbers.WRONG_LOGIN, "You have entered incorrect username or password.");
    }

    private static Fault disabled() {
        return new Fault(ErrorNumbers.DISABLED, "The user account is disabled.");
    }

    /// Additional users have the panel: what their role grants is a matter of its pages.
    private Exchange exchange(Person person, String address) {
        if (!person.owner())
            throw new Fault(ErrorNumbers.NOT_PERMITTED, "Access to the remote interface is not permitted.");
        var caller = new Caller(
                person.scope(),
                person.loginId(),
                person.username(),
                "",
                person.rights(),
                Door.XML,
                address,
                UUID.randomUUID().toString());
        return new Exchange(caller, languages.words("en"));
    }
}
