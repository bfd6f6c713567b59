package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.ScopedTransaction;
import org.wirt.plan.AddOns;
import org.wirt.plan.AddOns.Called;
import org.wirt.subscription.ListedSubscription;
import org.wirt.subscription.Subscription;
import org.wirt.subscription.SubscriptionList;
import org.wirt.subscription.Subscriptions;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import tools.jackson.databind.json.JsonMapper;

/// Subscriptions.
@RestController
@RequestMapping("/api/v1/subscriptions")
class SubscriptionApi implements Tags.Telling {

    private static final String KIND = "subscription";

    private final SubscriptionList subscriptions;
    private final Subscriptions terms;
    private final AddOns addOns;
    private final ScopedTransaction transaction;
    private final JsonMapper json;

    SubscriptionApi(
            SubscriptionList subscriptions,
            Subscriptions terms,
            AddOns addOns,
            ScopedTransaction transaction,
            JsonMapper json) {
        this.subscriptions = subscriptions;
        this.terms = terms;
        this.addOns = addOns;
        this.transaction = transaction;
        this.json = json;
    }

    /// @param plan    absent: it follows none
    /// @param sync    whether it is as its plan says
    /// @param expires absent: it does not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            long id,
            String name,
            Named subscriber,
            Named provider,
            @Nullable String plan,
            String sync,
            Status status,
            Instant created,
            @Nullable Instant expires) {

        private static Row of(ListedSubscription listed) {
            return new Row(
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

    /// @param plan    absent: it follows none
    /// @param addOns  what it has beside its plan
    /// @param sync    whether it is as its plan says
    /// @param expires absent: it does not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            long id,
            String name,
            Named subscriber,
            Named provider,
            @Nullable Named plan,
            List<Named> addOns,
            String sync,
            Status status,
            Instant created,
            @Nullable Instant expires,
            Granted granted) {

        private static One of(ListedSubscription listed, Subscription found, List<Called> addOns) {
            var row = Row.of(listed);
            var plan = found.planId().flatMap(id -> listed.plan().map(name -> new Named(id, name)));
            return new One(
                    row.id,
                    row.name,
                    row.subscriber,
                    row.provider,
                    plan.orElse(null),
                    addOns.stream().map(one -> new Named(one.id(), one.name())).toList(),
                    row.sync,
                    row.status,
                    row.created,
                    row.expires,
                    Granted.of(found.allowance()));
        }
    }

    @Reading(value = KIND, list = SubscriptionList.class)
    @GetMapping
    Listed<Row> all(Call call) {
        return transaction.read(
                call.caller().scope(), () -> Listed.of(call, subscriptions, SubscriptionList.SORTS, Row::of));
    }

    @Reading(KIND)
    @GetMapping("/{id}")
    ResponseEntity<One> one(Call call, @PathVariable long id) {
        var one = transaction
                .read(call.caller().scope(), () -> told(KIND, id))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        return ResponseEntity.ok().eTag(Tags.of(json, one)).body(one);
    }

    /// How much of its limits is in use, by their keys: sizes in bytes, traffic since the first of the month.
    @Reading(KIND)
    @GetMapping("/{id}/usage")
    Map<String, Long> usage(Call call, @PathVariable long id) {
        return transaction
                .read(
                        call.caller().scope(),
                        () -> terms.load(List.of(id)).stream().findFirst())
                .map(found -> found.used().values())
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    @Override
    public boolean tells(String kind) {
        return kind.equals(KIND);
    }

    @Override
    public Optional<One> told(String kind, long id) {
        return subscriptions
                .find(id)
                .flatMap(listed -> terms.load(List.of(id)).stream()
                        .findFirst()
                        .map(found -> One.of(listed, found, addOns.of(id))));
    }
}
