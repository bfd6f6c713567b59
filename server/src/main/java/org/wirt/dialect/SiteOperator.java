package org.wirt.dialect;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.subscription.SubscriptionDirectory;
import org.wirt.value.DomainName;

/// Domains: those of subscriptions, found by name or number, and the additional ones.
@Component
class SiteOperator implements Operator {

    static final String MISSING = "Site does not exist";

    static final Set<String> VALUES = Set.of("gen_setup", "prefs", "hosting", "disk_usage", "performance");
    private static final Filter.Kinds KINDS = new Filter.Kinds(
            Set.of("id", "name", "guid"),
            Set.of(
                    "parent-id",
                    "parent-name",
                    "parent-guid",
                    SiteFinder.ABOVE + "id",
                    SiteFinder.ABOVE + "name",
                    SiteFinder.ABOVE + "guid"));

    private static final Set<Integer> STATUSES = Set.of(
            Statuses.ACTIVE,
            Statuses.DISABLED,
            Statuses.WEB_OFF,
            Statuses.ADMINISTRATOR,
            Statuses.RESELLER,
            Statuses.CUSTOMER);

    private final SiteDirectory directory;
    private final SiteFinder finder;
    private final Subdomains subdomains;
    private final KeptCounts counts;
    private final SubscriptionDirectory subscriptions;
    private final HostingWords hosting;
    private final WebspaceTold webspaces;
    private final Websites websites;
    private final Addresses addresses;
    private final Kept kept;
    private final DomainMail mail;
    private final Filtered objects;
    private final Deeds deeds;
    private final Standings standings;
    private final ScopedTransaction transaction;

    SiteOperator(
            SiteDirectory directory,
            SiteFinder finder,
            Subdomains subdomains,
            KeptCounts counts,
            SubscriptionDirectory subscriptions,
            HostingWords hosting,
            WebspaceTold webspaces,
            Websites websites,
            Addresses addresses,
            Kept kept,
            DomainMail mail,
            Matches matches,
            Deeds deeds,
            Standings standings,
            ScopedTransaction transaction) {
        this.directory = directory;
        this.finder = finder;
        this.subdomains = subdomains;
        this.counts = counts;
        this.subscriptions = subscriptions;
        this.hosting = hosting;
        this.webspaces = webspaces;
        this.websites = websites;
        this.addresses = addresses;
        this.kept = kept;
        this.mail = mail;
        this.objects = new Filtered(matches, KINDS, finder, MISSING);
        this.deeds = deeds;
        this.standings = standings;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("site");
    }

    @Override
    public Optional<Filtered> filtered() {
        return Optional.of(objects);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "add",
                        Operation.needing(this::add, "gen_setup/name")
                                .choosing("gen_setup", SiteFinder.WEBSPACES)
                                .choosing("gen_setup", SiteFinder.PARENTS),
                "get", Operation.filtered(KINDS, this::get, "dataset"),
                "set", Operation.changing(KINDS, VALUES, this::set),
                "del", Operation.filtered(KINDS, this::del),
                "get-physical-hosting-descriptor", Operation.filtered(KINDS, this::descriptor));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            var setup = asked.needed("gen_setup");
            var said = asked.child("hosting").orElseGet(() -> new Element("hosting"));
            HostingKinds.check(said, setup.text("htype"));
            var real = said.child(HostingKinds.REAL);
            var redirect = RedirectWords.of(said);
            boolean web = real.isPresent()
                    || redirect.isPresent()
                    || setup.text("htype").equals(HostingKinds.REAL);
            var properties = real.map(HostingProperties::of).orElseGet(Map::of);
            HostingProperties.refuseOtherRoot(properties, "", SubdomainOperator.folder(setup.text("name")));
            addresses.check(MailPreferences.addresses(asked));
            long id = deeds.together(exchange, () -> {
                var above = finder.above(setup);
                long parent = finder.subscription(setup, above);
                var name = Subdomains.name(setup.needed("name").text(), above);
                subscriptions
                        .read(parent)
                        .ifPresent(webspace -> HostingProperties.refuseOwnUser(properties, webspace.systemUser()));
                var domain = above.filter(site -> name.endsWith("." + site.host()));
                domain.ifPresent(site -> subdomains.room(exchange, site));
                var input = Map.of("domain", name, "disabled", String.valueOf(!web));
                long made = deeds.make(exchange, "site.create", parent, input);
                var words = new LinkedHashMap<String, String>();
                words.putAll(HostingProperties.kept(properties));
                words.putAll(KeptWords.ofWebspace(exchange, asked, setup));
                kept.keep(exchange, Kept.Subject.SITE, made, words);
                domain.ifPresent(site -> subdomains.keep(exchange, made, site));
                if (!web) websites.madeWithout(exchange, made);
                redirect.ifPresent(
                        where -> directory.read(made).ifPresent(site -> websites.redirect(exchange, site, where)));
                mail.change(exchange, made, asked.part("mail"));
                if (isToBeDisabled(exchange, setup))
                    directory.read(made).ifPresent(site -> websites.disabled(exchange, site));
                else standings.darken(exchange, "site", made, owner(parent), setup, STATUSES);
                return made;
            });
            return new Element("result").add("status", "ok").add("id", id).add("guid", guid(exchange, id));
        });
    }

    private long owner(long subscription) {
        return directory.read(subscription).map(SiteDetails::owner).orElse(Scope.ADMINISTRATOR);
    }

    private UUID guid(Exchange exchange, long id) {
        return transaction
                .read(exchange.scope(), () -> directory.read(id))
                .map(SiteDetails::guid)
                .orElseThrow();
    }

    /// @param below how many subdomains hang there
    private record Read(SiteDetails site, Map<String, String> kept, WebspaceTold.Read webspace, long below) {}

    private Map<Long, Read> read(Collection<Long> ids) {
        var all = new HashMap<Long, Read>();
        var sites = directory.read(ids);
        var words = kept.of(Kept.Subject.SITE, ids);
        var below = counts.subdomainsBelow(ids);
        var parents = webspaces.read(sites.values().stream()
                .map(SiteDetails::subscription)
                .distinct()
                .toList());
        sites.forEach((id, site) -> {
            var parent = parents.get(site.subscription());
            if (parent != null)
                all.put(id, new Read(site, words.getOrDefault(id, Map.of()), parent, below.getOrDefault(id, 0L)));
        });
        return all;
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        var wanted = asked.needed("dataset");
        objects.read(asked, exchange, results, this::read, (result, read) -> result.add(data(read, wanted)));
    }

    /// Of the sites that are named; where none is, what holds for all.
    private void descriptor(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        if (Filter.of(asked).isAll()) {
            results.accept(new Element("result").add("status", "ok").add(Descriptors.of("physical-hosting")));
            return;
        }
        objects.read(
                asked, exchange, results, this::read, (result, _) -> result.add(Descriptors.of("physical-hosting")));
    }

    private Element data(Read read, Element wanted) {
        var data = new Element("data");
        var words = read.site.isMain() ? read.webspace.kept() : read.kept;
        if (WebspaceTold.isAny(wanted)) data.add(info(read, words));
        if (wanted.has("hosting")) data.add(told(read, words));
        if (wanted.has("stat")) data.add(stat(read));
        if (wanted.has("prefs")) data.add(KeptWords.group("prefs", words, WebspaceTold.PREFS));
        // Counted is the subscription's home, all its sites together: it stands at the main domain.
        if (wanted.has("disk_usage")) data.add(WebspaceTold.diskUsage(used(read)));
        if (wanted.has("performance")) data.add(KeptWords.group("performance", words, WebspaceTold.PERFORMANCE));
        return data;
    }

    private static long used(Read read) {
        return read.site.isMain() ? read.webspace.webspace().diskUsed() : 0;
    }

    private Element info(Read read, Map<String, String> words) {
        var site = read.site;
        var website = Websites.of(site, words);
        boolean off = website.hosting() && !website.on();
        return new Element("gen_info")
                .add("cr_date", Forms.date(site.created()))
                .add("name", new DomainName(site.host()).display())
                .add("ascii-name", site.host())
                .add("status", Statuses.of(site.own(), site.above(), off))
                .add("real_size", used(read))
                .add("dns_ip_address", addresses.of(read.webspace.webspace().node()))
                .add("htype", website.kind())
                .add("guid", site.guid())
                .add("webspace-guid", site.subscriptionGuid())
                .add("sb-site-uuid", "")
                .add("webspace-id", site.subscription())
                .add("description", words.getOrDefault("description", ""));
    }

    private Element told(Read read, Map<String, String> words) {
        var site = read.site;
        var node = hosting.told(read.webspace.webspace(), Websites.of(site, words), words);
        node.child(HostingKinds.REAL)
                .ifPresent(real -> real.children().stream()
                        .filter(one -> one.text("name").equals("www_root"))
                        .findFirst()
                        .ifPresent(root ->
                                root.children().set(1, Element.of("value", site.home() + "/" + site.docroot()))));
        return node;
    }

    /// What is counted of a subscription stands at its main domain.
    private static Element stat(Read read) {
        boolean main = read.site.isMain();
        var stat = new Element("stat")
                .add("traffic", main ? read.webspace.webspace().trafficUsed() : 0)
                .add("subdom", read.below)
                .add("wu", 0)
                .add("box", read.site.mailboxes())
                .add("redir", read.site.forwards());
        stat.add("mg", 0).add("resp", read.site.answers()).add("maillists", 0);
        return stat.add("db", main ? read.webspace.count().databases() : 0)
                .add("mssql_db", 0)
                .add("traffic_prevday", 0);
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        var values = asked.needed("values");
        var setup = values.child("gen_setup").orElseGet(() -> new Element("gen_setup"));
        objects.each(asked, exchange, results, id -> {
            deeds.together(exchange, () -> directory.read(id), MISSING, site -> change(exchange, site, values, setup));
            standings.refuseDark(
                    exchange,
                    setup,
                    () -> directory.read(id).map(s -> new Standings.Standing(s.host(), s.own(), s.above())));
        });
    }

    private void change(Exchange exchange, SiteDetails site, Element values, Element setup) {
        Forms.refuse(setup, site.guid(), "turn-off-action");
        WebspaceTold.refuseDiskUsage(values);
        deeds.rename(exchange, site.id(), Forms.name(setup));
        values.child("hosting").ifPresent(said -> change(exchange, site, said));
        kept.keep(exchange, Websites.subject(site.isMain()), site.id(), KeptWords.ofWebspace(exchange, values, setup));
        if (isToBeDisabled(exchange, setup)) {
            websites.disabled(exchange, site);
            return;
        }
        if (Statuses.isActive(setup)) websites.switchOn(exchange, site);
        standings.status(exchange, "site", site.id(), site.owner(), setup, STATUSES);
    }

    /// Unknown to the world a website is made by providers alone: its customer, who says so, suspends it.
    private static boolean isToBeDisabled(Exchange exchange, Element setup) {
        return Statuses.says(setup, Statuses.WEB_OFF)
                && exchange.caller().level().reaches(Level.RESELLER);
    }

    private void change(Exchange exchange, SiteDetails site, Element said) {
        HostingKinds.check(said, "");
        if (said.has("none")) {
            websites.none(exchange, site.id(), site.isMain());
            return;
        }
        RedirectWords.of(said).ifPresent(where -> websites.redirect(exchange, site, where));
        // An empty node says nothing, least of all that there shall be hosting.
        said.child(HostingKinds.REAL).map(HostingProperties::of).ifPresent(properties -> {
            websites.real(exchange, site);
            change(exchange, site, properties);
        });
    }

    private void change(Exchange exchange, SiteDetails site, Map<String, String> properties) {
        var webspace = subscriptions.read(site.subscription()).orElseThrow();
        if (site.isMain()) {
            hosting.change(exchange, webspace, properties);
            return;
        }
        HostingProperties.refuseOtherRoot(properties, site.home(), site.docroot());
        HostingProperties.refuseOwnUser(properties, webspace.systemUser());
        kept.keep(exchange, Kept.Subject.SITE, site.id(), HostingProperties.kept(properties));
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        objects.each(asked, exchange, results, id -> deeds.start(exchange, "site.remove", id, Map.of()));
    }
}
