package org.wirt.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.GivenNames;
import org.wirt.subscription.NamesGiven;
import org.wirt.subscription.SubscriptionStep;
import org.wirt.web.PlainConfirmation.Asked;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;

/// Restoring asks for another name where somebody has taken the old one, and says what stays behind.
@Component
class RestoreConfirmation implements Confirmation {

    private static final String SUBSCRIPTIONS = "subscription.restore";

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
        return List.of("customer.restore", "reseller.restore", SUBSCRIPTIONS);
    }

    @Override
    public ModelAndView page(Deed deed) {
        var visit = deed.visit();
        var ids = deed.preview().rows().stream().map(r -> r.target().id()).toList();
        if (deed.verb().name().equals(SUBSCRIPTIONS)) {
            var given = transaction.read(visit.scope(), () -> names.of(ids));
            return plain.page(
                    deed,
                    Asked.of(
                            List.of(),
                            given.stream().map(one -> field(deed, one)).toList()));
        }
        var asked =
                transaction.read(visit.scope(), () -> Asked.of(warnings(visit, ids), fields(visit, ids, deed.form())));
        return plain.page(deed, asked);
    }

    private static Field field(Deed deed, SubscriptionStep.Given given) {
        var t = deed.t();
        var what = given.what().name().toLowerCase(Locale.ROOT);
        return Field.text(what + "." + given.id(), t.of("web.restore.domain", HostingWords.display(given.name())))
                .from(deed.form())
                .autocomplete("off")
                .help(t.of("web.restore." + what + ".help"))
                .needed();
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
