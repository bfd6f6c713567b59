package org.wirt.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which targets are meant: these, or all that match the parameters of a list. One target is a selection of one.
public sealed interface Selection {

    record These(List<Long> ids) implements Selection {
        public These {
            ids = ids.stream().distinct().toList();
        }

        @Override
        public long number(Targets<?> targets) {
            return ids.size();
        }

        @Override
        public List<Long> first(Targets<?> targets, int most) {
            return ids.subList(0, Math.min(most, ids.size()));
        }

        @Override
        public List<Long> all(Targets<?> targets) {
            return ids;
        }
    }

    record Matching(Map<String, List<String>> filter) implements Selection {

        @Override
        public long number(Targets<?> targets) {
            return targets.matching(filter).number();
        }

        @Override
        public List<Long> first(Targets<?> targets, int most) {
            return targets.matching(filter).first(most);
        }

        @Override
        public List<Long> all(Targets<?> targets) {
            return targets.matching(filter).all();
        }
    }

    /// How many they are, those that are not there or not in sight included where numbers were named.
    long number(Targets<?> targets);

    /// The numbers of the first, at most so many.
    List<Long> first(Targets<?> targets, int most);

    List<Long> all(Targets<?> targets);

    /// The one target, where numbers were named and it is one.
    default Optional<Long> only() {
        return this instanceof These(var ids) && ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    static Selection one(long id) {
        return new These(List.of(id));
    }
}
