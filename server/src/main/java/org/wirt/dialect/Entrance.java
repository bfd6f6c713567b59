package org.wirt.dialect;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wirt.access.ApiTokens;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Pace;
import org.wirt.access.Person;
import org.wirt.access.SignIn;
import org.wirt.database.Settings;
import org.wirt.speech.Languages;

/// Who is let in: by username and password, or by a secret key, each time anew.
@Component
class Entrance {

    private static final String ROOT = "root";
    private static final String ADMIN = "admin";

    private static final String PACE = "WIRT_DIALECT_REQUESTS_PER_MINUTE";

    /// Billing systems ask in bursts, once a night.
    private static final int USUAL_PACE = 6_000;

    private final SignIn signIn;
    private final ApiTokens tokens;
    private final Languages languages;
    private final Pace pace;

    Entrance(SignIn signIn, ApiTokens tokens, Languages languages, Settings settings) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.languages = languages;
        this.pace = new Pace(settings.number(PACE, USUAL_PACE));
    }

    Exchange byKey(String key, Door door, String address) {
        return switch (tokens.enterByKey(key, address)) {
            case ApiTokens.Outcome.In(var program) -> {
                if (!program.scopes().isEverything())
                    throw new Fault(ErrorNumbers.NOT_PERMITTED, "This key is not for all areas.");
                yield exchange(program.person(), door, address);
            }
            case ApiTokens.Outcome.Suspended() -> throw disabled();
            case ApiTokens.Outcome.NotInContract() -> throw notInContract();
            case ApiTokens.Outcome.Wrong() ->
                throw new Fault(ErrorNumbers.WRONG_KEY, "The secret key is unknown, or not valid from this address.");
        };
    }

    Exchange byPassword(String login, String password, Door door, String address) {
        if (login.isBlank()) throw wrong();
        var name = login.equalsIgnoreCase(ROOT) ? ADMIN : login;
        var request = UUID.randomUUID().toString();
        return switch (signIn.eachTime(name, password, address, request)) {
            case SignIn.Outcome.In(var _, var person) -> {
                if (!tokens.mayHave(person.loginId())) throw notInContract();
                yield exchange(person, door, address);
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

    private static Fault notInContract() {
        return new Fault(ErrorNumbers.NOT_PERMITTED, "Access to the remote interface is not permitted.");
    }

    private static Fault disabled() {
        return new Fault(ErrorNumbers.DISABLED, "The user account is disabled.");
    }

    /// Additional users have the panel: what their role grants is a matter of its pages.
    private Exchange exchange(Person person, Door door, String address) {
        if (!person.owner()) throw notInContract();
        var asked = pace.ask(person.loginId());
        if (!asked.granted())
            throw new Fault(
                    ErrorNumbers.LOCKED,
                    "Too many requests. Try again in " + Pace.seconds(asked.again()) + " seconds.");
        var caller = new Caller(
                person.scope(),
                person.loginId(),
                person.username(),
                "",
                person.rights(),
                door,
                address,
                UUID.randomUUID().toString());
        return new Exchange(caller, languages.words("en"));
    }
}
