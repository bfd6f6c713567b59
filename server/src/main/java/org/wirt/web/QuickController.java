package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.Right;
import org.wirt.speech.Texts;
import org.wirt.web.QuickSearch.Found;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.QuickPage;
import org.wirt.web.ui.QuickResults;
import org.wirt.web.ui.QuickResults.Group;
import org.wirt.web.ui.QuickResults.Hit;

/// Quick navigation: from a few letters to the object, or to the preview of a verb on it: "sperren gasthof".
@Controller
class QuickController {

    private static final int LONGEST = 100;
    private static final int VERB_LETTERS = 3;

    /// @param right what a user role must grant for the page it leads to
    private record Kind(String name, String label, String icon, Right right) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("customer", "web.customers", "users", Right.FIGURES),
            new Kind("reseller", "web.resellers", "building-store", Right.FIGURES),
            new Kind("subscription", "web.subscriptions", "license", Right.FIGURES),
            new Kind("domain", "web.domains", "world", Right.FIGURES),
            new Kind("mailbox", "web.mailboxes", "mail", Right.MAILBOXES),
            new Kind("user", "web.users", "user", Right.USERS));

    /// Verbs that begin with a preview of one object.
    private static final List<String> DEEDS = List.of("suspend", "activate", "convert", "move", "remove");

    private final QuickSearch search;
    private final PermittedVerbs permitted;

    QuickController(QuickSearch search, PermittedVerbs permitted) {
        this.search = search;
        this.permitted = permitted;
    }

    @GetMapping("/quick")
    ModelAndView find(Visit visit) {
        var t = visit.t();
        var typed = visit.parameter("q").replace("\0", "");
        var text = typed.substring(0, Math.min(LONGEST, typed.length())).strip();
        var results = new QuickResults(t, text, text.isEmpty() ? List.of() : groups(visit, text));
        if (visit.fragmentFor("w-quick-results")) return new ModelAndView("part/quickResults", "results", results);
        var title = t.of("web.quick");
        return new ModelAndView(
                "quick", "page", new QuickPage(visit.frame().titled(title, Crumb.here(title)), results));
    }

    private List<Group> groups(Visit visit, String text) {
        var groups = new ArrayList<Group>();
        var deeds = deeds(visit, text);
        if (!deeds.isEmpty()) groups.add(new Group(visit.t().of("web.quick.actions"), "activity", deeds));
        var found = search.find(visit, text);
        for (var kind : KINDS) {
            if (!visit.caller().rights().has(kind.right)) continue;
            var hits = found.stream()
                    .filter(f -> f.kind().equals(kind.name))
                    .map(f -> hit(visit, f, text))
                    .toList();
            if (!hits.isEmpty()) groups.add(new Group(visit.t().of(kind.label), kind.icon, hits));
        }
        return groups;
    }

    /// The first word is a verb, the rest whom it is for.
    private List<Hit> deeds(Visit visit, String text) {
        int blank = text.indexOf(' ');
        if (blank < VERB_LETTERS) return List.of();
        var word = text.substring(0, blank).toLowerCase(Locale.ROOT);
        var whom = text.substring(blank).strip();
        if (whom.isEmpty()) return List.of();
        var may = permitted.of(visit);
        var hits = new ArrayList<Hit>();
        for (var found : wanted(visit.t(), word) ? search.find(visit, whom) : List.<Found>of()) {
            for (var deed : DEEDS) {
                var verb = found.kind() + "." + deed;
                if (!may.contains(verb) || !says(visit.t(), verb, word)) continue;
                var label = visit.t().of("web.heading.one." + verb, found.name());
                hits.add(Hit.of(label, "/bulk/" + verb + "?id=" + found.id(), path(visit, found), whom));
            }
        }
        return hits.subList(0, Math.min(QuickSearch.EACH, hits.size()));
    }

    private static boolean wanted(Texts t, String word) {
        return DEEDS.stream().anyMatch(deed -> says(t, "customer." + deed, word));
    }

    private static boolean says(Texts t, String verb, String word) {
        return t.has("verb." + verb)
                && t.of("verb." + verb).toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static Hit hit(Visit visit, Found found, String text) {
        return Hit.of(found.name(), href(visit, found), path(visit, found), text);
    }

    private static String href(Visit visit, Found found) {
        var account = (found.accountKind().equals("RESELLER") ? "/resellers/" : "/customers/") + found.accountId();
        boolean own = visit.level() == Level.CUSTOMER
                || found.accountId() == visit.scope().accountId();
        return switch (found.kind()) {
            case "customer", "reseller" -> account;
            case "user" -> own ? "/users" : account;
            default -> visit.level() == Level.CUSTOMER ? "/websites" : "/subscriptions/" + found.subscriptionId();
        };
    }

    /// Provider › customer; each level sees the way from itself down.
    private static String path(Visit visit, Found found) {
        var t = visit.t();
        var parts = new ArrayList<String>();
        if (visit.level() == Level.ADMINISTRATOR && found.accountId() != 1)
            parts.add(found.providerId() == 1 ? t.of("web.level.administrator") : found.provider());
        boolean account = found.kind().equals("customer") || found.kind().equals("reseller");
        if (!account && visit.level() != Level.CUSTOMER)
            parts.add(found.accountId() == 1 ? t.of("web.level.administrator") : found.account());
        return String.join(" › ", parts);
    }
}
