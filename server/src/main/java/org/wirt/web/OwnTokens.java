package org.wirt.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.ApiTokens;
import org.wirt.access.Level;
import org.wirt.access.TokenScopes;
import org.wirt.operation.Verbs;
import org.wirt.value.InvalidValue;
import org.wirt.value.Network;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.AccountPage;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Option;

/// The tokens on the page of one's own account: which there are, and the form for another one.
@Component
class OwnTokens {

    /// Days, the usual number first.
    private static final List<Integer> LASTING = List.of(365, 90, 30);

    private static final String SOME = "some";
    private static final String SCOPE = "scope.";

    private final ApiTokens tokens;
    private final Verbs verbs;

    OwnTokens(ApiTokens tokens, Verbs verbs) {
        this.tokens = tokens;
        this.verbs = verbs;
    }

    /// What came of the form.
    ///
    /// @param fresh the new token, to be shown this once; empty: the form says what is wrong
    record Made(Form form, Optional<String> fresh) {}

    Made make(Visit visit) {
        var login = visit.session().person().loginId();
        if (!mayHave(visit, login)) throw new Refused(Refusal.notFound());
        var t = visit.t();
        var wrong = new LinkedHashMap<String, String>();
        var name = visit.parameter("name");
        if (name.isEmpty()) wrong.put("name", t.of("refusal.missing"));
        if (name.length() > ApiTokens.LONGEST_NAME)
            wrong.put("name", t.of("refusal.too-long", ApiTokens.LONGEST_NAME, name.length()));
        if (tokens.of(login).size() >= ApiTokens.MOST) wrong.put("", t.of("web.token.many", ApiTokens.MOST));
        var scopes = scopes(visit);
        if (scopes.isEmpty()) wrong.put("may", t.of("web.token.no-area"));
        var addresses = new ArrayList<Network>();
        try {
            for (var one : visit.parameter("addresses").split("[\\s,]+", -1))
                if (!one.isEmpty()) addresses.add(new Network(one));
        } catch (InvalidValue e) {
            wrong.put("addresses", Words.sentence(t, e.in("addresses")));
        }
        if (!wrong.isEmpty()) return new Made(new Form(Words.firsts(visit.parameters()), wrong, ""), Optional.empty());
        var lasting = LASTING.stream()
                .filter(days -> String.valueOf(days).equals(visit.parameter("lasting")))
                .findFirst()
                .map(Duration::ofDays);
        var shown = tokens.make(visit.caller(), new ApiTokens.Wanted(name, scopes.orElseThrow(), addresses, lasting));
        return new Made(empty(), Optional.of(shown));
    }

    /// Customers have keys of a dialect alone.
    private boolean mayHave(Visit visit, long login) {
        return visit.level() != Level.CUSTOMER && tokens.mayHave(login);
    }

    void revoke(Visit visit, UUID id) {
        tokens.revoke(visit.caller(), id);
    }

    static Form empty() {
        return Form.of(Map.of("lasting", String.valueOf(LASTING.getFirst()), "may", "read"));
    }

    /// Empty: of single kinds none was chosen.
    private Optional<TokenScopes> scopes(Visit visit) {
        if (!visit.parameter("may").equals(SOME))
            return Optional.of(TokenScopes.everything(visit.parameter("may").equals("write")));
        var words = new LinkedHashSet<String>();
        for (var kind : kinds(visit)) {
            var chosen = visit.parameter(SCOPE + kind);
            if (!chosen.isEmpty()) words.add(TokenScopes.word(kind, chosen.equals("write")));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new TokenScopes(words));
    }

    /// The kinds of objects that the caller has to do with.
    private Set<String> kinds(Visit visit) {
        return Stream.concat(
                        verbs.all().stream()
                                .filter(verb -> verb.mayUse(visit.caller()))
                                .map(Verbs.Known::kind),
                        Stream.of("audit"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Optional<AccountPage.Tokens> view(Visit visit, Form form, Optional<String> fresh) {
        var login = visit.session().person().loginId();
        if (visit.session().actingFor().isPresent() || !mayHave(visit, login)) return Optional.empty();
        var t = visit.t();
        var rows = tokens.of(login).stream()
                .map(one -> new AccountPage.TokenRow(
                        one.id().toString(),
                        one.name().isEmpty() ? t.of("web.token.unnamed") : one.name(),
                        may(visit, one.scopes()),
                        String.join(", ", one.addresses()),
                        one.expires(),
                        one.lastUsed()))
                .toList();
        var lasting = new ArrayList<Option>();
        for (var days : LASTING) lasting.add(new Option(String.valueOf(days), t.of("web.token.days", days)));
        lasting.add(new Option("", t.of("web.unlimited")));
        var may = List.of(
                new Option("read", t.of("web.token.reads")),
                new Option("write", t.of("web.token.writes")),
                new Option(SOME, t.of("web.token.some")));
        var levels = List.of(
                new Option("", t.of("web.token.area.none")),
                new Option("read", t.of("web.token.area.read")),
                new Option("write", t.of("web.token.area.write")));
        var areas = kinds(visit).stream()
                .map(kind -> new AccountPage.TokenArea(SCOPE + kind, t.of("web.object." + kind), levels))
                .toList();
        return Optional.of(new AccountPage.Tokens(rows, form, lasting, may, areas, fresh));
    }

    private static String may(Visit visit, TokenScopes scopes) {
        var t = visit.t();
        if (scopes.equals(TokenScopes.everything(true))) return t.of("web.token.writes");
        if (scopes.equals(TokenScopes.everything(false))) return t.of("web.token.reads");
        return scopes.words().stream()
                .sorted()
                .map(word -> t.of(
                        "web.token.area",
                        t.of("web.object." + word.substring(0, word.indexOf(':'))),
                        t.of("web.token.area"
                                + word.substring(word.indexOf(':')).replace(':', '.'))))
                .collect(Collectors.joining(", "));
    }
}
