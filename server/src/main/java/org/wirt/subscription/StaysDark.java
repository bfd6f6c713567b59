package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirt.account.Reasons.Reason;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Remark;
import org.wirt.value.Cause;
import org.wirt.value.Causes;
import org.wirt.value.Spoken;

/// Names the subscriptions that an activation leaves dark: they have reasons of their own, or their term has passed.
final class StaysDark {

    private static final int NAMED = 5;

    private record Left(String name, Causes causes) {}

    private StaysDark() {}

    /// @param lifted  the reasons that are gone
    /// @param renewed the subscriptions that got a new date
    static Optional<Remark> remark(Customer customer, List<Reason> lifted, Collection<Long> renewed) {
        var left = customer.subscriptions().stream()
                .map(s -> new Left(s.name(), left(s, lifted, renewed.contains(s.id()))))
                .filter(s -> !s.causes.isActive())
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(Remark.of("subscriptions-still-dark", customer.name(), left.size(), names(left)));
    }

    static Causes left(Subscription subscription, List<Reason> lifted, boolean renewed) {
        int gone = lifted.stream()
                .filter(r -> r.subject() == Subject.subscription && r.subjectId() == subscription.id())
                .mapToInt(Reason::code)
                .reduce(renewed ? Cause.EXPIRED.code() : 0, (a, b) -> a | b);
        return new Causes(subscription.causes().bits() & ~gone);
    }

    private static Spoken names(List<Left> left) {
        return (reader, words) -> left.stream()
                        .limit(NAMED)
                        .map(s -> s.name + " (" + s.causes.words().in(reader, words) + ")")
                        .collect(Collectors.joining(", "))
                + (left.size() > NAMED ? " …" : "");
    }
}
