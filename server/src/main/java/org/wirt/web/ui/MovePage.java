package org.wirt.web.ui;

import java.util.List;

/// Moving customers to another owner, a service plan for each.
/// @param manyTargets so that they must be searched
/// @param target     chosen owner
/// @param more       how many customers there are beyond those shown
/// @param targetDark the chosen owner is suspended, so that somebody must agree that the customers go dark
public record MovePage(
        Frame frame,
        String heading,
        List<Option> targets,
        boolean manyTargets,
        String target,
        boolean targetDark,
        List<Row> rows,
        List<Option> plans,
        Selection selection,
        Form form,
        long more,
        String returnTo) {

    /// Somebody of those shown can move as it is chosen now, or nobody has looked at the others yet.
    public boolean possible() {
        return more > 0 || rows.stream().anyMatch(Row::possible);
    }

    /// @param ways what can be done where there is too little room; empty: there is enough
    public record Row(String id, String name, String href, String provider, List<CheckLine> checks, List<Option> ways) {

        boolean possible() {
            return checks.stream().noneMatch(check -> check.kind() == Status.Kind.REFUSED);
        }
    }
}
