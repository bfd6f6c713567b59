package org.wirt.dialect;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;

/// What the dialect knows, for tests that hold it to that.
public final class KnownOperations {

    private KnownOperations() {}

    /// Operations by the usual name of their operator.
    public static Map<String, SortedSet<String>> of(ApplicationContext context) {
        var known = new TreeMap<String, SortedSet<String>>();
        context.getBeansOfType(Operator.class)
                .values()
                .forEach(one -> known.put(
                        one.names().getFirst(), new TreeSet<>(one.operations().keySet())));
        return known;
    }

    /// Those that are known and not supported.
    public static Map<String, Set<String>> unsupported() {
        return Unsupported.ALL;
    }
}
