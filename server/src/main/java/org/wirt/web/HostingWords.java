package org.wirt.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.wirt.access.Level;
import org.wirt.hosting.Redirect;
import org.wirt.hosting.Service;
import org.wirt.speech.Texts;
import org.wirt.subscription.Subscription;
import org.wirt.value.Causes;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Link;
import org.wirt.web.ui.Status;

/// How what is hosted is called and how it stands.
final class HostingWords {

    private HostingWords() {}

    /// The name in its own letters.
    static String display(String host) {
        try {
            return new DomainName(host).display();
        } catch (InvalidValue _) {
            return host;
        }
    }

    static String service(Texts t, Service service) {
        return t.of("service." + service.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// What ends with a day, a subscription or a suspension, still holds on it.
    static LocalDate lastDay(Instant end) {
        return LocalDate.ofInstant(end.minusSeconds(1), ZoneId.systemDefault());
    }

    static Status status(Texts t, boolean disabled, Causes own, Causes above) {
        var status = AccountWords.status(t, own, above);
        return disabled ? new Status(Status.Kind.DISABLED, status.reasons()) : status;
    }

    /// What visitors of a site get to see.
    ///
    /// @param own what it has itself
    static String pages(Texts t, Optional<Redirect> redirect, String own) {
        return redirect.map(r -> t.of("web.hosting.redirect.to", r.target().text()))
                .orElse(own);
    }

    static Status sync(Subscription.Sync sync) {
        return Status.of(Status.Kind.valueOf(sync.name()));
    }

    static Cell account(Visit visit, long id, String name, Level kind) {
        var href = accountHref(visit, id, kind);
        return href.isEmpty() ? new Cell.Words(name) : new Cell.To(name, href);
    }

    /// Empty for the reader's own account, which has no page in the lists.
    static String accountHref(Visit visit, long id, Level kind) {
        if (visit.scope().accountId() == id) return "";
        return (kind == Level.CUSTOMER ? "/customers/" : "/resellers/") + id;
    }

    static Cell provider(long id, String name) {
        var link = providerLink(id, name);
        return new Cell.To(link.label(), link.href());
    }

    /// The administrator has no page of his own; his customers stand for him.
    static Link providerLink(long id, String name) {
        return new Link(name, id == 1 ? "/customers?provider=me" : "/resellers/" + id);
    }
}
