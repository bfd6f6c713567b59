package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.subscription.SubscriptionDirectory;

/// Who may use databases: one of them, or all of a subscription on one server. They are kept, and no password is.
@Component
class DatabaseUsers {

    static final String KIND = "database-user";

    private static final String MISSING = "Database user does not exist";
    private static final String DATABASE = "db-id";
    private static final String WEBSPACE = "webspace-id";

    /// Of a database, among what is kept of it.
    private static final String CHOSEN = "default-user-id";

    /// From where a user may come, each list kept as lines.
    private static final Map<String, String> ORIGINS = Map.of("acl", "host", "allow-access-from", "ip-address");

    static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of(DATABASE));

    private final SubscriptionDirectory subscriptions;
    private final DbServers servers;
    private final KeptObjects kept;
    private final KeptMatches matches;
    private final ScopedTransaction transaction;

    DatabaseUsers(
            SubscriptionDirectory subscriptions,
            DbServers servers,
            KeptObjects kept,
            KeptMatches matches,
            ScopedTransaction transaction) {
        this.subscriptions = subscriptions;
        this.servers = servers;
        this.kept = kept;
        this.matches = matches;
        this.transaction = transaction;
    }

    /// Those that a database has for itself.
    List<KeptObjects.One> own(KeptObjects.One database) {
        var id = Long.toString(database.id());
        return kept.of(KIND, database.subjectId()).stream()
                .filter(user -> user.text(DATABASE).equals(id))
                .toList();
    }

    private static boolean mayUse(KeptObjects.One user, KeptObjects.One database) {
        if (!user.text(DATABASE).isEmpty()) return user.text(DATABASE).equals(Long.toString(database.id()));
        return user.subjectId() == database.subjectId()
                && user.text(DbServers.SERVER).equals(database.text(DbServers.SERVER));
    }

    /// The one that was chosen, or else the first that a database has for itself.
    Optional<Long> usual(KeptObjects.One database) {
        return Ids.number(database.text(CHOSEN))
                .flatMap(id -> kept.find(KIND, id))
                .filter(user -> mayUse(user, database))
                .or(() -> own(database).stream().findFirst())
                .map(KeptObjects.One::id);
    }

    void choose(Exchange exchange, KeptObjects.One database, String id) {
        var user = find(id);
        if (!mayUse(user, database)) throw Failed.invalid("The user is none of this database.");
        var data = new LinkedHashMap<>(database.data());
        data.put(CHOSEN, Long.toString(user.id()));
        if (!data.equals(database.data())) kept.change(exchange, database, database.name(), data);
    }

    private KeptObjects.One find(String id) {
        return Ids.number(id)
                .flatMap(number -> kept.held(KIND, number))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
    }

    void add(Element asked, Exchange exchange, Consumer<Element> results) {
        Supplier<KeptObjects.New> user = () -> {
            var login = DatabaseNames.login(asked.text("login"));
            Forms.refuseNoPassword(asked);
            var data = new LinkedHashMap<String, String>();
            data.put("login", login);
            data.putAll(origins(asked));
            long webspace = asked.has(DATABASE) ? ofOne(asked, data) : ofAll(asked, data);
            kept.refuseUser(login, server(data), 0);
            return new KeptObjects.New(KIND, Kept.Subject.SUBSCRIPTION, webspace, login, data);
        };
        matches.add(exchange, user, results);
    }

    /// Of one database, or of all that a subscription has on one server; two of these ways are none.
    static void checkWhose(Element asked) {
        if (!asked.has(DATABASE)) {
            asked.needed(WEBSPACE);
            asked.needed(DbServers.SERVER);
        } else if (asked.has(WEBSPACE)) {
            throw Fault.malformed("Only one is expected of " + DATABASE + ", " + WEBSPACE);
        }
    }

    /// On which a user is: his own, or that of his database.
    private String server(Map<String, String> user) {
        return Ids.number(user.getOrDefault(DATABASE, ""))
                .flatMap(id -> kept.find(DatabaseOperator.KIND, id))
                .map(database -> database.text(DbServers.SERVER))
                .orElseGet(() -> user.getOrDefault(DbServers.SERVER, ""));
    }

    /// @return the subscription
    private long ofOne(Element asked, Map<String, String> data) {
        var database = Ids.number(asked.text(DATABASE))
                .flatMap(id -> kept.held(DatabaseOperator.KIND, id))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, DatabaseOperator.MISSING));
        var server = asked.text(DbServers.SERVER);
        if (!server.isEmpty() && servers.find(server).id() != Long.parseLong(database.text(DbServers.SERVER)))
            throw Failed.invalid("The database is one of another server.");
        data.put(DATABASE, Long.toString(database.id()));
        return database.subjectId();
    }

    private long ofAll(Element asked, Map<String, String> data) {
        data.put(DATABASE, "");
        data.put(DbServers.SERVER, Long.toString(servers.serving(asked.text(DbServers.SERVER))));
        return Ids.number(asked.text(WEBSPACE))
                .flatMap(subscriptions::byId)
                .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, WebspaceOperator.MISSING));
    }

    /// What is said of a user besides its login, or refused: no role, and no password, is kept.
    private static Map<String, String> origins(Element asked) {
        for (var other : Map.of("role", "readWrite", "password-type", "plain").entrySet())
            if (!Set.of("", other.getValue()).contains(asked.text(other.getKey())))
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, other.getKey() + " is not supported.");
        var kept = new LinkedHashMap<String, String>();
        ORIGINS.forEach((list, one) -> asked.child(list)
                .ifPresent(said -> kept.put(
                        list,
                        said.all(one).stream()
                                .map(Element::text)
                                .filter(from -> !from.isEmpty())
                                .map(DatabaseNames::origin)
                                .collect(Collectors.joining("\n")))));
        return kept;
    }

    private static Element origins(KeptObjects.One user, String list, String usual) {
        var told = new Element(list);
        user.data().getOrDefault(list, usual).lines().forEach(from -> told.add(ORIGINS.getOrDefault(list, ""), from));
        return told;
    }

    /// @param of which of a database's users are meant by its number
    private KeptMatches.Ways ways(Predicate of) {
        return new KeptMatches.Ways(
                KIND,
                MISSING,
                Set.of(),
                Map.of(
                        DATABASE,
                        id -> Ids.number(id).flatMap(number -> kept.find(DatabaseOperator.KIND, number)).stream()
                                .flatMap(database -> kept.of(KIND, database.subjectId()).stream()
                                        .filter(user -> of.holds(user, database)))
                                .toList()));
    }

    private interface Predicate {
        boolean holds(KeptObjects.One user, KeptObjects.One database);
    }

    void get(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.each(
                exchange,
                Filter.of(asked),
                ways(DatabaseUsers::mayUse),
                (one, result) -> result.add("login", one.text("login"))
                        .addIf(!one.text(DATABASE).isEmpty(), DATABASE, one.text(DATABASE))
                        .add(origins(one, "acl", "%"))
                        .add(origins(one, "allow-access-from", "")),
                results);
    }

    void set(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            Forms.refuseNoPassword(asked);
            long id = transaction.write(exchange.scope(), () -> {
                var one = find(asked.text("id"));
                var data = new LinkedHashMap<>(one.data());
                data.putAll(origins(asked));
                if (asked.has("login") && !asked.text("login").equals(one.text("login"))) {
                    data.put("login", DatabaseNames.login(asked.text("login")));
                    kept.refuseUser(asked.text("login"), server(data), one.id());
                }
                if (!data.equals(one.data())) kept.change(exchange, one, data.getOrDefault("login", ""), data);
                return one.id();
            });
            return new Element("result").add("status", "ok").add("id", id);
        });
    }

    /// Who may use others, too, stays.
    void del(Element asked, Exchange exchange, Consumer<Element> results) {
        Predicate own = (user, database) -> user.text(DATABASE).equals(Long.toString(database.id()));
        matches.remove(exchange, asked, ways(own), _ -> List.of(), results);
    }
}
