package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import org.wirt.plan.Allowance;
import org.wirt.plan.Limits;

/// One subscription as the rules see it: its name, what is granted to it now, and what it uses.
public record Holding(String name, Allowance allowance, Usage used) {

    Holding with(Allowance other) {
        return new Holding(name, other, used);
    }

    static List<Allowance> allowances(Collection<Holding> all) {
        return all.stream().map(Holding::allowance).toList();
    }

    static List<Limits> limits(Collection<Holding> all) {
        return all.stream().map(holding -> holding.allowance.limits()).toList();
    }

    static Usage used(Collection<Holding> all) {
        return Usage.sum(all.stream().map(Holding::used).toList());
    }
}
