package org.wirt.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.DerivedRecord;
import org.wirt.hosting.DnsRecord;
import org.wirt.hosting.DnsRecords;
import org.wirt.hosting.NameServer;
import org.wirt.hosting.Openings;
import org.wirt.hosting.Site;
import org.wirt.hosting.Zones;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.ConnectionTable;
import org.wirt.web.ui.DomainChoice;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.HostedView;
import org.wirt.web.ui.HostingGroup;
import org.wirt.web.ui.HostingRow;
import org.wirt.web.ui.Option;

/// The DNS of one of several domains as a list: what somebody has written, and what the server says by itself.
@Component
class ZoneViews {

    /// In the order of a zone's file: the domain itself first, and of each name its kinds.
    private record Line(String relative, String type, HostingRow row) {

        private static final List<String> KINDS =
                List.of("SOA", "NS", "DS", "A", "AAAA", "CNAME", "MX", "TXT", "SRV", "CAA", "HTTPS", "TLSA", "PTR");
        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::relative).thenComparingInt(line -> KINDS.indexOf(line.type));
    }

    private final DnsRecords records;
    private final Zones zones;
    private final ScopedTransaction transaction;

    ZoneViews(DnsRecords records, Zones zones, ScopedTransaction transaction) {
        this.records = records;
        this.zones = zones;
        this.transaction = transaction;
    }

    /// @param page where the list stands
    HostedView of(Visit visit, List<Site> domains, String page, @Nullable String tab) {
        if (domains.isEmpty()) return HostedView.NONE;
        var site = chosen(visit, domains);
        var servers = zones.servers(site);
        var t = visit.t();
        var notes = new ArrayList<String>();
        if (servers.isEmpty()) notes.add(t.of("web.dns.nobody-answers"));
        else notes.add(t.of("web.dns.replaces"));
        if (servers.size() > 1) notes.add(t.of("web.dns.all-answer", servers.size()));
        return new HostedView(
                domains.size() > 1 ? choice(visit, domains, site, page, tab) : null,
                List.of(group(visit, site, page + (tab == null ? "?" : "?tab=" + tab + "&") + "site=" + site.id())),
                notes,
                servers.stream().map(one -> connection(visit, one)).toList());
    }

    private static Site chosen(Visit visit, List<Site> domains) {
        return domains.stream()
                .filter(site -> String.valueOf(site.id()).equals(visit.parameter("site")))
                .findFirst()
                .orElseGet(domains::getFirst);
    }

    private static DomainChoice choice(Visit visit, List<Site> domains, Site site, String page, @Nullable String tab) {
        var options = domains.stream()
                .map(one -> new Option(String.valueOf(one.id()), one.name()))
                .toList();
        return new DomainChoice(
                page,
                tab,
                Field.choice("site", visit.t().of("web.domain"), options).value(String.valueOf(site.id())));
    }

    private HostingGroup group(Visit visit, Site site, String back) {
        var t = visit.t();
        var space = site.space();
        var opening = Openings.dnsRecord(space, visit.caller());
        var lines = new ArrayList<Line>();
        for (var one : transaction.read(visit.scope(), () -> records.of(site)))
            lines.add(own(visit, site, one, opening.isEmpty() ? back : ""));
        for (var one : zones.derived(site)) lines.add(derived(visit, site, one));
        return new HostingGroup(
                "site-" + site.id(),
                site.name(),
                null,
                HostingWords.status(t, site.disabled(), space.causes(), space.above()),
                "",
                HostingGroups.add(
                        visit,
                        opening,
                        t.of("web.dns.add"),
                        "/subscriptions/" + space.id() + "/dns/new?site=" + site.id(),
                        back),
                t.of("web.dns.name"),
                List.of(t.of("web.dns.type"), t.of("web.dns.value"), t.of("web.dns.ttl"), t.of("web.dns.source")),
                lines.stream().sorted(Line.ORDER).map(Line::row).toList(),
                t.of("web.dns.none-yet"));
    }

    private static Line own(Visit visit, Site site, DnsRecord one, String back) {
        var t = visit.t();
        var menu = new ArrayList<Action>();
        if (!back.isEmpty()) {
            menu.add(Action.link(
                    t.of("web.dns.change"), "pencil", "/dns/" + one.id() + "?return=" + HostingGroups.encoded(back)));
            menu.add(HostingGroups.remove(visit, "dns.remove", one.id(), back));
        }
        var value = one.type().hasPriority() ? one.priority() + " " + one.value() : one.value();
        return line(
                visit,
                site,
                String.valueOf(one.id()),
                one.relative(),
                one.type().name(),
                value,
                one.ttl(),
                "own",
                menu);
    }

    private static Line derived(Visit visit, Site site, DerivedRecord one) {
        var relative = one.name().equals(site.host())
                ? ""
                : one.name().substring(0, one.name().length() - site.host().length() - 1);
        var id = one.type() + "-" + relative;
        return line(visit, site, id, relative, one.type(), one.content(), one.ttl(), "server", List.of());
    }

    private static Line line(
            Visit visit,
            Site site,
            String id,
            String relative,
            String type,
            String value,
            int ttl,
            String source,
            List<Action> menu) {
        var t = visit.t();
        var name = relative.isEmpty() ? site.name() : relative + "." + site.name();
        var cells = List.of(type, value, t.count(ttl), t.of("web.dns.source." + source));
        return new Line(relative, type, new HostingRow(id, name, null, "", null, cells, menu));
    }

    private static ConnectionTable connection(Visit visit, NameServer server) {
        var t = visit.t();
        return new ConnectionTable(
                "connection-dns-" + server.name(),
                t.of("web.dns.server") + " " + server.name(),
                List.of(
                        HostingGroups.info(t.of("web.dns.server-name"), server.name()),
                        HostingGroups.info(t.of("web.dns.server-address"), server.address()),
                        HostingGroups.info(t.of("web.dns.server-port"), String.valueOf(server.port()))));
    }
}
