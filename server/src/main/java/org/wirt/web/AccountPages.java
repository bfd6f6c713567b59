package org.wirt.web;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.People;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Contact;
import org.wirt.account.Contacts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Frame;

/// What the forms about a customer and those about a reseller have in common: which account it is, its verbs, the way
/// to its page. Foreign, missing and removed ones answer alike.
@Component
class AccountPages {

    /// @param list `customers` or `resellers`
    record Of(String list, long id, Contact contact) {

        String name() {
            return contact.value("contactName");
        }

        String page() {
            return "/" + list + "/" + id;
        }

        String verb(String deed) {
            return list.substring(0, list.length() - 1) + "." + deed;
        }
    }

    private final Contacts contacts;
    private final People people;
    private final ScopedTransaction transaction;

    AccountPages(Contacts contacts, People people, ScopedTransaction transaction) {
        this.contacts = contacts;
        this.people = people;
        this.transaction = transaction;
    }

    Of find(Visit visit, String list, long id) {
        var kind = list.equals("resellers") ? Level.RESELLER : Level.CUSTOMER;
        Visits.from(visit, kind == Level.RESELLER ? Level.ADMINISTRATOR : Level.RESELLER);
        var facts = people.account(id).filter(a -> a.level() == kind && (a.reasons() & 2048) == 0);
        return transaction
                .read(visit.scope(), () -> contacts.find(id))
                .filter(_ -> facts.isPresent())
                .map(contact -> new Of(list, id, contact))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    String name(long id) {
        return people.account(id).map(People.AccountFacts::name).orElse("");
    }

    /// @param heading what is done, and to whom
    /// @param title   what is done: the way to the page names him before
    static Frame frame(Visit visit, Of account, String heading, String title) {
        var t = visit.t();
        return visit.frame()
                .titled(
                        heading,
                        new Crumb(t.of("web." + account.list.toLowerCase(Locale.ROOT)), "/" + account.list),
                        new Crumb(account.name(), account.page()),
                        Crumb.here(title));
    }
}
