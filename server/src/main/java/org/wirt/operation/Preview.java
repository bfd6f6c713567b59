package org.wirt.operation;

import java.util.List;

/// What a verb would do, computed without doing it.
///
/// @param rows the first targets with their verdicts, refused ones first
/// @param total how many targets the selection has
public record Preview<T extends Operand>(List<Row<T>> rows, int total, int allowed, int unchanged, int refused) {

    public record Row<T extends Operand>(T target, Verdict verdict) {}
}
