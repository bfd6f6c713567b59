package org.wirt.operation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirt.access.Caller;
import org.wirt.value.Refusal;

/// A verb, whole: the rule and the deed. Buttons, preview, bulk, audit and every door follow from it.
///
/// @param <T> what it is done to
/// @param <I> what must be said besides; a record whose components are the form's fields
public interface Operation<T extends Operand, I extends Record> {

    /// Pure: the same call greys out a button, fills the preview and guards the deed.
    Verdict judge(T target, I input, Caller caller);

    /// The same for a batch, one verdict for each in their order. A rule that has to ask the database asks it here,
    /// once for all of them; and here targets that draw on the same room share what is left of it.
    default List<Verdict> judgeAll(List<T> targets, I input, Caller caller) {
        return targets.stream().map(target -> judge(target, input, caller)).toList();
    }

    /// What can be said already while other fields of the form cannot be read, above all which names are taken: so that
    /// a form hears of all its mistakes at once. Asked only then; [#judge] guards the deed.
    ///
    /// @param parameters as they came in
    default List<Refusal> alsoWrong(T target, Map<String, List<String>> parameters, Caller caller) {
        return List.of();
    }

    /// Kinds of other objects that it makes besides when it is told so. Whoever may not change those does not get them
    /// this way either.
    ///
    /// @param parameters as they came in
    default Set<String> alsoMakes(Map<String, List<String>> parameters) {
        return Set.of();
    }

    /// Runs only for targets that were judged allowed, in the transaction that locked them; set-based, because many is
    /// the normal case.
    List<Change> apply(List<T> targets, I input, Caller caller, Job job);
}
