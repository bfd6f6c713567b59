package org.wirt.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A verb started on a selection: how far it is and, when it is over, what came of it. One target is a job of one.
///
/// @param input  the parameters as they came in, without secrets
/// @param remarks how many of those that were done are told something besides, by the remark's code
/// @param name what the one target of a job of one is called, where that was just done or read for it
/// @param remark what is said besides of the one target of a job of one that was just done, or why it was not
/// @param made number of what a job of one has made, where it has
/// @param unconfirmed whose servers did not say in time that they follow a job of one that was just done, by name
public record Job(
        long id,
        String verb,
        Map<String, List<String>> input,
        String actor,
        State state,
        boolean single,
        boolean cancelling,
        Optional<Long> undoes,
        int total,
        Map<Outcome, Integer> counts,
        Map<String, Integer> remarks,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> finished,
        Optional<String> name,
        Optional<Remark> remark,
        Optional<Long> made,
        List<String> unconfirmed) {

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED
    }

    public enum Outcome {
        PENDING,
        DONE,
        UNCHANGED,
        REFUSED,
        FAILED,
        CANCELLED
    }

    Job with(Map<Outcome, Integer> counted, String called, Optional<Remark> said, Optional<Long> number) {
        var remarked = said.map(r -> Map.of(r.code(), 1)).orElseGet(Map::of);
        return with(counted, remarked, Optional.of(called), said, number, unconfirmed);
    }

    Job called(String target, Optional<Remark> said, Optional<Long> number) {
        return with(counts, remarks, Optional.of(target), said, number, unconfirmed);
    }

    Job saying(Remark answer) {
        return with(counts, remarks, name, Optional.of(answer), made, unconfirmed);
    }

    Job unconfirmedBy(List<String> whose) {
        return with(counts, remarks, name, remark, made, whose);
    }

    private Job with(
            Map<Outcome, Integer> counted,
            Map<String, Integer> remarked,
            Optional<String> called,
            Optional<Remark> said,
            Optional<Long> number,
            List<String> whose) {
        return new Job(
                id,
                verb,
                input,
                actor,
                state,
                single,
                cancelling,
                undoes,
                total,
                counted,
                remarked,
                created,
                started,
                finished,
                called,
                said,
                number,
                whose);
    }

    public int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /// How many were done and are told this besides.
    public int count(String remark) {
        return remarks.getOrDefault(remark, 0);
    }

    public int handled() {
        return total - count(Outcome.PENDING);
    }

    public boolean over() {
        return state == State.DONE || state == State.CANCELLED;
    }
}
