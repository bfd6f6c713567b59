package org.wirt.operation;

import java.util.ArrayList;
import java.util.List;

/// What a verb would do, computed without doing it.
///
/// @param missing those of the first targets that are not there, or not in sight
/// @param rows the first targets with their verdicts, refused ones first
/// @param total how many targets the selection has
/// @param judged how many of them were looked at; the others are judged when it is their turn
/// @param refused those that are not there any more included
public record Preview<T extends Operand>(
        List<Row<T>> rows, List<Long> missing, long total, int judged, int allowed, int unchanged, int refused) {

    public record Row<T extends Operand>(T target, Verdict verdict) {}

    static <T extends Operand> Preview<T> of(
            List<T> targets, List<Verdict> verdicts, List<Long> missing, long total, int asked) {
        var allowed = new ArrayList<Row<T>>();
        var others = new ArrayList<Row<T>>();
        int unchanged = 0;
        for (int i = 0; i < targets.size(); i++) {
            var verdict = verdicts.get(i);
            if (verdict instanceof Verdict.Unchanged) unchanged++;
            (verdict instanceof Verdict.Allowed ? allowed : others).add(new Row<>(targets.get(i), verdict));
        }
        int refused = asked - allowed.size() - unchanged;
        int may = allowed.size();
        others.addAll(allowed);
        return new Preview<>(others, missing, total, asked, may, unchanged, refused);
    }

    public boolean isOfOne() {
        return total == 1;
    }

    /// How many of the selection nobody has looked at yet.
    public long unseen() {
        return total - judged;
    }
}
