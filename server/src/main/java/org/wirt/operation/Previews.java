package org.wirt.operation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.ScopedTransaction;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What would happen: every door's way to look ahead.
@Component
public class Previews {

    private final SaidInputs said;
    private final Runner runner;
    private final ScopedTransaction transaction;

    Previews(SaidInputs said, Runner runner, ScopedTransaction transaction) {
        this.said = said;
        this.runner = runner;
        this.transaction = transaction;
    }

    /// Says how many targets the selection has and judges the first of them, so many as are shown; nothing is changed.
    /// The job judges them all, each when its turn comes.
    ///
    /// @throws Refused as missing where none of them is there
    public <T extends Operand, I extends Record> Preview<T> preview(
            Verbs.Known<T, I> verb,
            Selection selection,
            Map<String, List<String>> parameters,
            Caller caller,
            int show) {
        var preview = judged(verb, selection, parameters, caller, show);
        if (preview.rows().isEmpty() && !preview.missing().isEmpty()) throw new Refused(Refusal.notFound());
        return preview;
    }

    /// The same for a program, which hears exactly what the deed would be told.
    ///
    /// @param named what an editing verb is not told stays as it is
    /// @throws Refused what one target alone would be refused with as a whole
    public <T extends Operand, I extends Record> Preview<T> ahead(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> named, Caller caller, int show) {
        var parameters = said.filled(verb, selection, named, caller);
        if (selection.only().isPresent())
            return rehearsed(verb, preview(verb, selection, parameters, caller, show), parameters, caller);
        var preview = judged(verb, selection, parameters, caller, show);
        if (preview.total() + preview.missing().size() > 1)
            verb.refusalOfSeveral().ifPresent(why -> {
                throw new Refused(why);
            });
        return preview;
    }

    private <T extends Operand, I extends Record> Preview<T> rehearsed(
            Verbs.Known<T, I> verb, Preview<T> preview, Map<String, List<String>> parameters, Caller caller) {
        if (preview.allowed() == 0 || !(verb.operation() instanceof Rehearsed)) return preview;
        var target = preview.rows().getFirst().target();
        var once = caller.withRequest(UUID.randomUUID().toString());
        var input = Inputs.read(verb.input(), parameters);
        try {
            transaction.rehearse(
                    caller.scope(), () -> runner.single(verb, input, Map.of(), once, target.id(), "rehearsal"));
            return preview;
        } catch (Refused refused) {
            if (refused.refusals().size() > 1 || refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
            return Preview.of(List.of(target), List.of(Verdict.refused(refused.first())), List.of(), 1, 1);
        }
    }

    private <T extends Operand, I extends Record> Preview<T> judged(
            Verbs.Known<T, I> verb,
            Selection selection,
            Map<String, List<String>> parameters,
            Caller caller,
            int show) {
        var input = said.read(verb, selection, parameters, caller);
        return transaction.read(caller.scope(), () -> {
            long total = selection.number(verb.targets());
            var ids = selection.first(verb.targets(), show);
            var found = verb.targets().load(ids);
            var seen = found.stream().map(Operand::id).collect(Collectors.toSet());
            var missing = ids.stream().filter(id -> !seen.contains(id)).toList();
            // What is not in sight does not count: a heading must not tell that it is there.
            return Preview.of(
                    found, verdicts(verb, found, input, caller), missing, total - missing.size(), found.size());
        });
    }

    /// Of several, what stands against one of them does not stand against the others.
    private static <T extends Operand, I extends Record> List<Verdict> verdicts(
            Verbs.Known<T, I> verb, List<T> found, I input, Caller caller) {
        try {
            return verb.operation().judgeAll(found, input, caller);
        } catch (Refused refused) {
            if (found.size() < 2) throw refused;
            return found.stream().map(one -> verdict(verb, one, input, caller)).toList();
        }
    }

    private static <T extends Operand, I extends Record> Verdict verdict(
            Verbs.Known<T, I> verb, T target, I input, Caller caller) {
        try {
            return verb.operation().judgeAll(List.of(target), input, caller).getFirst();
        } catch (Refused refused) {
            return Verdict.refused(refused.first());
        }
    }

    /// Everything that stands against doing it to one target, which is not done: for a form with a mistake of its own.
    public List<Refusal> mistakes(
            Verbs.Known<?, ?> verb, long target, Map<String, List<String>> parameters, Caller caller) {
        try {
            return preview(verb, Selection.one(target), parameters, caller, 1).rows().stream()
                    .flatMap(row -> row.verdict() instanceof Verdict.No(var why) ? Stream.of(why) : Stream.empty())
                    .toList();
        } catch (Refused refused) {
            if (refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
            return refused.refusals();
        }
    }
}
