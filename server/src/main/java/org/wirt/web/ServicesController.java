package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Forwards;
import org.wirt.hosting.FtpLogins;
import org.wirt.hosting.Mailboxes;
import org.wirt.hosting.Sites;
import org.wirt.hosting.Space;
import org.wirt.hosting.Spaces;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.ConnectionTable;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.EmptyState;
import org.wirt.web.ui.HostedView;
import org.wirt.web.ui.HostingGroup;
import org.wirt.web.ui.ServicesPage;

/// What a customer comes for: his web sites, his mailboxes, his FTP logins.
@Controller
class ServicesController {

    private final Spaces spaces;
    private final Sites sites;
    private final FtpLogins ftp;
    private final Mailboxes mailboxes;
    private final Forwards forwards;
    private final HostingGroups groups;
    private final ZoneViews zones;
    private final ScopedTransaction transaction;

    ServicesController(
            Spaces spaces,
            Sites sites,
            FtpLogins ftp,
            Mailboxes mailboxes,
            Forwards forwards,
            HostingGroups groups,
            ZoneViews zones,
            ScopedTransaction transaction) {
        this.spaces = spaces;
        this.sites = sites;
        this.ftp = ftp;
        this.mailboxes = mailboxes;
        this.forwards = forwards;
        this.groups = groups;
        this.zones = zones;
        this.transaction = transaction;
    }

    @Bean
    static Navigation.Entry websitesEntry() {
        return new Navigation.Entry(10, "web.hosting.websites", "world", "/websites", Set.of(Level.CUSTOMER))
                .granted(Right.FIGURES);
    }

    @Bean
    static Navigation.Entry mailEntry() {
        return new Navigation.Entry(20, "web.hosting.mail", "mail", "/mail", Set.of(Level.CUSTOMER))
                .granted(Right.MAILBOXES);
    }

    @Bean
    static Navigation.Entry ftpEntry() {
        return new Navigation.Entry(30, "web.hosting.ftp", "folder", "/ftp", Set.of(Level.CUSTOMER))
                .granted(Right.FTP_LOGINS);
    }

    @Bean
    static Navigation.Entry dnsEntry() {
        return new Navigation.Entry(35, "web.hosting.dns", "server", "/dns", Set.of(Level.CUSTOMER)).granted(Right.DNS);
    }

    @GetMapping("/websites")
    ModelAndView websites(Visit visit) {
        Visits.needs(visit, Right.FIGURES);
        var own = own(visit);
        var found = transaction.read(visit.scope(), () -> sites.in(ids(own)));
        var shown = own.stream()
                .map(s -> groups.sites(visit, s, found, "/websites"))
                .toList();
        return page(visit, "web.hosting.websites", "world", shown, List.of(), List.of());
    }

    @GetMapping("/ftp")
    ModelAndView ftp(Visit visit) {
        Visits.needs(visit, Right.FTP_LOGINS);
        var own = own(visit);
        var found = transaction.read(visit.scope(), () -> ftp.in(ids(own)));
        var shown = own.stream().map(s -> groups.ftp(visit, s, found, "/ftp")).toList();
        return page(visit, "web.hosting.ftp", "folder", shown, List.of(), groups.ftpConnection(visit, own));
    }

    @GetMapping("/mail")
    ModelAndView mail(Visit visit) {
        Visits.needs(visit, Right.MAILBOXES);
        var own = own(visit);
        var shown = transaction.read(visit.scope(), () -> {
            var boxes = mailboxes.in(ids(own));
            var domains = sites.in(ids(own));
            var all = new ArrayList<HostingGroup>();
            for (var site : domains) all.add(groups.mail(visit, site, boxes, "/mail"));
            var pointing = forwards.in(ids(own));
            for (var space : own) all.add(ForwardGroups.of(visit, space, title(visit, own, space), pointing, "/mail"));
            return all;
        });
        var notes = groups.mailNotes(visit, own);
        return page(visit, "web.hosting.mail", "mail", shown, notes, groups.mailConnection(visit, own));
    }

    private static String title(Visit visit, List<Space> own, Space space) {
        if (own.size() == 1) return visit.t().of("web.hosting.forwards");
        return visit.t().of("web.hosting.forwards.of", HostingWords.display(space.name()));
    }

    @GetMapping("/dns")
    ModelAndView dns(Visit visit) {
        Visits.needs(visit, Right.DNS);
        var own = own(visit);
        var domains = transaction.read(visit.scope(), () -> sites.in(ids(own)));
        return page(visit, "web.hosting.dns", "server", zones.of(visit, domains, "/dns", null));
    }

    private List<Space> own(Visit visit) {
        if (visit.level() != Level.CUSTOMER) throw new Refused(Refusal.notFound());
        return transaction.read(visit.scope(), () -> spaces.of(visit.scope().accountId()));
    }

    private static List<Long> ids(List<Space> spaces) {
        return spaces.stream().map(Space::id).toList();
    }

    private static ModelAndView page(
            Visit visit,
            String title,
            String icon,
            List<HostingGroup> shown,
            List<String> notes,
            List<ConnectionTable> connections) {
        return page(visit, title, icon, new HostedView(null, shown, notes, connections));
    }

    private static ModelAndView page(Visit visit, String title, String icon, HostedView view) {
        var t = visit.t();
        boolean none = view.groups().isEmpty();
        var page = new ServicesPage(
                visit.frame().titled(t.of(title), Crumb.here(t.of(title))),
                t.of(title),
                none ? List.of() : view.notes(),
                view.choice(),
                view.groups(),
                none ? new EmptyState(icon, t.of(title + ".none"), null) : null,
                none ? List.of() : view.connections());
        return new ModelAndView("hosting/services", "page", page);
    }
}
