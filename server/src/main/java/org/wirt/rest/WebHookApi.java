package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.hook.DeliveryList;
import org.wirt.hook.WebHook;
import org.wirt.hook.WebHookDelivery;
import org.wirt.hook.WebHooks;
import org.wirt.listing.PageRequest;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// The caller's own web hooks, and what each was told.
@RestController
@RequestMapping("/api/v1/web-hooks")
class WebHookApi {

    private final WebHooks hooks;
    private final DeliveryList deliveries;
    private final ScopedTransaction transaction;

    WebHookApi(WebHooks hooks, DeliveryList deliveries, ScopedTransaction transaction) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.transaction = transaction;
    }

    /// @param types   of events that it is told of, `customer.*` for all of a kind; none: all
    /// @param off     why nothing is sent: by-hand, gone, failing; absent: it is active
    /// @param waiting how many events have not come to an end yet
    /// @param givenUp how many were given up within the time that the log goes back
    /// @param version counts edits: what a change of it says that it knows
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            long id,
            String name,
            String url,
            List<String> types,
            boolean active,
            @Nullable String off,
            Instant created,
            @Nullable Instant failingSince,
            @Nullable Instant lastDelivered,
            int waiting,
            int givenUp,
            int version) {

        private static One of(WebHook hook) {
            return new One(
                    hook.id(),
                    hook.name(),
                    hook.url(),
                    hook.types(),
                    hook.isActive(),
                    hook.off()
                            .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .orElse(null),
                    hook.created(),
                    hook.failingSince().orElse(null),
                    hook.lastDelivered().orElse(null),
                    hook.waiting(),
                    hook.givenUp(),
                    hook.changed());
        }
    }

    /// @param event    its place in the feed; absent: a test
    /// @param state    waiting, delivered, given-up, skipped
    /// @param next     when it is sent again; absent: it is over
    /// @param status   of the last answer; absent: there was none
    /// @param failure  why the last attempt failed; absent: it did not
    /// @param answer   the beginning of the last answer
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Delivery(
            long id,
            @Nullable Long event,
            String type,
            String object,
            long objectId,
            String name,
            String state,
            int attempts,
            Instant created,
            @Nullable Instant next,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable Long milliseconds,
            String answer,
            @Nullable Instant attempted,
            @Nullable Instant finished) {

        private static Delivery of(WebHookDelivery row) {
            return new Delivery(
                    row.id(),
                    row.event().orElse(null),
                    row.type(),
                    row.object(),
                    row.objectId(),
                    row.name(),
                    DeliveryList.word(row.state()),
                    row.attempts(),
                    row.created(),
                    row.state() == WebHookDelivery.State.WAITING ? row.next() : null,
                    row.status().orElse(null),
                    row.failure().isEmpty() ? null : row.failure(),
                    row.duration().map(Duration::toMillis).orElse(null),
                    row.answer(),
                    row.attempted().orElse(null),
                    row.finished().orElse(null));
        }
    }

    @Reading("web-hook")
    @GetMapping
    List<One> all(Call call) {
        var scope = scope(call);
        return transaction.read(
                scope, () -> hooks.of(scope.accountId()).stream().map(One::of).toList());
    }

    @Reading(value = "web-hook", list = DeliveryList.class)
    @GetMapping("/{id}/deliveries")
    Listed<Delivery> deliveries(Call call, @PathVariable long id) {
        var parameters = ListParameters.of(call, deliveries);
        return transaction.read(scope(call), () -> {
            if (hooks.find(id).isEmpty()) throw new Refused(Refusal.notFound());
            var request = PageRequest.newest(parameters, "id", PageRequest.DEFAULT_SIZE);
            return Listed.of(deliveries.page(id, parameters, request), Delivery::of);
        });
    }

    /// Customers have none.
    private static Scope scope(Call call) {
        if (!call.caller().level().reaches(Level.RESELLER)) throw new Refused(Refusal.notFound());
        return call.caller().scope();
    }
}
