package org.wirt.subscription;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Darkening;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.subscription.SubscriptionStep.Given;
import org.wirt.subscription.SubscriptionStep.Named;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// Takes a subscription back out of the recycle bin, as it was. Not while its owner lies there himself. What has given
/// its name to something else of the same provider gets another.
@Verb(name = "subscription.restore", from = Level.RESELLER)
class RestoreSubscription implements Operation<Subscription, RestoreSubscription.Input>, Outward {

    /// @param domain other names for sites whose own has been given away, by site
    /// @param login the same of FTP logins
    record Input(Map<Long, String> domain, Map<Long, String> login) {

        String instead(Given given) {
            var chosen = given.what() == Named.DOMAIN ? domain : login;
            return chosen.getOrDefault(given.id(), "").strip();
        }
    }

    private final Darkening darkening;
    private final SubscriptionStep hosting;

    RestoreSubscription(Darkening darkening, SubscriptionStep hosting) {
        this.darkening = darkening;
        this.hosting = hosting;
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        return judgeAll(List.of(subscription), input, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeAll(List<Subscription> subscriptions, Input input, Caller caller) {
        var given = given(subscriptions).stream().collect(Collectors.groupingBy(Given::subscription));
        return subscriptions.stream()
                .map(s -> verdict(s, given.getOrDefault(s.id(), List.of()), input))
                .toList();
    }

    private Verdict verdict(Subscription subscription, List<Given> given, Input input) {
        if (!subscription.own().has(Cause.REMOVED)) return Verdict.unchanged();
        if (subscription.above().has(Cause.REMOVED)) return Verdict.refused(Refusal.state("restore.owner-removed"));
        return given.stream()
                .flatMap(one -> refusal(one, input.instead(one)).stream())
                .findFirst()
                .map(Verdict::refused)
                .orElseGet(Verdict::allowed);
    }

    private Optional<Refusal> refusal(Given given, String instead) {
        var field = given.what().name().toLowerCase(Locale.ROOT) + "." + given.id();
        if (instead.isEmpty()) return Optional.of(Refusal.invalid(field, "restore.name-given", given.name()));
        return hosting.refusal(given, instead)
                .map(why -> Refusal.invalid(field, why.code(), why.gaps().toArray()));
    }

    private List<Given> given(List<Subscription> subscriptions) {
        return hosting.namesGiven(subscriptions.stream().map(Subscription::id).toList());
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        var instead = given(subscriptions).stream().collect(Collectors.toMap(one -> one, input::instead));
        hosting.takeNamesBack(subscriptions.stream().map(Subscription::id).toList(), instead);
        return darkening.lift(Subject.subscription, subscriptions, Cause.REMOVED.code());
    }
}
