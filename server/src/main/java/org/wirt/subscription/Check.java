package org.wirt.subscription;

import java.util.List;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// What a look ahead found, as one sentence: fine, worth knowing, or in the way. A row with something in the way is not
/// carried out.
public sealed interface Check {

    /// The key of the sentence; the gaps fill it.
    String key();

    List<Object> gaps();

    record Ok(String code, List<Object> gaps) implements Check {

        @Override
        public String key() {
            return "check." + code;
        }
    }

    record Warning(String code, List<Object> gaps) implements Check {

        @Override
        public String key() {
            return "check." + code;
        }
    }

    record Blocked(Refusal why) implements Check {

        @Override
        public String key() {
            return why.key();
        }

        @Override
        public List<Object> gaps() {
            return why.gaps();
        }
    }

    static Check ok(String code, Object... gaps) {
        return new Ok(code, List.of(gaps));
    }

    static Check warning(String code, Object... gaps) {
        return new Warning(code, List.of(gaps));
    }

    static Check blocked(Refusal why) {
        return new Blocked(why);
    }

    /// Allowed, or the first thing in the way.
    static Verdict verdict(List<Check> checks) {
        return checks.stream()
                .filter(Blocked.class::isInstance)
                .map(check -> Verdict.refused(((Blocked) check).why()))
                .findFirst()
                .orElseGet(Verdict::allowed);
    }
}
