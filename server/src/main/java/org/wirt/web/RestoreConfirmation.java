package org.wirt.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.GivenNames;
import org.wirt.subscription.NamesGiven;
import org.wirt.web.PlainConfirmation.Asked;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;

/// Restoring asks for another username where somebody has taken the old one, and says what stays behind.
@Component
class RestoreConfirmation implements Confirmation {

    private final PlainConfirmation plain;
    private final GivenNames usernames;
    private final NamesGiven names;
    private final ScopedTransaction transaction;

    RestoreConfirmation(
            PlainConfirmation plain, GivenNames usernames, NamesGiven names, ScopedTransaction transaction) {
        this.plain = plain;
        this.usernames = usernames;
        this.names = names;
        this.transaction = transaction;
    }

    @Override
    public List<String> verbs() {
        return List.of("customer.restore", "reseller.restore");
    }

    @Override
    public ModelAndView page(Deed deed) {
        var visit = deed.visit();
        var ids = deed.preview().rows().stream().map(r -> r.target().id()).toList();
        var asked =
                transaction.read(visit.scope(), () -> Asked.of(warnings(visit, ids), fields(visit, ids, deed.form())));
        return plain.page(deed, asked);
    }

    private List<String> warnings(Visit visit, List<Long> accounts) {
        return names.staying(accounts).stream()
                .map(name -> visit.t().of("web.restore.stays", HostingWords.display(name)))
                .toList();
    }

    private List<Field> fields(Visit visit, List<Long> accounts, Form form) {
        var t = visit.t();
        return usernames.of(accounts).stream()
                .filter(GivenNames.Login::taken)
                .map(login -> Field.text("username." + login.id(), t.of("web.restore.username", login.username()))
                        .from(form)
                        .help(t.of("web.restore.username.help"))
                        .needed())
                .toList();
    }
}
