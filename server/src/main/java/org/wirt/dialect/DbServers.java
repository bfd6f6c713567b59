package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Database servers: the one that is always there, and those that the administrator has named besides. Databases are
/// kept for them; none is spoken to. Call within a scoped transaction.
@Component
class DbServers {

    static final String KIND = "db-server";
    static final String MISSING = "Database server does not exist.";
    static final long LOCAL = 1;

    /// Of a database or a user: for which it is kept.
    static final String SERVER = "db-server-id";

    private static final Set<String> TYPES = Set.of("mysql", "postgresql", "mssql");
    private static final int WRONG_TYPE = 14_008;

    private static final Server ALWAYS = new Server(LOCAL, "localhost", "3306", "mysql", "", Optional.empty());

    /// @param kept absent: the one that is always there
    record Server(long id, String host, String port, String type, String admin, Optional<KeptObjects.One> kept) {

        String name() {
            return host + ":" + port;
        }

        private boolean isChosen() {
            return kept.filter(one -> one.data().containsKey(CHOSEN)).isPresent();
        }
    }

    /// Among what is kept: the administrator wants it to be the usual one of its type.
    private static final String CHOSEN = "default";

    private final KeptObjects kept;

    DbServers(KeptObjects kept) {
        this.kept = kept;
    }

    List<Server> all() {
        return Stream.concat(Stream.of(ALWAYS), kept.servers().stream().map(DbServers::server))
                .toList();
    }

    private static Server server(KeptObjects.One one) {
        return new Server(
                one.id(), one.text("host"), one.text("port"), one.text("type"), one.text("admin"), Optional.of(one));
    }

    /// @throws Failed where there is no such server
    Server find(String id) {
        return all().stream()
                .filter(one -> Long.toString(one.id).equals(id))
                .findFirst()
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
    }

    /// The same by its host and port, with a colon between them.
    Server at(String name) {
        return all().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
    }

    /// Where a database is kept whose server is not named: the one that was chosen, or else the first.
    Optional<Server> usual(String type) {
        var those = all().stream().filter(one -> one.type.equals(type)).toList();
        return those.stream()
                .filter(Server::isChosen)
                .findFirst()
                .or(() -> those.stream().findFirst());
    }

    boolean isUsual(Server server) {
        return usual(server.type).filter(one -> one.id == server.id).isPresent();
    }

    /// The one that a database of this type is kept for.
    ///
    /// @param id empty: the usual one
    /// @throws Failed where there is no such server, or it is of another type
    long serving(String id, String type) {
        await();
        var wrong = new Failed(WRONG_TYPE, "Wrong type of database server.");
        var server = id.isEmpty() ? usual(type).orElseThrow(() -> wrong) : find(id);
        if (!server.type.equals(type)) throw wrong;
        return server.id;
    }

    /// The one that somebody is kept for who may use all databases there.
    ///
    /// @param id empty: the usual one
    long serving(String id) {
        await();
        return id.isEmpty() ? usual(ALWAYS.type).orElse(ALWAYS).id : find(id).id;
    }

    /// Nobody is kept for a server that goes away meanwhile, and two are not the usual one.
    private void await() {
        kept.waitFor(KIND, LOCAL);
    }

    long add(Exchange exchange, String type, Map<String, String> said) {
        await();
        if (!TYPES.contains(type)) throw new Failed(WRONG_TYPE, "Wrong type of database server.");
        var data = new LinkedHashMap<>(said);
        data.put("type", type);
        return kept.add(exchange, new KeptObjects.New(KIND, Kept.Subject.ACCOUNT, 1, free(data), data));
    }

    /// @return its name
    private static String free(Map<String, String> data) {
        var name = data.get("host") + ":" + data.get("port");
        if (name.equals(ALWAYS.name())) throw new Failed(ErrorNumbers.EXISTS, "Database server already exists.");
        return name;
    }

    /// @param said only what is to change
    void change(Exchange exchange, Server server, Map<String, String> said) {
        var one = ofAdministrator(server);
        var data = new LinkedHashMap<>(one.data());
        data.putAll(said);
        if (!data.equals(one.data())) kept.change(exchange, one, free(data), data);
    }

    void remove(Exchange exchange, Server server) {
        await();
        var one = ofAdministrator(server);
        var id = Long.toString(server.id);
        // Also those that lie in the recycle bin: they come back with their subscription.
        if (kept.isSaid(DatabaseOperator.KIND, SERVER, id) || kept.isSaid(DatabaseUsers.KIND, SERVER, id))
            throw new Failed(
                    ErrorNumbers.FAILED, "The database server has databases or users, be it in the recycle bin.");
        kept.remove(exchange, one);
    }

    private static KeptObjects.One ofAdministrator(Server server) {
        return server.kept.orElseThrow(
                () -> new Failed(ErrorNumbers.FAILED, "The local database server stays as it is."));
    }

    /// The usual one of its type from now on.
    void choose(Exchange exchange, Server server) {
        await();
        for (var other : all()) {
            var one = other.kept.filter(_ -> other.type.equals(server.type));
            if (one.isEmpty() || other.isChosen() == (other.id == server.id)) continue;
            var data = new LinkedHashMap<>(one.get().data());
            if (other.isChosen()) data.remove(CHOSEN);
            else data.put(CHOSEN, "true");
            kept.change(exchange, one.get(), one.get().name(), data);
        }
    }
}
