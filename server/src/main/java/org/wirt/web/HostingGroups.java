package org.wirt.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Right;
import org.wirt.hosting.FtpLogin;
import org.wirt.hosting.Mailbox;
import org.wirt.hosting.Openings;
import org.wirt.hosting.ServiceDoors;
import org.wirt.hosting.ServicePorts;
import org.wirt.hosting.Site;
import org.wirt.hosting.Space;
import org.wirt.plan.Catalogue;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.ConnectionTable;
import org.wirt.web.ui.HostingGroup;
import org.wirt.web.ui.HostingRow;
import org.wirt.web.ui.InfoRow;
import org.wirt.web.ui.Status;

/// Sites, FTP logins and mailboxes as groups of rows, the same for the customer and for his provider.
@Component
class HostingGroups {

    private final ServiceDoors doors;

    HostingGroups(ServiceDoors doors) {
        this.doors = doors;
    }

    HostingGroup sites(Visit visit, Space space, List<Site> sites, String back) {
        var t = visit.t();
        boolean granted = visit.caller().rights().has(Right.SITES);
        boolean manages = granted && Openings.manage(space, visit.caller()).isEmpty();
        var rows = new ArrayList<HostingRow>();
        var ports = doors.of(space.node()).ports();
        for (var site : sites) {
            if (site.space().id() != space.id()) continue;
            var own = site.own().and(space.causes());
            var menu = new ArrayList<Action>();
            if (manages) {
                var id = String.valueOf(site.id());
                menu.addAll(
                        SiteActions.status(t, id, site.own(), site.disabled(), visit.level() != Level.CUSTOMER, back));
                menu.add(Action.link(
                        t.of("verb.site.certificate"),
                        "lock",
                        "/sites/" + id + "/certificate?return=" + encoded(back)));
                if (Openings.redirect(space, visit.caller()).isEmpty())
                    menu.addAll(SiteActions.redirect(t, id, site.redirect().isPresent(), back));
                if (Openings.mail(space, visit.caller()).isEmpty())
                    menu.add(SiteActions.mail(t, id, site.mailOff(), back));
                if (Openings.rename(site, visit.caller()).isEmpty()) menu.add(SiteActions.rename(t, id, back));
                if (!site.isMain() && !hidden(Openings.site(space, visit.caller())))
                    menu.add(SiteActions.remove(t, id, back));
            }
            rows.add(new HostingRow(
                    String.valueOf(site.id()),
                    site.name(),
                    ports.site(site.host()),
                    note(t, site),
                    HostingWords.status(t, site.disabled(), own, space.above()),
                    List.of(HostingWords.pages(t, site.redirect(), site.docroot()), t.count(site.mailboxes())),
                    menu));
        }
        var add = granted
                ? add(
                        visit,
                        Openings.site(space, visit.caller()),
                        t.of("web.hosting.add-site"),
                        "/subscriptions/" + space.id() + "/sites/new",
                        back)
                : null;
        return group(
                visit,
                space,
                add,
                use(visit, Catalogue.DOMAINS, space.used().sites(), space),
                t.of("web.domain"),
                List.of(t.of("web.hosting.docroot"), t.of("web.hosting.mailboxes")),
                rows);
    }

    private static String note(Texts t, Site site) {
        return Stream.of(
                        site.isMain() ? t.of("web.hosting.main-domain") : "",
                        site.mailOff() ? t.of("web.hosting.mail-off") : "")
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Action form(Texts t, String verb, String icon, FtpLogin login, String page, String back) {
        return Action.link(t.of("verb." + verb), icon, "/ftp/" + login.id() + "/" + page + "?return=" + encoded(back));
    }

    HostingGroup ftp(Visit visit, Space space, List<FtpLogin> logins, String back) {
        var t = visit.t();
        var caller = visit.caller();
        boolean manages = Openings.manage(space, caller).isEmpty();
        var rows = new ArrayList<HostingRow>();
        for (var login : logins) {
            if (login.space().id() != space.id()) continue;
            boolean may = login.main() ? manages : manages && !hidden(Openings.ftpLogin(space, caller));
            var menu = new ArrayList<Action>();
            if (may) {
                menu.add(password(visit, "/ftp/" + login.id() + "/password", back));
                menu.add(form(t, "ftp.keys", "shield-lock", login, "keys", back));
                if (Openings.rename(login, caller).isEmpty())
                    menu.add(form(t, "ftp.rename", "pencil", login, "name", back));
                if (!login.main()) {
                    menu.add(form(t, "ftp.folder", "folder", login, "folder", back));
                    menu.add(remove(visit, "ftp.remove", login.id(), back));
                }
            }
            rows.add(new HostingRow(
                    String.valueOf(login.id()),
                    login.name(),
                    null,
                    kind(t, login),
                    AccountWords.status(t, space.causes(), space.above()),
                    List.of(login.directory().isEmpty() ? t.of("web.hosting.home") : login.directory()),
                    menu));
        }
        var add = add(
                visit,
                Openings.ftpLogin(space, caller),
                t.of("web.hosting.add-ftp"),
                "/subscriptions/" + space.id() + "/ftp/new",
                back);
        return group(
                visit,
                space,
                add,
                use(visit, "max_subftp_users", space.used().ftpLogins(), space),
                t.of("web.hosting.login"),
                List.of(t.of("web.hosting.directory")),
                rows);
    }

    private static String kind(Texts t, FtpLogin login) {
        var kind = login.main() ? t.of("web.hosting.system-user") : t.of("web.hosting.additional");
        int keys = login.keys().size();
        return keys == 0 ? kind : kind + ", " + t.of("web.hosting.keys.count", keys);
    }

    HostingGroup mail(Visit visit, Site site, List<Mailbox> mailboxes, String back) {
        var t = visit.t();
        var space = site.space();
        boolean off = site.disabled() || site.mailOff();
        boolean may =
                Openings.manage(space, visit.caller()).isEmpty() && !hidden(Openings.mailbox(space, visit.caller()));
        var rows = new ArrayList<HostingRow>();
        for (var mailbox : mailboxes) {
            if (mailbox.siteId() != site.id()) continue;
            rows.add(new HostingRow(
                    String.valueOf(mailbox.id()),
                    mailbox.name(),
                    null,
                    MailboxMenu.note(t, mailbox),
                    HostingWords.status(t, off || mailbox.off(), space.causes(), space.above()),
                    List.of(t.size(mailbox.quota())),
                    may ? MailboxMenu.of(visit, mailbox, back) : List.of()));
        }
        var add = add(
                visit,
                Openings.mailbox(space, visit.caller()),
                t.of("web.hosting.add-mailbox"),
                "/subscriptions/" + space.id() + "/mailboxes/new?site=" + site.id(),
                back);
        return new HostingGroup(
                "site-" + site.id(),
                site.name(),
                null,
                HostingWords.status(t, off, space.causes(), space.above()),
                site.mailOff() ? t.of("web.hosting.mail-off.what") : "",
                add,
                t.of("web.hosting.mailbox"),
                List.of(t.of("web.hosting.quota")),
                rows,
                t.of("web.hosting.no-mailboxes"),
                service(visit, site, back));
    }

    /// Whether mail of the domain is served here at all.
    private static List<Action> service(Visit visit, Site site, String back) {
        boolean may = visit.caller().rights().has(Right.SITES)
                && Openings.mail(site.space(), visit.caller()).isEmpty();
        return may ? List.of(SiteActions.mail(visit.t(), String.valueOf(site.id()), site.mailOff(), back)) : List.of();
    }

    List<ConnectionTable> ftpConnection(Visit visit, List<Space> spaces) {
        var t = visit.t();
        return connections(
                visit,
                spaces,
                "connection-ftp",
                t.of("web.hosting.connection.ftp"),
                ports -> List.of(
                        info(t.of("web.hosting.ftp-port"), String.valueOf(ports.ftp())),
                        info(t.of("web.hosting.sftp-port"), String.valueOf(ports.sftp())),
                        info(t.of("web.hosting.user-is"), t.of("web.hosting.user-is.ftp"))));
    }

    List<ConnectionTable> mailConnection(Visit visit, List<Space> spaces) {
        var t = visit.t();
        return connections(
                visit,
                spaces,
                "connection-mail",
                t.of("web.hosting.connection.mail"),
                ports -> List.of(
                        info(t.of("web.hosting.imap-port"), String.valueOf(ports.imap())),
                        info(t.of("web.hosting.submission-port"), String.valueOf(ports.submission())),
                        info(t.of("web.hosting.smtp-port"), String.valueOf(ports.smtp())),
                        info(t.of("web.hosting.user-is"), t.of("web.hosting.user-is.mail"))));
    }

    /// The panel's own mail server forgets.
    List<String> mailNotes(Visit visit, List<Space> spaces) {
        return spaces.stream().allMatch(space -> doors.of(space.node()).ofNode())
                ? List.of()
                : List.of(
                        visit.t().of("web.hosting.memory"),
                        visit.t().of("web.hosting.memory.forwards"),
                        visit.t().of("web.hosting.memory.answers"));
    }

    /// One for each machine the subscriptions lie on; where these are several, each names those that lie there.
    private List<ConnectionTable> connections(
            Visit visit, List<Space> spaces, String id, String title, Function<ServicePorts, List<InfoRow>> rows) {
        var t = visit.t();
        var byNode = spaces.stream().collect(Collectors.groupingBy(Space::node, TreeMap::new, Collectors.toList()));
        return byNode.entrySet().stream()
                .map(there -> {
                    var door = doors.of(there.getKey());
                    var address = door.address().isEmpty() ? visit.request().getServerName() : door.address();
                    var all = new ArrayList<InfoRow>();
                    all.add(info(t.of("web.hosting.server"), address));
                    all.addAll(rows.apply(door.ports()));
                    var names = there.getValue().stream()
                            .map(space -> HostingWords.display(space.name()))
                            .collect(Collectors.joining(", "));
                    return byNode.size() == 1
                            ? new ConnectionTable(id, title, all)
                            : new ConnectionTable(id + "-" + there.getKey(), title + " (" + names + ")", all);
                })
                .toList();
    }

    static InfoRow info(String label, String value) {
        return new InfoRow(label, value, null, null);
    }

    private static HostingGroup group(
            Visit visit,
            Space space,
            @Nullable Action add,
            String note,
            String first,
            List<String> heads,
            List<HostingRow> rows) {
        var t = visit.t();
        boolean provider = visit.level() != Level.CUSTOMER;
        return new HostingGroup(
                "sub-" + space.id(),
                HostingWords.display(space.name()),
                provider ? "/subscriptions/" + space.id() : null,
                AccountWords.status(t, space.causes(), space.above()),
                note,
                add,
                first,
                heads,
                rows,
                t.of("web.hosting.no-rows"));
    }

    /// "2 of 5", with the name of what is counted.
    private static String use(Visit visit, String limit, long used, Space space) {
        var t = visit.t();
        long granted = space.limits().get(limit);
        var amount = granted < 0 ? t.of("web.hosting.use-unlimited", used) : t.of("web.hosting.use", used, granted);
        return t.of(Catalogue.limit(limit).messageKey()) + ": " + amount;
    }

    /// What a contract does not provide for is not shown; what is only full or dark says so.
    static boolean hidden(Optional<Refusal> refusal) {
        return refusal.filter(r -> r.kind() == Refusal.Kind.NOT_PERMITTED).isPresent();
    }

    static @Nullable Action add(Visit visit, Optional<Refusal> refusal, String label, String href, String back) {
        if (hidden(refusal)) return null;
        var way = href + (href.contains("?") ? "&" : "?") + "return=" + encoded(back);
        return Action.link(label, "plus", way)
                .refused(refusal.map(r -> Words.sentence(visit.t(), r)).orElse(null));
    }

    static Action password(Visit visit, String href, String back) {
        return Action.link(visit.t().of("web.hosting.change-password"), "key", href + "?return=" + encoded(back));
    }

    static Action remove(Visit visit, String verb, long id, String back) {
        return SiteActions.returning(
                        Action.Kind.DIALOG, visit.t().of("web.remove"), "trash", verb, String.valueOf(id), back)
                .dangerous();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Status status(Visit visit, Space space) {
        return AccountWords.status(visit.t(), space.causes(), space.above());
    }
}
