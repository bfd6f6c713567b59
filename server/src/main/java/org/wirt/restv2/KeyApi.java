package org.wirt.restv2;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;
import org.wirt.dialect.Exchange;

/// Secret keys, by which programs come in.
@RestController
@RequestMapping("/api/v2/auth/keys")
class KeyApi {

    private static final String OPERATOR = "secret_key";

    private final Dialect dialect;

    KeyApi(Dialect dialect) {
        this.dialect = dialect;
    }

    /// @param ip  from where it may be shown; neither: from where it is asked for
    /// @param login whose it will be; absent: the caller's own
    record Request(
            @Nullable String ip,
            @Nullable List<String> ips,
            @Nullable String login,
            @Nullable String description) {}

    record Key(String key) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Key make(Exchange exchange, @RequestBody(required = false) @Nullable Request request) {
        var asked = new Element("create");
        if (request != null) {
            var addresses = new ArrayList<String>();
            if (request.ip != null) addresses.add(request.ip);
            if (request.ips != null) addresses.addAll(request.ips);
            if (!addresses.isEmpty()) asked.add("ip_address", String.join(",", addresses));
            Body.add(asked, "login", request.login);
            Body.add(asked, "description", request.description);
        }
        return new Key(dialect.one(exchange, OPERATOR, asked).text("key"));
    }

    @DeleteMapping("/{key}")
    Done remove(Exchange exchange, @PathVariable String key) {
        dialect.one(exchange, OPERATOR, Body.on("delete", "key", key));
        return Done.SUCCESS;
    }
}
