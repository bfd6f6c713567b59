package org.wirt.bin;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.dialect.Element;

/// Reseller plans.
@Component
class ResellerPlanUtility extends PlansUtility {

    ResellerPlanUtility() {
        super("reseller plan", "reseller-plan");
    }

    @Override
    public String name() {
        return "reseller_plan";
    }

    @Override
    public Map<String, String> options() {
        return options(true);
    }

    @Override
    Element duplicating(Line line) {
        return new Element("duplicate").add("name", line.needed());
    }

    @Override
    Element all() {
        return new Element("get").add(new Element("filter").add(new Element("all")));
    }

    @Override
    Element whole(Line line) {
        return on("get", line).add(new Element("limits")).add(new Element("permissions"));
    }
}
