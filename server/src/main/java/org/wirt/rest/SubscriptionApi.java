package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.ScopedTransaction;
import org.wirt.subscription.ListedSubscription;
import org.wirt.subscription.SubscriptionList;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Subscriptions.
@RestController
@RequestMapping("/api/v1/subscriptions")
class SubscriptionApi {

    private final SubscriptionList subscriptions;
    private final ScopedTransaction transaction;

    SubscriptionApi(SubscriptionList subscriptions, ScopedTransaction transaction) {
        this.subscriptions = subscriptions;
        this.transaction = transaction;
    }

    /// @param plan    absent: it follows none
    /// @param sync    whether it is as its plan says
    /// @param expires absent: it does not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            long id,
            String name,
            Named subscriber,
            Named provider,
            @Nullable String plan,
            String sync,
            Status status,
            Instant created,
            @Nullable Instant expires) {

        private static One of(ListedSubscription listed) {
            return new One(
                    listed.id(),
                    listed.name(),
                    new Named(listed.owner().id(), listed.owner().name()),
                    new Named(listed.provider().id(), listed.provider().name()),
                    listed.plan().orElse(null),
                    listed.sync().name().toLowerCase(Locale.ROOT),
                    Status.of(listed.own(), listed.above()),
                    listed.created(),
                    listed.expires().orElse(null));
        }
    }

    @Reading(value = "subscription", list = SubscriptionList.class)
    @GetMapping
    Listed<One> all(Call call) {
        return transaction.read(
                call.caller().scope(), () -> Listed.of(call, subscriptions, SubscriptionList.SORTS, One::of));
    }

    @Reading("subscription")
    @GetMapping("/{id}")
    One one(Call call, @PathVariable long id) {
        return transaction
                .read(call.caller().scope(), () -> subscriptions.find(id))
                .map(One::of)
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }
}
