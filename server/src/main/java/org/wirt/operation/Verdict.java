package org.wirt.operation;

import org.wirt.value.Refusal;

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
}
