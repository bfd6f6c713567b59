package org.wirt.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.EmailAddress;
import org.wirt.value.Refusal;

/// A provider names one more address that is told of an event whenever he might be, e.g. his accounts department.
@Verb(name = "account.also-told", from = Level.RESELLER)
class ChooseAlsoTold implements Operation<Account, ChooseAlsoTold.Input> {

    /// @param address absent: none any more
    /// @param told off: the address is kept for later
    record Input(Event event, Optional<EmailAddress> address, boolean told) {

        Tellings.Also also() {
            return address.map(a -> new Tellings.Also(a.text(), told)).orElse(Tellings.Also.NOWHERE);
        }
    }

    private final Tellings tellings;

    ChooseAlsoTold(Tellings tellings) {
        this.tellings = tellings;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        boolean own = account.id() == caller.scope().accountId()
                && account.kind() != Level.CUSTOMER
                && input.event.reaches(account.kind());
        if (!own) return Verdict.refused(Refusal.notFound());
        return input.told && input.address.isEmpty()
                ? Verdict.refused(Refusal.invalid("address", "missing"))
                : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        return accounts.stream().map(account -> choose(account, input)).toList();
    }

    private Change choose(Account account, Input input) {
        var before = tellings.also(account.id(), input.event);
        tellings.choose(account.id(), input.event, input.also());
        return new Change(account.id(), kept(input.event, before), kept(input.event, input.also()));
    }

    private static Map<String, Object> kept(Event event, Tellings.Also also) {
        return Map.of("also-address." + event.key(), also.address(), "also-told." + event.key(), also.told());
    }
}
