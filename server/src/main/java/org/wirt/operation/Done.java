package org.wirt.operation;

import java.util.List;
import org.wirt.access.Caller;

/// It happened: one verb to these targets, told inside the transaction so that whoever must write with it can (letters,
/// counters). What may follow later listens after commit.
public record Done<T extends Operand>(
        String verb, List<T> targets, List<Change> changes, Record input, Caller caller, Job job) {}
