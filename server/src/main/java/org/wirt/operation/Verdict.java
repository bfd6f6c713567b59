package org.wirt.operation;

import java.util.List;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What the rule says about one target.
public sealed interface Verdict {

    record Allowed() implements Verdict {}

    /// Already so; nothing will be changed, and that is no error.
    record Unchanged() implements Verdict {}

    record No(Refusal why) implements Verdict {}

    static Verdict allowed() {
        return new Allowed();
    }

    static Verdict unchanged() {
        return new Unchanged();
    }

    static Verdict refused(Refusal why) {
        return new No(why);
    }

    /// For a verb behind a form of many fields.
    ///
    /// @throws Refused where there are several, so that the form shows every mistake at once
    static Verdict of(List<Refusal> refusals) {
        if (refusals.size() > 1) throw new Refused(refusals);
        return refusals.isEmpty() ? allowed() : refused(refusals.getFirst());
    }
}
