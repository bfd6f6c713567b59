package org.wirt.web.ui;

import java.util.List;

/// What a reseller holds, what of it he has granted and what is used.
///
/// @param plan the name of his plan, or Custom
/// @param rules whether he follows the plan, overuse, overselling, expiry and the like
public record HoldingView(String plan, List<Line> lines, List<InfoRow> rules, List<String> permissions, String apps) {

    /// @param used against his own limit
    /// @param granted in words; empty where nothing of it can be granted
    public record Line(String label, Usage used, String granted) {}
}
