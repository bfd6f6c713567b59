package org.wirt.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.plan.Catalogue;
import org.wirt.subscription.SubscriptionDirectory;

/// Databases and their users. They are kept; no database server knows them yet, and no password is kept.
@Component
class DatabaseOperator implements Operator {

    static final String KIND = "database";

    private static final String USER = "database-user";
    private static final String MISSING = "Database does not exist";
    private static final String NO_USER = "Database user does not exist";
    private static final String SERVER = "db-server-id";
    private static final String DATABASE = "db-id";

    /// From where a user may come, each list kept as lines.
    private static final Map<String, String> ORIGINS = Map.of("acl", "host", "allow-access-from", "ip-address");

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of("webspace-id", "webspace-name"));
    private static final Filter.Kinds USERS = new Filter.Kinds(Set.of("id"), Set.of(DATABASE));

    private final SubscriptionDirectory subscriptions;
    private final KeptObjects kept;
    private final KeptMatches matches;
    private final KeptRoom room;
    private final ScopedTransaction transaction;

    DatabaseOperator(
            SubscriptionDirectory subscriptions,
            KeptObjects kept,
            KeptMatches matches,
            KeptRoom room,
            ScopedTransaction transaction) {
        this.subscriptions = subscriptions;
        this.kept = kept;
        this.matches = matches;
        this.room = room;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("database");
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<String, Operation>();
        all.put("add-db", Operation.needing(this::add, "webspace-id", "name", "type"));
        all.put("get-db", Operation.filtered(KINDS, this::get));
        all.put("del-db", Operation.filtered(KINDS, this::del));
        all.put("add-db-user", Operation.needing(this::addUser, "login", "password"));
        all.put("get-db-users", Operation.filtered(USERS, this::getUsers));
        all.put("set-db-user", Operation.needing(this::setUser, "id"));
        all.put("del-db-user", Operation.filtered(USERS, this::delUsers));
        return all;
    }

    private KeptMatches.Ways ways() {
        return new KeptMatches.Ways(
                KIND,
                MISSING,
                Set.of(),
                Map.of(
                        "webspace-id", id -> kept.of(KIND, Ids.number(id).flatMap(subscriptions::byId)),
                        "webspace-name", name -> kept.of(KIND, subscriptions.byName(name))));
    }

    private KeptMatches.Ways users() {
        return new KeptMatches.Ways(USER, NO_USER, Set.of(), Map.of(DATABASE, this::usersOf));
    }

    private List<KeptObjects.One> usersOf(String database) {
        return kept.saying(USER, DATABASE, database);
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        Supplier<KeptObjects.New> database = () -> {
            if (asked.text("name").isEmpty()) throw Failed.invalid("The name of the database is missing.");
            var type = asked.text("type");
            var data = Map.of("type", type, SERVER, DbServerOperator.serving(asked.text(SERVER), type));
            long webspace = webspace(asked);
            room.check(webspace, Catalogue.DATABASES, KeptCounts.Count::databases);
            return new KeptObjects.New(KIND, Kept.Subject.SUBSCRIPTION, webspace, asked.text("name"), data);
        };
        matches.add(exchange, database, results);
    }

    private long webspace(Element asked) {
        return Ids.number(asked.text("webspace-id"))
                .flatMap(subscriptions::byId)
                .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, WebspaceOperator.MISSING));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.each(
                exchange,
                Filter.of(asked),
                ways(),
                (one, result) -> result.add("name", one.name())
                        .add("type", one.text("type"))
                        .add("webspace-id", one.subjectId())
                        .add(SERVER, one.text(SERVER)),
                results);
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.remove(exchange, asked, ways(), one -> usersOf(Long.toString(one.id())), results);
    }

    private void addUser(Element asked, Exchange exchange, Consumer<Element> results) {
        Supplier<KeptObjects.New> user = () -> {
            if (asked.text("login").isEmpty()) throw Failed.invalid("The login is missing.");
            DbServerOperator.check(asked.text(SERVER));
            var data = new LinkedHashMap<String, String>();
            data.put("login", asked.text("login"));
            data.put(DATABASE, asked.text(DATABASE));
            data.putAll(origins(asked));
            return new KeptObjects.New(USER, Kept.Subject.SUBSCRIPTION, whose(asked), asked.text("login"), data);
        };
        matches.add(exchange, user, results);
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
                                .collect(Collectors.joining("\n")))));
        return kept;
    }

    private static Element origins(KeptObjects.One user, String list, String usual) {
        var told = new Element(list);
        user.data().getOrDefault(list, usual).lines().forEach(from -> told.add(ORIGINS.getOrDefault(list, ""), from));
        return told;
    }

    private long whose(Element asked) {
        if (asked.has(DATABASE))
            return Ids.number(asked.text(DATABASE))
                    .flatMap(id -> kept.find(KIND, id))
                    .map(KeptObjects.One::subjectId)
                    .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
        return webspace(asked);
    }

    private void getUsers(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.each(
                exchange,
                Filter.of(asked),
                users(),
                (one, result) -> result.add("login", one.text("login"))
                        .addIf(!one.text(DATABASE).isEmpty(), DATABASE, one.text(DATABASE))
                        .add(origins(one, "acl", "%"))
                        .add(origins(one, "allow-access-from", "")),
                results);
    }

    private void setUser(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            long id = transaction.write(exchange.scope(), () -> {
                var one = Ids.number(asked.text("id"))
                        .flatMap(number -> kept.find(USER, number))
                        .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, NO_USER));
                var data = new LinkedHashMap<>(one.data());
                data.putAll(origins(asked));
                if (!asked.text("login").isEmpty()) data.put("login", asked.text("login"));
                if (!data.equals(one.data())) kept.change(exchange, one, data.getOrDefault("login", ""), data);
                return one.id();
            });
            return new Element("result").add("status", "ok").add("id", id);
        });
    }

    private void delUsers(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.remove(exchange, asked, users(), _ -> List.of(), results);
    }
}
