package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Reasons;
import org.wirt.hosting.Forwards;
import org.wirt.hosting.FtpLogin;
import org.wirt.hosting.FtpLogins;
import org.wirt.hosting.HostingNodes;
import org.wirt.hosting.Mailboxes;
import org.wirt.hosting.Relocating;
import org.wirt.hosting.Sites;
import org.wirt.hosting.Space;
import org.wirt.hosting.Spaces;
import org.wirt.plan.AddOns.Called;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Scope;
import org.wirt.plan.Unit;
import org.wirt.subscription.ListedSubscription;
import org.wirt.subscription.SubscriptionList;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.HostedView;
import org.wirt.web.ui.HostingGroup;
import org.wirt.web.ui.InfoRow;
import org.wirt.web.ui.SubscriptionPage;
import org.wirt.web.ui.Tab;
import org.wirt.web.ui.Total;
import org.wirt.web.ui.Usage;

/// One subscription, as its provider sees it: what it serves, what it may and uses, how it stands.
@Controller
class SubscriptionController {

    private static final List<String> TABS = List.of("sites", "mail", "ftp", "dns", "resources");

    /// @param node   the machine, for who keeps those
    /// @param moving a move to another one that is under way
    private record Found(
            ListedSubscription listed,
            Space space,
            String systemUser,
            List<Reasons.Reason> reasons,
            Optional<String> node,
            List<Relocating.One> moving,
            AddOnChoices.OfOne addOns) {}

    private final SubscriptionList list;
    private final Spaces spaces;
    private final Sites sites;
    private final FtpLogins ftp;
    private final Mailboxes mailboxes;
    private final Forwards forwards;
    private final Reasons reasons;
    private final HostingNodes nodes;
    private final Relocating relocating;
    private final HostingGroups groups;
    private final ZoneViews zones;
    private final AddOnChoices addOns;
    private final PermittedVerbs permitted;
    private final ScopedTransaction transaction;

    SubscriptionController(
            SubscriptionList list,
            Spaces spaces,
            Sites sites,
            FtpLogins ftp,
            Mailboxes mailboxes,
            Forwards forwards,
            Reasons reasons,
            HostingNodes nodes,
            Relocating relocating,
            HostingGroups groups,
            ZoneViews zones,
            AddOnChoices addOns,
            PermittedVerbs permitted,
            ScopedTransaction transaction) {
        this.list = list;
        this.spaces = spaces;
        this.sites = sites;
        this.ftp = ftp;
        this.mailboxes = mailboxes;
        this.forwards = forwards;
        this.reasons = reasons;
        this.nodes = nodes;
        this.relocating = relocating;
        this.groups = groups;
        this.zones = zones;
        this.addOns = addOns;
        this.permitted = permitted;
        this.transaction = transaction;
    }

    @GetMapping("/subscriptions/{id}")
    ModelAndView page(Visit visit, @PathVariable long id) {
        Visits.from(visit, Level.RESELLER);
        var found = transaction.read(visit.scope(), () -> find(visit, id));
        var tab = TABS.contains(visit.parameter("tab")) ? visit.parameter("tab") : TABS.getFirst();
        var back = "/subscriptions/" + id + (tab.equals("sites") ? "" : "?tab=" + tab);
        var shown = shown(visit, found.space, tab, back);
        var t = visit.t();
        var listed = found.listed;
        var verbs = permitted.of(visit);
        var refusals = SubscriptionRows.refusals(visit, listed);
        var text = String.valueOf(id);
        var name = HostingWords.display(listed.name());
        var view = new SubscriptionPage(
                visit.frame().titled(name, crumbs(visit, listed, name)),
                text,
                name,
                AccountWords.status(t, listed.own(), listed.above()),
                StatusReasons.of(t, listed.own(), listed.above(), found.reasons),
                tabs(visit, found.space, id, tab),
                tab,
                shown.choice(),
                shown.groups(),
                notes(visit, found, shown),
                shown.connections(),
                tab.equals("resources") ? usages(visit, found.space) : List.of(),
                found.space
                        .used()
                        .at()
                        .map(at -> t.of("web.hosting.counted", t.dateTime(at)))
                        .orElse(""),
                tab.equals("resources") ? permissions(visit, found.space) : List.of(),
                enter(visit, listed),
                SubscriptionActions.status(t, text, verbs, refusals, back),
                after(visit, found, text, verbs, refusals),
                information(visit, found));
        return new ModelAndView("hosting/subscription", "page", view);
    }

    private Found find(Visit visit, long id) {
        var listed = list.find(id).orElseThrow(() -> new Refused(Refusal.notFound()));
        var space = spaces.load(List.of(id)).getFirst();
        var user = ftp.in(List.of(id)).stream()
                .filter(FtpLogin::main)
                .map(FtpLogin::name)
                .findFirst()
                .orElse("");
        boolean keeper = visit.level() == Level.ADMINISTRATOR;
        return new Found(
                listed,
                space,
                user,
                reasons.of(Reasons.Subject.subscription, List.of(id)),
                keeper ? nodes.name(space.node()) : Optional.empty(),
                keeper ? relocating.of(List.of(id)) : List.of(),
                addOns.of(id, listed.provider().id()));
    }

    private HostedView shown(Visit visit, Space space, String tab, String back) {
        if (tab.equals("dns")) {
            var domains = transaction.read(visit.scope(), () -> sites.in(List.of(space.id())));
            return zones.of(visit, domains, "/subscriptions/" + space.id(), tab);
        }
        return new HostedView(
                null,
                transaction.read(visit.scope(), () -> groups(visit, space, tab, back)),
                tab.equals("mail") ? groups.mailNotes(visit, List.of(space)) : List.of(),
                switch (tab) {
                    case "mail" -> groups.mailConnection(visit, List.of(space));
                    case "ftp" -> groups.ftpConnection(visit, List.of(space));
                    default -> List.of();
                });
    }

    private List<HostingGroup> groups(Visit visit, Space space, String tab, String back) {
        var of = List.of(space.id());
        return switch (tab) {
            case "sites" -> List.of(groups.sites(visit, space, sites.in(of), back));
            case "ftp" -> List.of(groups.ftp(visit, space, ftp.in(of), back));
            case "mail" -> {
                var boxes = mailboxes.in(of);
                var all = new ArrayList<HostingGroup>();
                for (var site : sites.in(of)) all.add(groups.mail(visit, site, boxes, back));
                all.add(ForwardGroups.of(visit, space, visit.t().of("web.hosting.forwards"), forwards.in(of), back));
                yield all;
            }
            default -> List.of();
        };
    }

    /// provider › customer › subscription
    private static Crumb[] crumbs(Visit visit, ListedSubscription listed, String name) {
        var crumbs = new ArrayList<Crumb>();
        var owner = HostingWords.accountHref(visit, listed.owner().id(), listed.ownerKind());
        if (visit.level() == Level.ADMINISTRATOR) {
            var provider = HostingWords.providerLink(
                    listed.provider().id(), listed.provider().name());
            if (!owner.isEmpty()) crumbs.add(new Crumb(provider.label(), provider.href()));
        } else if (!owner.isEmpty()) {
            crumbs.add(new Crumb(visit.t().of("web.customers"), "/customers"));
        }
        crumbs.add(
                owner.isEmpty()
                        ? new Crumb(visit.t().of("web.subscriptions"), "/subscriptions")
                        : new Crumb(listed.owner().name(), owner));
        crumbs.add(Crumb.here(name));
        return crumbs.toArray(Crumb[]::new);
    }

    private static List<Tab> tabs(Visit visit, Space space, long id, String current) {
        var t = visit.t();
        var page = "/subscriptions/" + id;
        return List.of(
                tab(
                        t.of("web.hosting.sites"),
                        page,
                        current.equals("sites"),
                        space.used().sites()),
                tab(
                        t.of("web.hosting.mail"),
                        page + "?tab=mail",
                        current.equals("mail"),
                        space.used().mailboxes()),
                tab(
                        t.of("web.hosting.ftp"),
                        page + "?tab=ftp",
                        current.equals("ftp"),
                        space.used().ftpLogins() + 1),
                new Tab(t.of("web.hosting.dns"), page + "?tab=dns", current.equals("dns"), null),
                new Tab(t.of("web.hosting.resources"), page + "?tab=resources", current.equals("resources"), null));
    }

    private static Tab tab(String label, String href, boolean current, long number) {
        return new Tab(label, href, current, new Total(Math.toIntExact(number), false));
    }

    private static List<Usage> usages(Visit visit, Space space) {
        var t = visit.t();
        var used = space.used();
        var usages = new ArrayList<Usage>();
        for (var key : Catalogue.limits()) {
            if (key.scope() == Scope.RESELLER) continue;
            var label = t.of(key.messageKey());
            long granted = space.limits().of(key);
            boolean bytes = key.unit() == Unit.BYTES || key.unit() == Unit.BYTES_PER_MONTH;
            var amount = switch (key.name()) {
                case Catalogue.DISK_SPACE -> used.disk();
                case Catalogue.TRAFFIC -> used.traffic();
                case Catalogue.DOMAINS -> used.sites();
                case Catalogue.MAILBOXES -> used.mailboxes();
                case "total_mboxes_quota" -> used.mailboxBytes();
                case "max_subftp_users" -> used.ftpLogins();
                default -> -1L;
            };
            if (amount >= 0)
                usages.add(bytes ? Usage.bytes(label, amount, granted) : Usage.count(label, amount, granted));
        }
        return usages;
    }

    private static List<InfoRow> permissions(Visit visit, Space space) {
        var t = visit.t();
        return Catalogue.permissions().stream()
                .filter(key -> key.scope() != Scope.RESELLER)
                .map(key -> HostingGroups.info(
                        t.of(key.messageKey()),
                        t.of(space.permissions().allow(key.name()) ? "web.hosting.on" : "web.hosting.off")))
                .toList();
    }

    private static List<Action> enter(Visit visit, ListedSubscription listed) {
        if (listed.ownerKind() != Level.CUSTOMER) return List.of();
        return List.of(Action.post(
                visit.t().of("web.log-in-as-customer"),
                "login-2",
                "/customers/" + listed.owner().id() + "/act-as"));
    }

    private static List<String> notes(Visit visit, Found found, HostedView shown) {
        var notes = new ArrayList<String>();
        for (var one : found.moving) notes.add(RelocationWords.sentence(visit.t(), one));
        notes.addAll(shown.notes());
        return notes;
    }

    private static List<Action> after(
            Visit visit, Found found, String id, Set<String> verbs, Map<String, String> refusals) {
        var t = visit.t();
        var back = "/subscriptions/" + id;
        var actions = new ArrayList<Action>();
        if (!found.moving.isEmpty())
            actions.add(SiteActions.returning(
                    Action.Kind.AT_ONCE, t.of("verb.subscription.stay"), "ban", "subscription.stay", id, back));
        actions.addAll(SubscriptionActions.contract(t, id, found.addOns.verbs(verbs), refusals, back));
        actions.addAll(SubscriptionActions.remove(t, id, verbs, refusals, "/subscriptions"));
        return actions;
    }

    private static List<InfoRow> information(Visit visit, Found found) {
        var t = visit.t();
        var listed = found.listed;
        var rows = new ArrayList<InfoRow>();
        var owner = HostingWords.accountHref(visit, listed.owner().id(), listed.ownerKind());
        rows.add(new InfoRow(
                t.of("web.hosting.subscriber"), listed.owner().name(), owner.isEmpty() ? null : owner, null));
        if (visit.level() == Level.ADMINISTRATOR) {
            var provider = HostingWords.providerLink(
                    listed.provider().id(), listed.provider().name());
            rows.add(new InfoRow(t.of("web.provider"), provider.label(), provider.href(), null));
        }
        found.node.ifPresent(node -> rows.add(new InfoRow(t.of("web.nodes.name"), node, "/nodes", null)));
        rows.add(HostingGroups.info(t.of("web.hosting.plan"), listed.plan().orElse(t.of("web.custom"))));
        if (!found.addOns.bound().isEmpty())
            rows.add(HostingGroups.info(
                    t.of("web.hosting.add-ons"),
                    found.addOns.bound().stream().map(Called::name).collect(Collectors.joining(", "))));
        rows.add(HostingGroups.info(
                t.of("web.sync"),
                t.of("web.status." + HostingWords.sync(listed.sync()).kind().word())));
        rows.add(HostingGroups.info(t.of("web.created"), t.date(listed.created())));
        rows.add(HostingGroups.info(
                t.of("web.expires"),
                listed.expires().map(e -> t.date(HostingWords.lastDay(e))).orElse(t.of("web.unlimited"))));
        rows.add(HostingGroups.info(t.of("web.hosting.system-user"), found.systemUser));
        return rows;
    }
}
