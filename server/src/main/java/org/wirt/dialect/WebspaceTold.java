package org.wirt.dialect;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDirectory;
import org.wirt.plan.Catalogue;
import org.wirt.subscription.Subscription;
import org.wirt.subscription.SubscriptionDetails;
import org.wirt.subscription.SubscriptionDirectory;
import org.wirt.value.DomainName;

/// What is told of subscriptions.
@Component
class WebspaceTold {

    /// In the order of the protocol, which `Map.of` would not keep.
    static final Map<String, String> PREFS = KeptWords.inOrder("www", "true", "stat_ttl", "0");

    static final Map<String, String> PERFORMANCE = KeptWords.inOrder("bandwidth", "-1", "max_connections", "-1");

    private static final Map<String, String> PHP = Map.of("open_basedir", "{WEBSPACEROOT}{/}{:}{TMP}{/}");

    /// Of older parts of a subscription, which it does not have.
    private static final List<String> NOTHING = List.of(
            "httpsdocs",
            "subdomains",
            "web_users",
            "anonftp",
            "logs",
            "dbases",
            "mailboxes",
            "maillists",
            "domaindumps",
            "configs",
            "chroot");

    private final SubscriptionDirectory directory;
    private final SiteDirectory sites;
    private final HostingWords hosting;
    private final Addresses addresses;
    private final Kept kept;
    private final KeptCounts counts;
    private final ScopedTransaction transaction;

    WebspaceTold(
            SubscriptionDirectory directory,
            SiteDirectory sites,
            HostingWords hosting,
            Addresses addresses,
            Kept kept,
            KeptCounts counts,
            ScopedTransaction transaction) {
        this.directory = directory;
        this.sites = sites;
        this.hosting = hosting;
        this.addresses = addresses;
        this.kept = kept;
        this.counts = counts;
        this.transaction = transaction;
    }

    /// @param website of its main domain
    /// @param mail whether mail of that is switched on
    /// @param nobodys where mail for nobody of that goes
    /// @param count how much of what Wirt does not have is kept
    record Read(
            SubscriptionDetails webspace,
            Websites.Website website,
            boolean mail,
            List<String> nobodys,
            KeptCounts.Count count,
            Map<String, String> kept) {}

    /// Call within a scoped transaction.
    Map<Long, Read> read(Collection<Long> ids) {
        var all = new HashMap<Long, Read>();
        var main = sites.read(ids);
        var words = kept.of(Kept.Subject.SUBSCRIPTION, ids);
        var many = counts.ofSubscriptions(ids);
        directory.read(ids).forEach((id, webspace) -> {
            var site = main.get(id);
            var said = words.getOrDefault(id, Map.<String, String>of());
            var website = site == null ? Websites.Website.NONE : Websites.of(site, said);
            boolean mail = site != null && !site.mailOff();
            List<String> nobodys = site == null ? List.of() : site.nobodys();
            all.put(id, new Read(webspace, website, mail, nobodys, many.getOrDefault(id, KeptCounts.Count.NONE), said));
        });
        return all;
    }

    UUID guid(Exchange exchange, long id) {
        return transaction
                .read(exchange.scope(), () -> directory.read(id))
                .map(SubscriptionDetails::guid)
                .orElseThrow();
    }

    /// Whoever asks anything of a subscription or domain is told first, unasked, what it is in general: programs go by
    /// that.
    static boolean isAny(Element wanted) {
        return !wanted.children().isEmpty();
    }

    Element data(Exchange exchange, Read read, Element wanted) {
        var webspace = read.webspace;
        var data = new Element("data");
        if (isAny(wanted)) data.add(info(exchange, read));
        if (wanted.has("hosting")) data.add(hosting.told(webspace, read.website, read.kept));
        if (wanted.has("hosting-basic")) {
            var basic = new Element("hosting-basic");
            for (var child : hosting.told(webspace, read.website, read.kept).children()) basic.add(child);
            data.add(basic);
        }
        if (wanted.has("limits")) data.add(OveruseWords.told(limits(webspace), read.kept));
        if (wanted.has("stat")) data.add(stat(read));
        if (wanted.has("prefs")) data.add(KeptWords.group("prefs", read.kept, PREFS));
        if (wanted.has("disk_usage")) data.add(diskUsage(webspace.diskUsed()));
        if (wanted.has("performance")) data.add(KeptWords.group("performance", read.kept, PERFORMANCE));
        if (wanted.has("subscriptions"))
            data.add(Contracts.subscriptions(
                    webspace.isLocked(),
                    webspace.sync() == Subscription.Sync.SYNCED,
                    Stream.concat(webspace.plan().stream(), webspace.addOns().stream())
                            .toList()));
        if (wanted.has("permissions"))
            data.add(TermWords.permissions(webspace.allowance().permissions(), false));
        if (wanted.has("plan-items")) data.add(new Element("plan-items"));
        if (wanted.has("php-settings")) data.add(KeptWords.settings(read.kept, PHP));
        if (wanted.has("resource-usage")) data.add(usage(read));
        if (wanted.has("mail")) data.add(MailPreferences.told("mail", read.kept, read.mail, read.nobodys));
        if (wanted.has("aps-filter")) data.add("aps-filter", false);
        if (wanted.has("packages")) data.add(new Element("packages"));
        return data;
    }

    private Element info(Exchange exchange, Read read) {
        var webspace = read.webspace;
        var info = new Element("gen_info")
                .add("cr_date", Forms.date(webspace.created()))
                .add("name", new DomainName(webspace.name()).display())
                .add("ascii-name", webspace.name())
                .add("status", Statuses.of(webspace.own(), webspace.above()))
                .add("real_size", webspace.diskUsed());
        if (webspace.owner().kind() == Level.ADMINISTRATOR)
            info.add("owner-login", webspace.owner().username());
        else info.add("owner-id", webspace.owner().id());
        info.add("dns_ip_address", addresses.of(webspace.node()))
                .add("htype", read.website.kind())
                .add("guid", webspace.guid());
        webspace.providerGuid().ifPresent(guid -> info.add("vendor-guid", guid));
        // What he is called in his provider's books is not for him.
        boolean provider = exchange.caller().level().reaches(Level.RESELLER);
        info.add("external-id", provider ? read.kept.getOrDefault(Kept.EXTERNAL_ID, "") : "")
                .add("sb-site-uuid", "")
                .add("description", read.kept.getOrDefault("description", ""));
        if (exchange.isAdministrator()) info.add("admin-description", read.kept.getOrDefault("admin-description", ""));
        if (provider) info.add("reseller-description", read.kept.getOrDefault("reseller-description", ""));
        return info;
    }

    private static Element limits(SubscriptionDetails webspace) {
        return TermWords.limits(webspace.allowance(), false, false)
                .add(TermWords.end(webspace.allowance().expiry()));
    }

    private static Element stat(Read read) {
        var webspace = read.webspace;
        var figures = webspace.figures();
        var stat = new Element("stat")
                .add("traffic", webspace.trafficUsed())
                .add("subdom", read.count.subdomains())
                .add("wu", 0);
        stat.add("box", figures.mailboxes()).add("redir", figures.forwards());
        stat.add("mg", 0).add("resp", figures.answers()).add("maillists", 0);
        stat.add("db", read.count.databases()).add("mssql_db", 0);
        return stat.add("traffic_prevday", 0).add("domains", 1).add("sites", figures.sites());
    }

    /// All that is counted of a subscription is its home.
    static Element diskUsage(long used) {
        var usage = new Element("disk_usage").add("httpdocs", used);
        for (var nothing : NOTHING) usage.add(nothing, 0);
        return usage;
    }

    /// It is measured, not said.
    static void refuseDiskUsage(Element values) {
        if (!values.part("disk_usage").children().isEmpty())
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "The use of disk space is measured, and cannot be set.");
    }

    private static Element usage(Read read) {
        var webspace = read.webspace;
        var figures = webspace.figures();
        var usage = new Element("resource-usage");
        TermWords.told(webspace.allowance().limits(), false)
                .keySet()
                .forEach(name -> usage.add(new Element("resource")
                        .add("name", name)
                        .add(
                                "value",
                                switch (name) {
                                    case "disk_space" -> webspace.diskUsed();
                                    case "max_traffic" -> webspace.trafficUsed();
                                    case "max_site" -> figures.sites();
                                    case "max_box" -> figures.mailboxes();
                                    case "max_subftp_users" -> figures.ftpLogins();
                                    case Catalogue.DATABASES -> read.count.databases();
                                    case SiteAliasOperator.LIMIT -> read.count.aliases();
                                    case Subdomains.LIMIT -> read.count.subdomains();
                                    case "mbox_quota" -> figures.mailboxSizes();
                                    default -> 0L;
                                })));
        return usage;
    }
}
