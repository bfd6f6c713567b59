package org.wirt.restv2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.wirt.access.ScopedTransaction;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.DnsWords;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;
import org.wirt.dialect.ZoneRecords;
import org.wirt.hosting.DnsRecord;
import org.wirt.hosting.DnsRecords;

/// Records of the zones of domains.
@RestController
@RequestMapping("/api/v2/dns/records")
class DnsApi {

    private final ZoneRecords records;
    private final DnsRecords own;
    private final Parents parents;
    private final Dialect dialect;
    private final ScopedTransaction transaction;

    DnsApi(ZoneRecords records, DnsRecords own, Parents parents, Dialect dialect, ScopedTransaction transaction) {
        this.records = records;
        this.own = own;
        this.parents = parents;
        this.dialect = dialect;
        this.transaction = transaction;
    }

    /// @param host with a dot at its end
    /// @param opt  priority of an MX record
    /// @param ttl  seconds
    record Told(long id, String type, String host, String value, String opt, int ttl) {

        private static Told of(ZoneRecords.Told record) {
            return new Told(record.id(), record.type(), record.host(), record.value(), record.option(), record.ttl());
        }
    }

    /// @param ttl seconds; absent: as it is, or one hour
    record Request(
            @Nullable String type,
            @Nullable String host,
            @Nullable String value,
            @Nullable String opt,
            @Nullable Integer ttl) {}

    @GetMapping
    List<Told> all(Exchange exchange, @RequestParam String domain) {
        var site = parents.site(exchange, new Reference(null, domain, null));
        return records.of(exchange.scope(), site.id()).stream().map(Told::of).toList();
    }

    @PostMapping
    Told make(Exchange exchange, @RequestParam String domain, @RequestBody Request request) {
        var site = parents.site(exchange, new Reference(null, domain, null));
        var input = new LinkedHashMap<String, String>();
        input.put("site", Long.toString(site.id()));
        input.put("type", Body.needed(request.type, "type"));
        input.put("name", DnsWords.relative(request.host == null ? "" : request.host, site.host()));
        said(input, request, "", request.value == null ? "" : request.value);
        if (request.ttl != null) input.put("ttl", Integer.toString(request.ttl));
        long id =
                dialect.deed(exchange, "dns.create", site.subscription(), input).orElseThrow();
        return Told.of(read(exchange, id));
    }

    /// @param value as it is to be, or is
    private static void said(Map<String, String> input, Request request, String type, String value) {
        var said = Objects.requireNonNullElse(request.type, type);
        input.putAll(DnsWords.said(said, request.opt == null ? "" : request.opt, value));
    }

    private ZoneRecords.Told read(Exchange exchange, long id) {
        return records.find(exchange.scope(), id).orElseThrow(DnsApi::missing);
    }

    private static Failed missing() {
        return new Failed(ErrorNumbers.MISSING, "DNS record does not exist");
    }

    /// @throws Failed where there is none, or nobody has written it
    private DnsRecord written(Exchange exchange, long id) {
        var record = read(exchange, id).written();
        return transaction.read(exchange.scope(), () -> own.load(List.of(record.id()))).stream()
                .findFirst()
                .orElseThrow(DnsApi::missing);
    }

    @GetMapping("/{id}")
    Told one(Exchange exchange, @PathVariable long id) {
        return Told.of(read(exchange, id));
    }

    @PutMapping("/{id}")
    Done change(Exchange exchange, @PathVariable long id, @RequestBody Request request) {
        var now = written(exchange, id);
        // What is not said is what stands there when it is done, which may not be what stands there now.
        var input = new LinkedHashMap<String, String>();
        if (request.type != null) input.put("type", request.type);
        if (request.host != null) input.put("name", DnsWords.relative(request.host, now.host()));
        if (request.opt != null || request.value != null)
            said(input, request, now.type().name(), request.value == null ? now.value() : request.value);
        if (request.ttl != null) input.put("ttl", Integer.toString(request.ttl));
        dialect.deed(exchange, "dns.change", id, input);
        return Done.SUCCESS;
    }

    @DeleteMapping("/{id}")
    Done remove(Exchange exchange, @PathVariable long id) {
        dialect.deed(exchange, "dns.remove", written(exchange, id).id(), Map.of());
        return Done.SUCCESS;
    }
}
