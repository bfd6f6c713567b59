package org.wirt.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirt.access.Level;
import org.wirt.operation.Job;
import org.wirt.operation.JobRow;
import org.wirt.web.ui.Link;

/// Where a deed comes back to.
final class Ways {

    private Ways() {}

    /// The list of a kind of object, for deeds that were not told. Each level finds it somewhere else; the
    /// administrator has no additional users himself and finds them with his customers.
    static String list(Visit visit, String object) {
        return toList(visit, object).href();
    }

    /// The same as a link with the name of the list.
    static Link toList(Visit visit, String object) {
        boolean customer = visit.level() == Level.CUSTOMER;
        return switch (object) {
            case "site" ->
                link(visit, customer ? "web.hosting.websites" : "web.domains", customer ? "/websites" : "/domains");
            case "mailbox", "forward" -> customer ? link(visit, "web.hosting.mail", "/mail") : subscriptions(visit);
            case "ftp" -> customer ? link(visit, "web.hosting.ftp", "/ftp") : subscriptions(visit);
            case "dns" -> customer ? link(visit, "web.hosting.dns", "/dns") : subscriptions(visit);
            case "user" ->
                visit.level() == Level.ADMINISTRATOR
                        ? link(visit, "web.customers", "/customers")
                        : link(visit, "web.users", "/users");
            case "account" -> link(visit, "web.my-account", "/account");
            case "plan" -> link(visit, "web.service-plans", "/plans");
            default -> link(visit, "web." + object + "s", "/" + object + "s");
        };
    }

    private static Link subscriptions(Visit visit) {
        return link(visit, "web.subscriptions", "/subscriptions");
    }

    private static Link link(Visit visit, String label, String href) {
        return new Link(visit.t().of(label), href);
    }

    /// Where the kind is listed of what lives in subscriptions: the customer's own page, or the tab of the
    /// subscription.
    static String within(Visit visit, String object, long subscription) {
        if (visit.level() == Level.CUSTOMER) return list(visit, object);
        return "/subscriptions/" + subscription
                + switch (object) {
                    case "site" -> "";
                    case "ftp" -> "?tab=ftp";
                    case "dns" -> "?tab=dns";
                    default -> "?tab=mail";
                };
    }

    /// The page of what a row of a receipt is about, if it has one: a creation is done to the place it happens in, what
    /// was removed is gone, what was converted is found under its new kind.
    static @Nullable String page(Job job, String object, JobRow row) {
        var deed = job.verb().substring(object.length() + 1);
        boolean there = row.outcome() == Job.Outcome.DONE && job.undoes().isEmpty();
        if (object.equals("account") || deed.equals("create")) return null;
        if (there && deed.equals("remove")) return null;
        if (there && deed.equals("convert")) return converted(object, row.targetId());
        return "/" + object + "s/" + row.targetId();
    }

    private static String converted(String object, long id) {
        return (object.equals("customer") ? "/resellers/" : "/customers/") + id;
    }

    /// What was taken back is found under its kind of before.
    static String undone(Visit visit, Job undo, long id) {
        var way = visit.returnTo("/");
        for (var object : List.of("customer", "reseller")) {
            boolean backAgain = undo.verb().equals(object + ".convert") && at(way, converted(object, id));
            if (backAgain && undo.count(Job.Outcome.DONE) > 0) return "/" + object + "s/" + id;
        }
        return way;
    }

    private static boolean at(String way, String page) {
        return (way + "/").replace('?', '/').startsWith(page + "/");
    }

    /// After a removal there is no page of the object to come back to; what was converted has a page of its new kind.
    static String after(Visit visit, String verb, String object, long id) {
        var way = visit.returnTo(list(visit, object));
        var page = "/" + object + "s/" + id;
        boolean itself = at(way, page);
        if (itself && verb.endsWith(".remove")) return list(visit, object);
        return itself && verb.endsWith(".convert") ? converted(object, id) : way;
    }
}
