package org.wirt.operation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.GenericTypeResolver;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.value.Refusal;

/// All verbs by name, each with the way to its targets and the type of its input. Found by being there; no list
/// elsewhere.
@Component
public class Verbs {

    /// A verb with everything a door needs to know about it.
    public record Known<T extends Operand, I extends Record>(
            String name, Level from, Operation<T, I> operation, Targets<T> targets, Class<I> input) {

        /// What kind of object it is about, also where it makes one inside another.
        public String kind() {
            return name.substring(0, name.indexOf('.'));
        }

        public boolean mayUse(Caller caller) {
            return isInSight(caller) && caller.rights().mayUse(name);
        }

        /// Of his level at all; for a lower one the verb does not exist.
        boolean isInSight(Caller caller) {
            return caller.level().reaches(from);
        }

        public boolean undoable() {
            return operation instanceof Undoable<T, I>;
        }

        /// Why it is done to one target at a time; empty: to any number at once.
        Optional<Refusal> refusalOfSeveral() {
            if (Inputs.hasSecrets(input)) return Optional.of(Refusal.state("one-at-a-time"));
            return operation instanceof Singular ? Optional.of(Refusal.state("one-name-at-a-time")) : Optional.empty();
        }

        boolean outward() {
            return operation instanceof Outward;
        }
    }

    private final Map<String, Known<?, ?>> verbs = new TreeMap<>();

    Verbs(List<Operation<?, ?>> operations, List<Targets<?>> targets) {
        for (var operation : operations) {
            var known = known(operation, targets);
            if (verbs.put(known.name(), known) != null) throw new IllegalStateException("Two verbs " + known.name());
        }
    }

    public Optional<Known<?, ?>> named(String name) {
        return Optional.ofNullable(verbs.get(name));
    }

    public Collection<Known<?, ?>> all() {
        return verbs.values();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Operand, I extends Record> Known<T, I> known(
            Operation<?, ?> operation, List<Targets<?>> all) {
        var type = operation.getClass();
        var says = type.getAnnotation(Verb.class);
        if (says == null) throw new IllegalStateException(type + " has no @Verb");
        var arguments = GenericTypeResolver.resolveTypeArguments(type, Operation.class);
        if (arguments == null) throw new IllegalStateException(type + " hides its types");
        var object = says.name().substring(0, says.name().indexOf('.'));
        var targets = all.stream()
                .filter(t -> t.type() == arguments[0] && t.object().equals(object))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody finds targets of " + says.name()));
        return new Known<>(
                says.name(), says.from(), (Operation<T, I>) operation, (Targets<T>) targets, (Class<I>) arguments[1]);
    }
}
