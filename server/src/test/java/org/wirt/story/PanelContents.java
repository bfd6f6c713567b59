package org.wirt.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Everything that a panel tells of itself in the words of the dialect, by what it is called, so that two panels can be
/// held against each other. Numbers and days of their own are left out.
final class PanelContents {

    private static final Set<String> ITS_OWN = Set.of(
            "cr_date",
            "cr-date",
            "guid",
            "vendor-guid",
            "webspace-guid",
            "webspace-id",
            "plan-guid",
            "site-id",
            "id",
            "filter-id",
            "owner-id",
            "dns_ip_address",
            "ip_address",
            "real_size",
            "synchronized",
            "external-id");

    private final Biller biller;

    /// It is the one that was taken from: what it has no external id for is known by its guid.
    private final boolean origin;

    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, String> plans = new HashMap<>();
    private final Map<String, String> all = new TreeMap<>();

    private PanelContents(Biller biller, boolean origin) {
        this.biller = biller;
        this.origin = origin;
    }

    static Map<String, String> of(Biller biller, boolean origin) {
        var contents = new PanelContents(biller, origin);
        contents.accounts("reseller", "<gen-info/><limits/><permissions/><subscriptions/>");
        contents.accounts("customer", "<gen_info/>");
        contents.plans("reseller-plan", "<filter><all/></filter><limits/><permissions/>");
        contents.plans("service-plan", "<filter/><owner-all/>");
        contents.plans("service-plan-addon", "<filter/><owner-all/>");
        // What resellers are bound to is told by the plans' guids, which are known only now.
        contents.accounts("reseller", "<gen-info/><limits/><permissions/><subscriptions/>");
        contents.domains("webspace", "<gen_info/><hosting/><limits/><permissions/><subscriptions/><php-settings/>");
        contents.domains("site", "<gen_info/><hosting/>");
        return contents.all;
    }

    /// What one of them has otherwise than the other, or not at all.
    static Map<String, String> differences(Map<String, String> there, Map<String, String> here) {
        var differences = new TreeMap<String, String>();
        var names = new TreeSet<>(there.keySet());
        names.addAll(here.keySet());
        for (var name : names)
            if (!there.getOrDefault(name, "").equals(here.getOrDefault(name, "")))
                differences.put(name, "%nthere %s%nhere  %s%n".formatted(there.get(name), here.get(name)));
        return differences;
    }

    private List<Element> results(String packet) {
        return named(biller.ask(packet).document().getDocumentElement(), "result");
    }

    private static List<Element> named(Element within, String name) {
        var found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /// The first of that name, however deep; empty: there is none.
    private static String text(Element within, String name) {
        return named(within, name).stream()
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
    }

    private String external(Element result) {
        var given = text(result, "external-id");
        return origin && given.isEmpty() ? text(result, "guid") : given;
    }

    private void accounts(String kind, String dataset) {
        for (var result :
                results("<%1$s><get><filter/><dataset>%2$s</dataset></get></%1$s>".formatted(kind, dataset))) {
            var login = text(result, "login");
            if (login.isEmpty()) continue;
            accounts.put(text(result, "id"), login);
            all.put(kind + " " + login, told(result) + " known as " + external(result));
        }
    }

    private void plans(String kind, String asked) {
        for (var result : results("<%1$s><get>%2$s</get></%1$s>".formatted(kind, asked))) {
            var name = text(result, "name");
            plans.put(text(result, "guid"), name);
            all.put(kind + " " + name + " of " + accounts.getOrDefault(text(result, "owner-id"), ""), told(result));
        }
    }

    private void domains(String kind, String dataset) {
        for (var result :
                results("<%1$s><get><filter/><dataset>%2$s</dataset></get></%1$s>".formatted(kind, dataset))) {
            var name = text(result, "name");
            var id = text(result, "id");
            if (name.isEmpty()) continue;
            var known = kind.equals("webspace") ? " known as " + external(result) : "";
            all.put(kind + " " + name, told(result) + known);
            for (var mail : results("<mail><get_info><filter><site-id>" + id
                    + "</site-id></filter><mailbox/><forwarding/><autoresponder/></get_info></mail>"))
                if (!text(mail, "name").isEmpty()) all.put("mail " + text(mail, "name") + "@" + name, told(mail));
            for (var prefs :
                    results("<mail><get_prefs><filter><site-id>" + id + "</site-id></filter></get_prefs></mail>"))
                all.put("mail of " + name, told(prefs));
            var records = new TreeSet<String>();
            for (var record : results("<dns><get_rec><filter><site-id>" + id + "</site-id></filter></get_rec></dns>"))
                records.add(told(record));
            all.put("dns " + name, records.toString());
            if (kind.equals("webspace")) {
                mainSite(id, name);
                for (var user : results(
                        "<ftp-user><get><filter><webspace-id>" + id + "</webspace-id></filter></get></ftp-user>"))
                    if (!text(user, "name").isEmpty()) all.put("ftp " + text(user, "name"), told(user));
            }
        }
    }

    private void mainSite(String id, String name) {
        for (var result :
                results("<site><get><filter><id>" + id + "</id></filter><dataset><gen_info/></dataset></get></site>"))
            all.put("main " + name, told(result));
    }

    /// In one line.
    private String told(Node node) {
        var text = new StringBuilder();
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element element)) {
                text.append(child.getTextContent().strip());
                continue;
            }
            var name = element.getTagName();
            if (name.equals("owner-id")) text.append(" owner=").append(accounts.get(element.getTextContent()));
            if (name.equals("plan-guid")) text.append(" plan=").append(plans.get(element.getTextContent()));
            boolean folder = name.equals("property") && element.getTextContent().contains("www_root");
            if (!ITS_OWN.contains(name) && !folder)
                text.append(' ').append(name).append('(').append(told(element)).append(')');
        }
        return text.toString().strip();
    }
}
