package org.wirt.restv2;

import java.util.ArrayList;
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

/// Additional FTP users of subscriptions.
@RestController
@RequestMapping("/api/v2/ftpusers")
class FtpUserApi {

    private static final String OPERATOR = "ftp-user";

    private final Dialect dialect;
    private final Parents parents;

    FtpUserApi(Dialect dialect, Parents parents) {
        this.dialect = dialect;
        this.parents = parents;
    }

    /// @param home         relative to the home of the subscription
    /// @param quota        bytes; -1: that of the subscription
    /// @param permissions  as texts, `true` and `false`
    /// @param parentDomain number of the subscription
    @JsonNaming(SnakeCaseStrategy.class)
    record FtpUser(long id, String name, String home, long quota, Permissions permissions, long parentDomain) {}

    record Permissions(String write, String read) {}

    record Wanted(@Nullable String write, @Nullable String read) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Request(
            @Nullable String name,
            @Nullable String password,
            @Nullable Reference parentDomain,
            @Nullable String home,
            @Nullable String quota,
            @Nullable Wanted permissions) {}

    @GetMapping
    List<FtpUser> all(Exchange exchange, @RequestParam Optional<String> name, @RequestParam Optional<String> domain) {
        var filter = new Element("filter");
        var subscription = domain.map(parent ->
                parents.site(exchange, new Reference(null, parent, null)).subscription());
        if (name.isPresent()) filter.add("name", name.get());
        else subscription.ifPresent(number -> filter.add("webspace-id", number));
        try {
            return dialect.all(exchange, OPERATOR, new Element("get").add(filter)).stream()
                    .map(FtpUserApi::user)
                    .filter(user -> subscription.isEmpty() || subscription.get() == user.parentDomain)
                    .toList();
        } catch (Failed failed) {
            if (failed.number() == ErrorNumbers.MISSING) return List.of();
            throw failed;
        }
    }

    private static FtpUser user(Element result) {
        var permissions = result.part("permissions");
        return new FtpUser(
                Long.parseLong(result.text("id")),
                result.text("name"),
                result.text("home"),
                Long.parseLong(result.text("quota")),
                new Permissions(permissions.text("write"), permissions.text("read")),
                Long.parseLong(result.text("webspace-id")));
    }

    @PostMapping
    FtpUser make(Exchange exchange, @RequestBody Request request) {
        var asked = new Element("add")
                .add("name", Body.needed(request.name, "name"))
                .add("password", Body.needed(request.password, "password"));
        write(asked, request);
        if (request.parentDomain == null) throw Failed.invalid("The property parent_domain is required.");
        asked.add("webspace-id", parents.subscription(exchange, request.parentDomain));
        var made = dialect.one(exchange, OPERATOR, asked);
        return user(dialect.one(exchange, OPERATOR, Body.on("get", "id", made.text("id"))));
    }

    private static void write(Element node, Request request) {
        Body.add(node, "home", request.home);
        Body.add(node, "quota", request.quota);
        if (request.permissions == null) return;
        var permissions = new Element("permissions");
        Body.add(permissions, "write", request.permissions.write);
        Body.add(permissions, "read", request.permissions.read);
        node.add(permissions);
    }

    @PutMapping("/{name}")
    Done change(Exchange exchange, @PathVariable String name, @RequestBody Request request) {
        var values = new Element("values");
        Body.add(values, "name", request.name);
        Body.add(values, "password", request.password);
        write(values, request);
        var asked = onOne(exchange, "set", name).add(values);
        if (request.parentDomain != null) {
            var now = dialect.one(exchange, OPERATOR, Body.on("get", "name", name));
            if (!now.text("webspace-id").equals(Long.toString(named(exchange, request.parentDomain))))
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, "An FTP user stays in its subscription.");
        }
        dialect.one(exchange, OPERATOR, asked);
        return Done.SUCCESS;
    }

    /// The FTP user is there: what is missing is the domain.
    private long named(Exchange exchange, Reference parent) {
        try {
            return parents.subscription(exchange, parent);
        } catch (Failed failed) {
            throw Misnamed.of(failed);
        }
    }

    @DeleteMapping("/{name}")
    Done remove(Exchange exchange, @PathVariable String name) {
        dialect.one(exchange, OPERATOR, onOne(exchange, "del", name));
        return Done.SUCCESS;
    }

    /// On each node names are their own: one that several bear names none.
    private Element onOne(Exchange exchange, String operation, String name) {
        var found = new ArrayList<>(dialect.all(exchange, OPERATOR, Body.on("get", "name", name)));
        if (found.size() != 1) throw new Failed(ErrorNumbers.MISSING, "FTP user does not exist");
        return Body.on(operation, "id", found.getFirst().text("id"));
    }
}
