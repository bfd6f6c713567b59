package org.wirt.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// A provider chooses who is told what: the administrator for all, a reseller for himself and his customers.
@Verb(name = "account.notifications", from = Level.RESELLER)
class ChooseTellings implements Operation<Account, ChooseTellings.Input> {

    /// @param told by the key of each telling; what is missing is off
    record Input(Map<String, Boolean> told) {}

    private final Tellings tellings;

    ChooseTellings(Tellings tellings) {
        this.tellings = tellings;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        boolean own = account.id() == caller.scope().accountId() && account.kind() != Level.CUSTOMER;
        return own ? Verdict.of(unknown(account, input.told.keySet())) : Verdict.refused(Refusal.notFound());
    }

    /// One that nobody is told by would be taken for chosen.
    private static List<Refusal> unknown(Account account, Set<String> said) {
        var known =
                Event.choices(account.kind()).stream().map(Event.Telling::key).toList();
        return said.stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .map(key -> Refusal.invalid("told." + key, "telling-unknown", String.join(", ", known)))
                .toList();
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        return accounts.stream().map(account -> choose(account, input.told)).toList();
    }

    private Change choose(Account account, Map<String, Boolean> wanted) {
        var held = tellings.of(account.id());
        var before = new LinkedHashMap<String, Object>();
        var after = new LinkedHashMap<String, Object>();
        for (var telling : Event.choices(account.kind())) {
            boolean told = wanted.getOrDefault(telling.key(), false);
            if (Boolean.valueOf(told).equals(held.get(telling))) continue;
            tellings.choose(account.id(), telling, told);
            before.put("told." + telling.key(), !told);
            after.put("told." + telling.key(), told);
        }
        return new Change(account.id(), before, after);
    }
}
