package org.wirt.operation;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.wirt.access.Caller;

/// It happened: one verb to these targets, told inside the transaction so that whoever must write with it can (letters,
/// counters). What may follow later listens after commit.
public record Done<T extends Operand>(
        String verb, List<T> targets, List<Change> changes, Record input, Caller caller, Job job) {

    /// The same deed without the targets whose change is so.
    public Done<T> without(Predicate<Change> so) {
        var left = changes.stream().filter(so.negate()).toList();
        var ids = left.stream().map(Change::id).collect(Collectors.toSet());
        return new Done<>(
                verb, targets.stream().filter(t -> ids.contains(t.id())).toList(), left, input, caller, job);
    }
}
