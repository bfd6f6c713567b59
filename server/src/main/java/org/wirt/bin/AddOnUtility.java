package org.wirt.bin;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;

/// Add-on plans, which subscriptions can have beside their plan.
@Component
class AddOnUtility extends PlansUtility {

    AddOnUtility() {
        super("service plan addon", "service-plan-addon");
    }

    @Override
    public String name() {
        return "service_plan_addon";
    }

    @Override
    public Map<String, String> options() {
        var all = options(false);
        all.put("owner", "login of the reseller whose plan it is");
        // An add-on adds to limits; what happens above them is said by the plan.
        all.remove("overuse");
        return all;
    }

    @Override
    Element owned(Line line, Element node) {
        line.option("owner").ifPresent(owner -> node.add("owner-login", owner));
        return node;
    }
}
