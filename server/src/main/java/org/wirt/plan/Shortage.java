package org.wirt.plan;

/// More is needed than is offered, of the same limit.
public record Shortage(Amount needed, Amount offered) {

    public LimitKey key() {
        return needed.of();
    }
}
