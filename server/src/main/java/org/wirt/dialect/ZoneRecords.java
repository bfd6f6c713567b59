package org.wirt.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.DerivedRecord;
import org.wirt.hosting.DnsRecord;
import org.wirt.hosting.DnsRecords;
import org.wirt.hosting.Site;
import org.wirt.hosting.SiteDirectory;
import org.wirt.hosting.Sites;
import org.wirt.hosting.Zones;

/// All that is answered in the DNS of domains: what somebody has written there, and what the servers say by themselves.
/// Where no DNS server serves a domain yet, it is told what one will say: programs expect that no zone is empty.
/// The latter have no number in the database, but clients know records by numbers only: theirs are those of the domain
/// and of their place in it, above all that
/// somebody writes.
@Component
public class ZoneRecords {

    private static final long FIRST = 1_000_000_000;
    /// The most places that a domain may have.
    private static final int PLACES = 64;
    /// So many domains are read at once.
    private static final int SITES = 50;
    /// Type and name within the domain, in the order of their places; name servers follow.
    private static final List<String> FIXED =
            List.of("A ", "AAAA ", "MX ", "TXT ", "A www", "AAAA www", "A mail", "AAAA mail");

    private static final String SERVERS_OWN = "The servers answer so by themselves, nobody can change or remove it: "
            + "add a record of the same name and type, and it takes the place of this one.";

    private final DnsRecords records;
    private final Sites sites;
    private final SiteDirectory directory;
    private final Zones zones;
    private final Addresses addresses;
    private final ScopedTransaction transaction;

    ZoneRecords(
            DnsRecords records,
            Sites sites,
            SiteDirectory directory,
            Zones zones,
            Addresses addresses,
            ScopedTransaction transaction) {
        this.records = records;
        this.sites = sites;
        this.directory = directory;
        this.zones = zones;
        this.addresses = addresses;
        this.transaction = transaction;
    }

    /// @param host   with a dot at its end
    /// @param option the priority of types that have one
    /// @param ttl    seconds
    /// @param own    somebody has written it
    public record Told(
            long id, long site, String type, String host, String value, String option, int ttl, boolean own) {

        /// @throws Failed where nobody has written it
        public Told written() {
            if (!own) throw new Failed(ErrorNumbers.FAILED, SERVERS_OWN);
            return this;
        }
    }

    /// Those of one domain, own ones first.
    public List<Told> of(Scope scope, long site) {
        return transaction.read(
                scope,
                () -> sites.load(List.of(site)).stream()
                        .flatMap(one -> Stream.concat(
                                records.of(one).stream().map(DnsWords::told), said(List.of(one)).stream()))
                        .toList());
    }

    public Optional<Told> find(Scope scope, long id) {
        return load(scope, List.of(id)).stream().findFirst();
    }

    List<Told> load(Scope scope, List<Long> ids) {
        return transaction.read(scope, () -> {
            var found = new ArrayList<Told>();
            records.load(ids).forEach(own -> found.add(DnsWords.told(own)));
            if (found.size() == ids.size()) return found;
            var domains = ids.stream()
                    .map(ZoneRecords::site)
                    .flatMap(Optional::stream)
                    .distinct();
            said(sites.load(domains.toList())).stream()
                    .filter(one -> ids.contains(one.id))
                    .forEach(found::add);
            return found;
        });
    }

    /// Whether something that somebody has written stands where the servers would say this by themselves.
    boolean isReplaced(Scope scope, long id) {
        int place = (int) ((id - FIRST) % PLACES);
        return site(id).filter(_ -> place < FIXED.size())
                .map(site -> transaction.read(
                        scope,
                        () -> sites.load(List.of(site)).stream()
                                .flatMap(one -> records.of(one).stream())
                                .anyMatch(own -> replaces(own, FIXED.get(place)))))
                .orElse(false);
    }

    /// As the servers see it: of texts only one that says who sends mail.
    private static boolean replaces(DnsRecord own, String place) {
        int blank = place.indexOf(' ');
        if (!own.relative().equals(place.substring(blank + 1))) return false;
        return switch (own.type()) {
            case CNAME, NS -> true;
            case TXT -> place.startsWith("TXT ") && own.value().startsWith("v=spf1");
            default -> place.substring(0, blank).equals(own.type().name());
        };
    }

    /// Those that somebody has written. Call within a scoped transaction.
    List<Long> ownAfter(Optional<Long> whose, long after, int most) {
        return records.after(whose, after, most);
    }

    /// The next so many or more in the order of their numbers. Call within a scoped transaction.
    ///
    /// @param whose absent: of all domains in sight
    List<Long> after(Optional<Long> whose, long after, int most) {
        var ids = new ArrayList<Long>(ownAfter(whose, after, most));
        if (ids.size() == most) return ids;
        if (whose.isPresent()) {
            ids.addAll(saidAfter(List.of(whose.get()), after));
            return ids;
        }
        long last = site(after).orElse(0L) - 1;
        while (ids.size() < most) {
            var some = directory.after(Optional.empty(), false, last, SITES);
            if (some.isEmpty()) return ids;
            ids.addAll(saidAfter(some, after));
            last = some.getLast();
        }
        return ids;
    }

    private List<Long> saidAfter(List<Long> ids, long after) {
        return said(sites.load(ids)).stream()
                .map(Told::id)
                .filter(id -> id > after)
                .toList();
    }

    /// In the order of their numbers.
    private List<Told> said(List<Site> some) {
        var found = zones.derived(some).stream().collect(Collectors.groupingBy(DerivedRecord::site));
        return some.stream()
                .sorted(Comparator.comparingLong(Site::id))
                .flatMap(site -> said(site, found.getOrDefault(site.id(), prepared(site))))
                .toList();
    }

    /// What a server would say, where there is none.
    private List<DerivedRecord> prepared(Site site) {
        var own = records.of(site);
        return DerivedRecord.usual(site, addresses.of(site.space().node())).stream()
                .filter(one -> own.stream().noneMatch(written -> replaces(written, key(site, one))))
                .toList();
    }

    /// The start of authority is no record of its own in the dialect.
    private static Stream<Told> said(Site site, List<DerivedRecord> all) {
        var fixed = all.stream()
                .filter(one -> FIXED.contains(key(site, one)))
                .sorted(Comparator.comparingInt(one -> FIXED.indexOf(key(site, one))))
                .map(one -> told(FIXED.indexOf(key(site, one)), one));
        var servers = all.stream()
                .filter(one -> one.type().equals("NS"))
                .sorted(Comparator.comparing(DerivedRecord::content))
                .limit(PLACES - FIXED.size())
                .toList();
        return Stream.concat(
                fixed, IntStream.range(0, servers.size()).mapToObj(i -> told(FIXED.size() + i, servers.get(i))));
    }

    private static String key(Site site, DerivedRecord one) {
        int above = one.name().length() - site.host().length();
        return one.type() + " " + (above == 0 ? "" : one.name().substring(0, above - 1));
    }

    private static Told told(int place, DerivedRecord one) {
        return DnsWords.told(FIRST + one.site() * PLACES + place, one);
    }

    /// Whose the record with this number is, if it is one of the servers'.
    private static Optional<Long> site(long id) {
        return id < FIRST ? Optional.empty() : Optional.of((id - FIRST) / PLACES);
    }
}
