package org.wirt.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.ApiTokens;
import org.wirt.access.People;
import org.wirt.access.Person;
import org.wirt.access.ScopedTransaction;
import org.wirt.access.TokenScopes;
import org.wirt.account.OwnerLogins;
import org.wirt.value.InvalidValue;
import org.wirt.value.Network;

/// Secret keys: what programs show in place of a login. Kept as hashes; afterwards each is known by its number.
@Component
class SecretKeyOperator implements Operator {

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("key"), Set.of());
    private static final int LONGEST = ApiTokens.LONGEST_NAME;

    private final ApiTokens tokens;
    private final OwnerLogins logins;
    private final People people;
    private final ScopedTransaction transaction;

    SecretKeyOperator(ApiTokens tokens, OwnerLogins logins, People people, ScopedTransaction transaction) {
        this.tokens = tokens;
        this.logins = logins;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("secret_key");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "create", Operation.of(this::create),
                "get_info", Operation.filtered(KINDS, this::get),
                "delete", Operation.filtered(KINDS, this::delete));
    }

    private void create(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            var caller = exchange.newDeed();
            long login = login(asked.text("login"), exchange);
            var text = asked.text("description");
            if (text.length() > LONGEST)
                throw Failed.invalid("The description is longer than " + LONGEST + " characters.");
            var wanted = new ApiTokens.Wanted(
                    text,
                    TokenScopes.everything(true),
                    addresses(asked.text("ip_address"), caller.address()),
                    Optional.empty());
            return new Element("result").add("status", "ok").add("key", tokens.makeKey(caller, login, wanted));
        });
    }

    /// Several are parted by commas; none means the one that asks.
    private static List<Network> addresses(String text, String asking) {
        var all = new ArrayList<Network>();
        try {
            for (var one : (text.isEmpty() ? asking : text).split("[\\s,]+", -1))
                if (!one.isEmpty()) all.add(new Network(one));
        } catch (InvalidValue _) {
            throw Failed.invalid("Wrong IP address: " + text);
        }
        return all;
    }

    /// Whose key it will be: the caller's own, or of an account in his sight that may have one.
    private long login(String username, Exchange exchange) {
        if (username.isEmpty()) return exchange.caller().loginId();
        long login = transaction
                .read(exchange.scope(), () -> logins.of(username))
                .map(OwnerLogins.OwnerLogin::id)
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "User does not exist."));
        if (!tokens.mayHave(login)) throw Failed.notPermitted();
        if (!people.person(login).map(Person::maySignIn).orElse(false))
            throw new Failed(ErrorNumbers.DISABLED, "The user account is disabled.");
        return login;
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        var filter = Filter.of(asked);
        if (filter.isAll()) {
            var all = transaction.read(exchange.scope(), logins::keys);
            if (all.isEmpty()) results.accept(new Element("result").add("status", "ok"));
            for (var key : all) results.accept(told(key, key.id().toString()));
            return;
        }
        for (var shown : filter.values()) exchange.tell(results, () -> told(found(shown, exchange), shown));
    }

    private ApiTokens.Key found(String shown, Exchange exchange) {
        return tokens.key(shown)
                .filter(key -> transaction.read(exchange.scope(), () -> logins.isInSight(key.loginId())))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Secret key does not exist."));
    }

    private static Element told(ApiTokens.Key key, String shown) {
        return new Element("result")
                .add("status", "ok")
                .add(new Element("key_info")
                        .add("key", shown)
                        .add("ip_address", String.join(",", key.addresses()))
                        .add("description", key.name())
                        .add("login", key.username()));
    }

    private void delete(Element asked, Exchange exchange, Consumer<Element> results) {
        var filter = Filter.of(asked);
        if (filter.isAll()) throw Failed.invalid("Name the keys that are to be deleted.");
        for (var shown : filter.values())
            exchange.tell(results, () -> {
                var key = found(shown, exchange);
                tokens.revoke(exchange.newDeed(), key.loginId(), key.id());
                return new Element("result").add("status", "ok").add("key", shown);
            });
    }
}
