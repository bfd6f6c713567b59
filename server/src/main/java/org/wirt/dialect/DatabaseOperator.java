package org.wirt.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.plan.Catalogue;
import org.wirt.subscription.SubscriptionDirectory;

/// Databases. They are kept; no database server knows them yet.
@Component
class DatabaseOperator implements Operator {

    static final String KIND = "database";
    static final String MISSING = "Database does not exist";

    private static final String DATABASE = "db-id";
    private static final String WEBSPACE = "webspace-id";
    private static final String DEFAULT_USER = "default-user-id";

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of(WEBSPACE, "webspace-name"));
    private static final Filter.Kinds DATABASES = new Filter.Kinds(Set.of(DATABASE), Set.of());

    private final SubscriptionDirectory subscriptions;
    private final DbServers servers;
    private final DatabaseUsers users;
    private final KeptObjects kept;
    private final KeptMatches matches;
    private final KeptRoom room;
    private final ScopedTransaction transaction;

    DatabaseOperator(
            SubscriptionDirectory subscriptions,
            DbServers servers,
            DatabaseUsers users,
            KeptObjects kept,
            KeptMatches matches,
            KeptRoom room,
            ScopedTransaction transaction) {
        this.subscriptions = subscriptions;
        this.servers = servers;
        this.users = users;
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
        all.put("add-db", Operation.needing(this::add, WEBSPACE, "name", "type"));
        all.put("get-db", Operation.filtered(KINDS, this::get));
        all.put("del-db", Operation.filtered(KINDS, this::del));
        all.put("assign-to-subscription", Operation.filtered(KINDS, this::assign, WEBSPACE));
        all.put("set-custom-host", Operation.filtered(KINDS, this::setHost, "host"));
        all.put("set-default-user", Operation.needing(this::setUsual, DATABASE, DEFAULT_USER));
        all.put("get-default-user", Operation.filtered(DATABASES, this::getUsual));
        all.put(
                "add-db-user",
                Operation.needing(users::add, "login", "password").and(DatabaseUsers::checkWhose));
        all.put("get-db-users", Operation.filtered(DatabaseUsers.KINDS, users::get));
        all.put("set-db-user", Operation.needing(users::set, "id"));
        all.put("del-db-user", Operation.filtered(DatabaseUsers.KINDS, users::del));
        return all;
    }

    private KeptMatches.Ways ways() {
        return new KeptMatches.Ways(
                KIND,
                MISSING,
                Set.of(DATABASE),
                Map.of(
                        DATABASE,
                        id -> Ids.number(id).flatMap(number -> kept.find(KIND, number)).stream()
                                .toList(),
                        WEBSPACE,
                        id -> kept.of(KIND, Ids.number(id).flatMap(subscriptions::byId)),
                        "webspace-name",
                        name -> kept.of(KIND, subscriptions.byName(name))));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        Supplier<KeptObjects.New> database = () -> {
            var name = DatabaseNames.database(asked.text("name"));
            var type = asked.text("type");
            long server = servers.serving(asked.text(DbServers.SERVER), type);
            long webspace = webspace(asked);
            kept.refuseDatabase(name, Long.toString(server));
            room.check(webspace, Catalogue.DATABASES, KeptCounts.Count::databases);
            var data = Map.of("type", type, DbServers.SERVER, Long.toString(server));
            return new KeptObjects.New(KIND, Kept.Subject.SUBSCRIPTION, webspace, name, data);
        };
        matches.add(exchange, database, results);
    }

    private long webspace(Element asked) {
        return Ids.number(asked.text(WEBSPACE))
                .flatMap(subscriptions::byId)
                .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, WebspaceOperator.MISSING));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.each(
                exchange,
                Filter.of(asked),
                ways(),
                (one, result) -> {
                    result.add("name", one.name())
                            .add("type", one.text("type"))
                            .add(WEBSPACE, one.subjectId())
                            .add(DbServers.SERVER, one.text(DbServers.SERVER));
                    transaction
                            .read(exchange.scope(), () -> users.usual(one))
                            .ifPresent(user -> result.add(DEFAULT_USER, user));
                    return result;
                },
                results);
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.remove(exchange, asked, ways(), users::own, results);
    }

    private KeptObjects.One held(String id) {
        return Ids.number(id)
                .flatMap(number -> kept.held(KIND, number))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
    }

    private void assign(Element asked, Exchange exchange, Consumer<Element> results) {
        Consumer<KeptObjects.One> change = one -> {
            long target = webspace(asked);
            if (target == one.subjectId()) return;
            if (owner(target) != owner(one.subjectId()))
                throw Failed.invalid("The subscription is one of another owner.");
            room.check(target, Catalogue.DATABASES, KeptCounts.Count::databases);
            for (var user : users.own(one)) kept.move(exchange, user, target);
            kept.move(exchange, one, target);
        };
        matches.change(exchange, asked, ways(), change, results);
    }

    private long owner(long webspace) {
        return subscriptions.read(webspace).orElseThrow().owner().id();
    }

    /// What other machines call its server by; no answer tells it.
    private void setHost(Element asked, Exchange exchange, Consumer<Element> results) {
        var host = asked.text("host");
        if (!host.matches("[A-Za-z0-9._:-]{1,255}")) throw Failed.invalid("The host is none.");
        Consumer<KeptObjects.One> change = one -> {
            var data = new LinkedHashMap<>(one.data());
            data.put("custom-host", host);
            if (!data.equals(one.data())) kept.change(exchange, one, one.name(), data);
        };
        matches.change(exchange, asked, ways(), change, results);
    }

    private void setUsual(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            transaction.run(
                    exchange.scope(),
                    () -> users.choose(exchange, held(asked.text(DATABASE)), asked.text(DEFAULT_USER)));
            return new Element("result").add("status", "ok");
        });
    }

    private void getUsual(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.each(
                exchange,
                Filter.of(asked),
                ways(),
                (one, result) -> {
                    var told = new Element("result").add("status", "ok").add("filter-id", result.text("filter-id"));
                    transaction.read(exchange.scope(), () -> users.usual(one)).ifPresent(user -> told.add("id", user));
                    return told;
                },
                results);
    }
}
