package org.wirt.operation;

import java.util.List;
import java.util.Map;

/// Which targets are meant: these, or all that match the parameters of a list. One target is a selection of one.
public sealed interface Selection {

    record These(List<Long> ids) implements Selection {
        public These {
            ids = ids.stream().distinct().toList();
        }
    }

    record Matching(Map<String, List<String>> filter) implements Selection {}

    static Selection one(long id) {
        return new These(List.of(id));
    }
}
