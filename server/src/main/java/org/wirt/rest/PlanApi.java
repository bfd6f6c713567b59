package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.ScopedTransaction;
import org.wirt.plan.AddOns;
import org.wirt.plan.Apps;
import org.wirt.plan.Kind;
import org.wirt.plan.Plan;
import org.wirt.plan.PlanList;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import tools.jackson.databind.json.JsonMapper;

/// The caller's own plans.
@RestController
@RequestMapping("/api/v1/plans")
class PlanApi implements Tags.Telling {

    private static final String KIND = "plan";

    private final PlanList plans;
    private final AddOns addOns;
    private final ScopedTransaction transaction;
    private final JsonMapper json;

    PlanApi(PlanList plans, AddOns addOns, ScopedTransaction transaction, JsonMapper json) {
        this.plans = plans;
        this.addOns = addOns;
        this.transaction = transaction;
        this.json = json;
    }

    /// @param kind         hosting: for subscriptions; reseller: for resellers
    /// @param limits       sizes in bytes; -1 is unlimited, and so is what is not named
    /// @param apps         that may be installed; absent: all
    /// @param validityDays absent: for ever
    /// @param bound        how many subscriptions, or resellers, have it
    /// @param version      counts edits: what a change of it says that it knows
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            long id,
            String kind,
            String name,
            Map<String, Long> limits,
            Map<String, Boolean> permissions,
            @Nullable List<String> apps,
            @Nullable Integer validityDays,
            String overuse,
            boolean oversell,
            int bound,
            int version) {

        private static One of(Plan plan) {
            var terms = plan.terms();
            return new One(
                    plan.id(),
                    plan.kind().name().toLowerCase(Locale.ROOT),
                    plan.name(),
                    terms.limits().values(),
                    terms.permissions().values(),
                    terms.apps() instanceof Apps.Named named ? named.sorted() : null,
                    terms.validityDays().orElse(null),
                    terms.overuse().name().toLowerCase(Locale.ROOT),
                    terms.oversell(),
                    plan.bound(),
                    plan.changed());
        }
    }

    @Reading(KIND)
    @GetMapping
    List<One> all(Call call) {
        var scope = call.caller().scope();
        return transaction.read(
                scope,
                () -> Stream.of(Kind.values())
                        .flatMap(kind -> plans.of(scope.accountId(), kind).stream())
                        .map(One::of)
                        .toList());
    }

    /// One that subscriptions can have beside their plan.
    ///
    /// @param limits what it adds, sizes in bytes; -1 makes unlimited, and what is not named stays as it is
    record AddOn(long id, String name, Map<String, Long> limits, Map<String, Boolean> permissions) {}

    @Reading(KIND)
    @GetMapping("/add-ons")
    List<AddOn> addOns(Call call) {
        var scope = call.caller().scope();
        return transaction.read(
                scope,
                () -> addOns.offered(scope.accountId()).stream()
                        .map(one -> new AddOn(
                                one.id(),
                                one.name(),
                                one.limits().values(),
                                one.permissions().values()))
                        .toList());
    }

    @Reading(KIND)
    @GetMapping("/{id}")
    ResponseEntity<One> one(Call call, @PathVariable long id) {
        var one = transaction
                .read(call.caller().scope(), () -> told(KIND, id))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        return ResponseEntity.ok().eTag(Tags.of(json, one)).body(one);
    }

    @Override
    public boolean tells(String kind) {
        return kind.equals(KIND);
    }

    @Override
    public Optional<One> told(String kind, long id) {
        return Optional.of(id).flatMap(plans::find).map(One::of);
    }
}
