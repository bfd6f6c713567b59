package org.wirt.plan;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.operation.Targets;

/// Finds plans for the verbs. A list of plans fits on one page, so that nothing beyond the ticked ones can be meant.
@Configuration(proxyBeanMethods = false)
class PlanTargets {

    @Bean
    static Targets<Plan> plansByNumber(PlanList plans) {
        return Targets.of("plan", Plan.class, ids -> plans.load(ids, ""), ids -> plans.load(ids, " for update of p"));
    }

    /// Where a plan is made.
    @Bean
    static Targets<PlanOwner> planOwners(PlanList plans) {
        return Targets.of(
                "plan", PlanOwner.class, ids -> plans.owners(ids, ""), ids -> plans.owners(ids, " for no key update"));
    }
}
