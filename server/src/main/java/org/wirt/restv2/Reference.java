package org.wirt.restv2;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirt.dialect.Element;
import org.wirt.dialect.Failed;

/// A domain as bodies name it: by any of these.
record Reference(
        @Nullable Long id, @Nullable String name, @Nullable String guid) {

    /// Whether it is named in more than one of the ways.
    boolean isSeveral() {
        return Stream.of(Same.said(id), Same.said(name), Same.said(guid))
                        .flatMap(way -> way)
                        .count()
                > 1;
    }

    /// As a node `prefix-id`, `prefix-name` or `prefix-guid`.
    void writeTo(Element node, String prefix) {
        if (id != null) node.add(prefix + "id", id);
        else if (name != null && !name.isBlank()) node.add(prefix + "name", name);
        else if (guid != null && !guid.isBlank()) node.add(prefix + "guid", guid);
        else throw Failed.invalid("A domain is named by one of: id, name, guid.");
    }
}
