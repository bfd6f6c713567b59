package org.wirt.plan;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirt.value.Refusal;

/// What may be offered beside plans. Call within a scoped transaction.
@Component
public class AddOns {

    private final PlanList plans;

    AddOns(PlanList plans) {
        this.plans = plans;
    }

    /// Why its owner cannot offer an add-on that gives this: as of a plan, it is more than he holds. Empty: he can.
    public List<Refusal> refusals(long owner, Limits named, Permissions given) {
        return plans.ceiling(owner).refusals(named, given);
    }
}
