package org.wirt.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Operation;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.DomainName;
import org.wirt.value.Refusal;
import org.wirt.value.SystemUserName;

/// Makes another subscription for somebody who is there already: a customer, a reseller, or the administrator himself.
@Verb(name = "subscription.create", from = Level.RESELLER)
class CreateSubscription implements Operation<Subscriber, CreateSubscription.Input> {

    /// @param plan a hosting plan of the owner's provider; absent: none (Custom)
    /// @param own  values beside it, which lock it as those do that it is given later
    record Input(
            DomainName domain,
            Optional<Long> plan,
            SystemUserName systemUser,
            @Secret @Needed String systemUserPassword,
            CustomizeSubscription.Input own) {

        NewSubscription wanted() {
            return new NewSubscription(domain, systemUser, systemUserPassword, plan, own);
        }
    }

    private final NewSubscriptions subscriptions;

    CreateSubscription(NewSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Verdict judge(Subscriber subscriber, Input input, Caller caller) {
        if (subscriber.removed()) return Verdict.refused(Refusal.notFound());
        return Verdict.of(subscriptions.refusals(input.wanted(), subscriber.room()));
    }

    @Override
    public List<Refusal> alsoWrong(Subscriber subscriber, Map<String, List<String>> parameters, Caller caller) {
        return subscriptions.names(parameters, subscriber.room().account());
    }

    @Override
    public List<Change> apply(List<Subscriber> subscribers, Input input, Caller caller, Job job) {
        return subscribers.stream()
                .map(s -> {
                    long id = subscriptions.make(input.wanted(), s.id(), s.resellerId());
                    return new Change(
                                    s.id(),
                                    Map.of(),
                                    Map.of(
                                            "subscription",
                                            id,
                                            "name",
                                            input.domain().ascii()))
                            .making(id, input.domain().display());
                })
                .toList();
    }
}
