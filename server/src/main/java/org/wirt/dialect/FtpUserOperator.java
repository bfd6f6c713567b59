package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.FtpLogin;
import org.wirt.hosting.FtpLogins;
import org.wirt.hosting.Homes;
import org.wirt.subscription.SubscriptionDirectory;
import org.wirt.value.DirectoryName;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refused;

/// Additional FTP accounts. The system user of a subscription is told with its hosting.
@Component
class FtpUserOperator implements Operator {

    private static final Set<String> VALUES = Set.of("name", "password", "home", "quota", "permissions");
    private static final String MAKING = "create-non-existent";
    private static final String MISSING = "FTP user does not exist";
    private static final List<String> WEBSPACES = List.of("webspace-id", "webspace-name");
    private static final Filter.Kinds KINDS =
            new Filter.Kinds(Set.of("id", "name"), Set.of("webspace-id", "webspace-name"));

    private final FtpLogins logins;
    private final SubscriptionDirectory subscriptions;
    private final Homes homes;
    private final Matches matches;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    FtpUserOperator(
            FtpLogins logins,
            SubscriptionDirectory subscriptions,
            Homes homes,
            Matches matches,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.logins = logins;
        this.subscriptions = subscriptions;
        this.homes = homes;
        this.matches = matches;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("ftp-user");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "add", Operation.needing(this::add, "name", "password").choosing("", WEBSPACES),
                "get", Operation.filtered(KINDS, this::get).choosing("", WEBSPACES),
                "set", Operation.changing(KINDS, VALUES, this::set).choosing("", WEBSPACES),
                "del", Operation.filtered(KINDS, this::del).choosing("", WEBSPACES));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            refuseLimits(asked);
            var webspace = transaction
                    .read(exchange.scope(), () -> webspace(asked))
                    .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, WebspaceOperator.MISSING));
            var input = new LinkedHashMap<String, String>();
            input.put("login", asked.text("name"));
            input.put("password", asked.needed("password").exactly());
            input.put("directory", home(exchange, asked, webspace));
            return new Element("result")
                    .add("status", "ok")
                    .add("id", deeds.make(exchange, "ftp.create", webspace, input));
        });
    }

    /// The folder that is said, from the home of the subscription: made where it is missing, unless that is said to be
    /// wrong.
    private String home(Exchange exchange, Element said, long webspace) {
        var home = said.text("home").replaceFirst("^/+", "");
        if (said.has(MAKING) && !Forms.bool(said.text(MAKING))) refuseMissing(exchange, webspace, home);
        return home;
    }

    private void refuseMissing(Exchange exchange, long webspace, String home) {
        var whose = transaction
                .read(exchange.scope(), () -> subscriptions.read(webspace))
                .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, WebspaceOperator.MISSING));
        boolean there = homes.on(whose.node())
                .hasFolder(whose.home(), folder(home))
                .orElseThrow(() -> new Failed(
                        ErrorNumbers.NOT_SUPPORTED,
                        "Whether a folder exists is known to its server alone: " + MAKING + " is true there."));
        if (!there) throw Failed.invalid("The folder does not exist.");
    }

    private static DirectoryName folder(String home) {
        try {
            return new DirectoryName(home);
        } catch (InvalidValue e) {
            throw new Refused(e.in("directory"));
        }
    }

    /// All logins of a subscription share its disk space, and may read and write.
    private static void refuseLimits(Element asked) {
        var quota = asked.text("quota");
        if (!quota.isEmpty() && !quota.equals("-1"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "An FTP user has no quota of his own.");
        asked.child("permissions").ifPresent(permissions -> {
            for (var one : permissions.children())
                if (!Forms.bool(one.text()))
                    throw new Failed(ErrorNumbers.NOT_SUPPORTED, "An FTP user may always read and write.");
        });
    }

    /// The subscription that is named beside the filter, or of one that is to be made.
    private Optional<Long> webspace(Element asked) {
        var named = asked.has("webspace-id") ? "webspace-id" : "webspace-name";
        return webspace(named, asked.text(named));
    }

    private Optional<Long> webspace(String by, String value) {
        return by.equals("webspace-id")
                ? Ids.number(value).flatMap(subscriptions::byId)
                : Optional.of(value).filter(name -> !name.isEmpty()).flatMap(subscriptions::byName);
    }

    /// Beside a filter a subscription narrows it: nobody else's login is meant.
    private Matches.Finder finder(Element asked) {
        boolean narrow = WEBSPACES.stream().anyMatch(asked::has);
        return new Matches.Finder() {
            @Override
            public Optional<Long> one(String kind, String value) {
                var found = kind.equals("id")
                        ? Ids.number(value).map(id -> logins.load(List.of(id))).orElseGet(List::of)
                        : logins.named(value);
                var within = narrow ? webspace(asked) : Optional.<Long>empty();
                return additional(found).values().stream()
                        .filter(one ->
                                !narrow || within.equals(Optional.of(one.space().id())))
                        .map(FtpLogin::id)
                        .findFirst();
            }

            @Override
            public List<Long> after(String kind, String value, long after, int most) {
                if (kind.isEmpty() && !narrow) return logins.additional(Optional.empty(), after, most);
                var whose = kind.isEmpty() ? webspace(asked) : webspace(kind, value);
                return whose.filter(id -> !narrow || webspace(asked).equals(Optional.of(id)))
                        .map(id -> logins.additional(Optional.of(id), after, most))
                        .orElseGet(List::of);
            }
        };
    }

    private static Map<Long, FtpLogin> additional(List<FtpLogin> logins) {
        return logins.stream().filter(one -> !one.main()).collect(Collectors.toMap(FtpLogin::id, one -> one));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.read(
                exchange,
                Filter.of(asked),
                KINDS,
                finder(asked),
                ids -> additional(logins.load(ids)),
                MISSING,
                (result, one) -> result.add("name", one.name())
                        .add("home", "/" + one.directory())
                        .add("quota", -1)
                        .add(new Element("permissions").add("read", true).add("write", true))
                        .add("webspace-id", one.space().id()),
                results);
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        var values = asked.needed("values");
        each(
                asked,
                exchange,
                results,
                id -> deeds.together(
                        exchange,
                        () -> logins.load(List.of(id)).stream().findFirst(),
                        MISSING,
                        one -> change(exchange, one, values)));
    }

    private void change(Exchange exchange, FtpLogin one, Element values) {
        refuseLimits(values);
        Forms.name(values).ifPresent(name -> deeds.start(exchange, "ftp.rename", one.id(), Map.of("login", name)));
        // An empty one is no slash: nobody is shown the whole subscription by a field that was left empty.
        Forms.filled(values, "home").ifPresent(_ -> {
            var home = home(exchange, values, one.space().id());
            deeds.start(exchange, "ftp.folder", one.id(), Map.of("directory", home.isEmpty() ? "." : home));
        });
        values.child("password").ifPresent(said -> {
            if (said.exactly().isEmpty()) throw Failed.invalid("The password is empty.");
            deeds.start(exchange, "ftp.password", one.id(), Map.of("password", said.exactly()));
        });
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        each(asked, exchange, results, id -> deeds.start(exchange, "ftp.remove", id, Map.of()));
    }

    private void each(Element asked, Exchange exchange, Consumer<Element> results, Matches.Work work) {
        matches.each(exchange, Filter.of(asked), KINDS, finder(asked), MISSING, work, results);
    }
}
