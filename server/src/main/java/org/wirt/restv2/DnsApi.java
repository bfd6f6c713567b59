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
import org.wirt.hosting.DnsRecord;
import org.wirt.hosting.DnsRecords;
import org.wirt.hosting.Sites;

/// Records of the zones of domains, those that customers have entered.
@RestController
@RequestMapping("/api/v2/dns/records")
class DnsApi {

    private final DnsRecords records;
    private final Sites sites;
    private final Parents parents;
    private final Dialect dialect;
    private final ScopedTransaction transaction;

    DnsApi(DnsRecords records, Sites sites, Parents parents, Dialect dialect, ScopedTransaction transaction) {
        this.records = records;
        this.sites = sites;
        this.parents = parents;
        this.dialect = dialect;
        this.transaction = transaction;
    }

    /// @param host with a dot at its end
    /// @param opt  priority of an MX record
    /// @param ttl  seconds
    record Told(long id, String type, String host, String value, String opt, int ttl) {

        private static Told of(DnsRecord record) {
            return new Told(
                    record.id(),
                    record.type().name(),
                    DnsWords.host(record),
                    DnsWords.value(record),
                    DnsWords.option(record),
                    record.ttl());
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
        return transaction.read(
                exchange.scope(),
                () -> sites.load(List.of(site.id())).stream()
                        .flatMap(one -> records.of(one).stream())
                        .map(Told::of)
                        .toList());
    }

    @PostMapping
    Told make(Exchange exchange, @RequestParam String domain, @RequestBody Request request) {
        var site = parents.site(exchange, new Reference(null, domain, null));
        var input = new LinkedHashMap<String, String>();
        input.put("site", Long.toString(site.id()));
        input.put("type", Body.needed(request.type, "type"));
        input.put("name", DnsWords.relative(request.host == null ? "" : request.host, site.host()));
        said(input, request, request.value == null ? "" : request.value);
        long id =
                dialect.deed(exchange, "dns.create", site.subscription(), input).orElseThrow();
        return Told.of(read(exchange, id));
    }

    /// @param value as it is to be, or is
    private static void said(Map<String, String> input, Request request, String value) {
        var type = Objects.requireNonNullElse(input.get("type"), "");
        input.putAll(DnsWords.said(type, request.opt == null ? "" : request.opt, value));
        if (request.ttl != null) input.put("ttl", Integer.toString(request.ttl));
    }

    private DnsRecord read(Exchange exchange, long id) {
        return transaction.read(exchange.scope(), () -> records.load(List.of(id))).stream()
                .findFirst()
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "DNS record does not exist"));
    }

    @GetMapping("/{id}")
    Told one(Exchange exchange, @PathVariable long id) {
        return Told.of(read(exchange, id));
    }

    @PutMapping("/{id}")
    Done change(Exchange exchange, @PathVariable long id, @RequestBody Request request) {
        var now = read(exchange, id);
        var input = new LinkedHashMap<>(now.saved());
        if (request.type != null) input.put("type", request.type);
        if (request.host != null) input.put("name", DnsWords.relative(request.host, now.host()));
        said(input, request, request.value == null ? now.value() : request.value);
        dialect.deed(exchange, "dns.change", id, input);
        return Done.SUCCESS;
    }

    @DeleteMapping("/{id}")
    Done remove(Exchange exchange, @PathVariable long id) {
        dialect.deed(exchange, "dns.remove", read(exchange, id).id(), Map.of());
        return Done.SUCCESS;
    }
}
