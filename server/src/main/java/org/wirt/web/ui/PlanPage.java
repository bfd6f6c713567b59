package org.wirt.web.ui;

import java.util.List;

/// The form of a plan.
///
/// @param kind HOSTING or RESELLER
/// @param bound how many have the plan and change with it
public record PlanPage(
        Frame frame,
        String title,
        String action,
        String kind,
        Form form,
        List<Limit> limits,
        List<Field> permissions,
        List<Option> overuse,
        boolean mayOversell,
        int bound,
        String returnTo) {

    /// @param units none: a bare number
    /// @param suffix what the amount is per, in words
    public record Limit(String key, Field field, List<String> units, String unit, String suffix, boolean unlimited) {}
}
