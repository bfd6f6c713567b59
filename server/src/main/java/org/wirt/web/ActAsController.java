package org.wirt.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.wirt.access.People;
import org.wirt.access.ScopedTransaction;
import org.wirt.access.Sessions;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// *Log in as*: downwards only, without the other's password, with a banner and the way back.
@Controller
class ActAsController {

    private final Sessions sessions;
    private final People people;
    private final Audit audit;
    private final ScopedTransaction transaction;

    ActAsController(Sessions sessions, People people, Audit audit, ScopedTransaction transaction) {
        this.sessions = sessions;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
    }

    @PostMapping({"/customers/{id}/act-as", "/resellers/{id}/act-as"})
    String begin(Visit visit, @PathVariable long id) {
        if (!sessions.actFor(visit.token(), Optional.of(id))) throw new Refused(Refusal.notFound());
        var account = people.account(id).orElseThrow(() -> new Refused(Refusal.notFound()));
        transaction.run(
                visit.session().person().scope(),
                () -> audit.write(
                        visit.caller(),
                        null,
                        "account.log-in-as",
                        List.of(new Entry(
                                "account", id, account.name(), id, account.resellerId(), "DONE", null, null))));
        return "redirect:/";
    }

    @PostMapping("/act-as/end")
    String end(Visit visit) {
        var account = visit.session().actingFor();
        sessions.actFor(visit.token(), Optional.empty());
        return account.map(a -> switch (a.level()) {
                    case RESELLER -> "redirect:/resellers/" + a.accountId();
                    case CUSTOMER, ADMINISTRATOR -> "redirect:/customers/" + a.accountId();
                })
                .orElse("redirect:/");
    }
}
