package org.wirt.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.listing.Matches;
import org.wirt.operation.Targets;

/// Finds plans for the verbs.
@Component
class PlanTargets implements Targets<Plan> {

    /// Where a plan is made.
    @Component
    static class Owners implements Targets<PlanOwner> {

        private final PlanList plans;

        Owners(PlanList plans) {
            this.plans = plans;
        }

        @Override
        public String object() {
            return "plan";
        }

        @Override
        public Class<PlanOwner> type() {
            return PlanOwner.class;
        }

        @Override
        public List<PlanOwner> load(Collection<Long> ids) {
            return plans.owners(ids, "");
        }

        @Override
        public List<PlanOwner> lock(Collection<Long> ids) {
            return plans.owners(ids, " for no key update");
        }

        @Override
        public Matches matching(Map<String, List<String>> filter) {
            return Matches.none();
        }
    }

    private final PlanList plans;

    PlanTargets(PlanList plans) {
        this.plans = plans;
    }

    @Override
    public String object() {
        return "plan";
    }

    @Override
    public Class<Plan> type() {
        return Plan.class;
    }

    @Override
    public List<Plan> load(Collection<Long> ids) {
        return plans.load(ids, "");
    }

    @Override
    public List<Plan> lock(Collection<Long> ids) {
        return plans.load(ids, " for update of p");
    }

    /// A list of plans fits on one page, so that nothing beyond the ticked ones can be meant.
    @Override
    public Matches matching(Map<String, List<String>> filter) {
        return Matches.none();
    }
}
