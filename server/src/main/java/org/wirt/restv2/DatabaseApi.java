package org.wirt.restv2;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Databases, their users and servers. They are kept; no server has them yet.
@RestController
@RequestMapping("/api/v2")
class DatabaseApi {

    private static final String OPERATOR = "database";
    private static final String SERVER = "db_server";

    private final Dialect dialect;
    private final Parents parents;

    DatabaseApi(Dialect dialect, Parents parents) {
        this.dialect = dialect;
        this.parents = parents;
    }

    /// @param parentDomain  number of the subscription
    /// @param defaultUserId absent: it has no users
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Database(
            long id,
            String name,
            String type,
            long parentDomain,
            long serverId,
            @Nullable Long defaultUserId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Request(
            @Nullable String name,
            @Nullable String type,
            @Nullable Reference parentDomain,
            @Nullable Long serverId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(long id, String login, @Nullable Long databaseId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record UserRequest(
            @Nullable String login,
            @Nullable String password,
            @Nullable Reference parentDomain,
            @Nullable Long serverId,
            @Nullable Long databaseId) {}

    /// A user stays in its database, and on its server.
    record UserChange(@Nullable String login, @Nullable String password) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Server(
            long id,
            String host,
            int port,
            String type,
            String status,
            int dbCount,
            boolean isDefault,
            boolean isLocal) {}

    @GetMapping("/databases")
    List<Database> all(Exchange exchange, @RequestParam Optional<String> domain) {
        var filter = new Element("filter");
        domain.ifPresent(name -> filter.add("webspace-name", parents.subscription(exchange, name)));
        return dialect.all(exchange, OPERATOR, new Element("get-db").add(filter)).stream()
                .map(DatabaseApi::database)
                .toList();
    }

    private static Database database(Element result) {
        var user = result.text("default-user-id");
        return new Database(
                Long.parseLong(result.text("id")),
                result.text("name"),
                result.text("type"),
                Long.parseLong(result.text("webspace-id")),
                Long.parseLong(result.text("db-server-id")),
                user.isEmpty() ? null : Long.valueOf(user));
    }

    @PostMapping("/databases")
    Database make(Exchange exchange, @RequestBody Request request) {
        if (request.parentDomain == null) throw Failed.invalid("The property parent_domain is required.");
        var asked = new Element("add-db")
                .add("webspace-id", parents.subscription(exchange, request.parentDomain))
                .add("name", Body.needed(request.name, "name"))
                .add("type", Body.needed(request.type, "type"));
        Body.add(asked, "db-server-id", request.serverId);
        var made = dialect.one(exchange, OPERATOR, asked);
        return database(dialect.one(exchange, OPERATOR, Body.on("get-db", "id", made.text("id"))));
    }

    @DeleteMapping("/databases/{id}")
    Done remove(Exchange exchange, @PathVariable long id) {
        dialect.one(exchange, OPERATOR, Body.on("del-db", "id", id));
        return Done.SUCCESS;
    }

    @GetMapping("/dbusers")
    List<User> users(Exchange exchange, @RequestParam Optional<String> dbId) {
        var filter = new Element("filter");
        Body.number(dbId, "dbId").ifPresent(id -> {
            dialect.one(exchange, OPERATOR, Body.on("get-db", "id", id));
            filter.add("db-id", id);
        });
        return dialect.all(exchange, OPERATOR, new Element("get-db-users").add(filter)).stream()
                .map(DatabaseApi::user)
                .toList();
    }

    private static User user(Element result) {
        var database = result.text("db-id");
        return new User(
                Long.parseLong(result.text("id")),
                result.text("login"),
                database.isEmpty() ? null : Long.valueOf(database));
    }

    @PostMapping("/dbusers")
    User makeUser(Exchange exchange, @RequestBody UserRequest request) {
        var login = Body.needed(request.login, "login");
        var asked = new Element("add-db-user")
                .add("login", login)
                .add("password", Body.needed(request.password, "password"));
        Body.add(asked, "db-id", request.databaseId);
        if (request.databaseId != null) {
            Body.add(asked, "db-server-id", request.serverId);
            refuseOther(exchange, request.databaseId, request.parentDomain);
        } else if (request.parentDomain == null)
            throw Failed.invalid("One of the properties parent_domain and database_id is required.");
        else {
            // Empty: the usual one.
            asked.add("db-server-id", request.serverId)
                    .add("webspace-id", parents.subscription(exchange, request.parentDomain));
        }
        var made = dialect.one(exchange, OPERATOR, asked);
        return new User(Long.parseLong(made.text("id")), login, request.databaseId);
    }

    /// @throws Failed where the database is one of another subscription
    private void refuseOther(Exchange exchange, long database, @Nullable Reference parent) {
        if (parent == null) return;
        var found = dialect.one(exchange, OPERATOR, Body.on("get-db", "id", database));
        if (!found.text("webspace-id").equals(Long.toString(parents.subscription(exchange, parent))))
            throw new Failed(
                    ErrorNumbers.MALFORMED, "The properties parent_domain and database_id contradict each other.");
    }

    @PutMapping("/dbusers/{id}")
    Done changeUser(Exchange exchange, @PathVariable long id, @RequestBody UserChange request) {
        Body.refuseEmpty(request.login, "login");
        var asked = new Element("set-db-user").add("id", id);
        Body.add(asked, "login", request.login);
        Body.add(asked, "password", request.password);
        dialect.one(exchange, OPERATOR, asked);
        return Done.SUCCESS;
    }

    @DeleteMapping("/dbusers/{id}")
    Done removeUser(Exchange exchange, @PathVariable long id) {
        dialect.one(exchange, OPERATOR, Body.on("del-db-user", "id", id));
        return Done.SUCCESS;
    }

    @GetMapping("/dbservers")
    List<Server> servers(Exchange exchange, @RequestParam Optional<String> id) {
        var filter = new Element("filter");
        Body.number(id, "id").ifPresent(wanted -> filter.add("id", wanted));
        return dialect.all(exchange, SERVER, new Element("get").add(filter)).stream()
                .map(DatabaseApi::server)
                .toList();
    }

    private static Server server(Element result) {
        var data = result.part("data");
        return new Server(
                Long.parseLong(result.text("id")),
                data.text("host"),
                Integer.parseInt(data.text("port")),
                data.text("type"),
                data.text("status"),
                Integer.parseInt(data.text("db_num")),
                data.has("default"),
                data.has("local"));
    }
}
