package org.wirt.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.ScopedTransaction;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What is said of a verb's fields, in words: filled up with what is there, and read.
@Component
class SaidInputs {

    private final ScopedTransaction transaction;

    SaidInputs(ScopedTransaction transaction) {
        this.transaction = transaction;
    }

    /// @throws Refused naming each field that cannot be read, and of a form for one target what else is wrong with it
    <T extends Operand, I extends Record> I read(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> parameters, Caller caller) {
        try {
            return Inputs.read(verb.input(), parameters);
        } catch (Refused unreadable) {
            var one = selection.only();
            if (one.isEmpty()) throw unreadable;
            var wrong = new ArrayList<>(unreadable.refusals());
            var fields = wrong.stream().map(Refusal::field).collect(Collectors.toSet());
            transaction
                    .read(
                            caller.scope(),
                            () -> verb.targets().load(List.of(one.get())).stream()
                                    .flatMap(t -> verb.operation().alsoWrong(t, parameters, caller).stream())
                                    .toList())
                    .stream()
                    .filter(refusal -> !fields.contains(refusal.field()))
                    .forEach(wrong::add);
            throw new Refused(wrong);
        }
    }

    /// What is said of a verb's fields beneath what a program names: a form sends them all, a program those that it
    /// changes.
    ///
    /// @throws Refused for several targets, each of which would need its own
    <T extends Operand, I extends Record> Map<String, List<String>> filled(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> named, Caller caller) {
        if (!(verb.operation() instanceof Editing<?>)) return named;
        long one = one(selection);
        return transaction.read(caller.scope(), () -> {
            var all = new LinkedHashMap<String, List<String>>();
            saved(verb, verb.targets().one(one), named).forEach((field, value) -> all.put(field, List.of(value)));
            all.putAll(named);
            return all;
        });
    }

    /// @throws Refused where it is not one
    static long one(Selection selection) {
        return selection.only().orElseThrow(() -> new Refused(Refusal.state("one-edited-at-a-time")));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Operand> Map<String, String> saved(
            Verbs.Known<T, ?> verb, T target, Map<String, List<String>> named) {
        return verb.operation() instanceof Editing<?> editing ? ((Editing<T>) editing).saved(target, named) : Map.of();
    }
}
