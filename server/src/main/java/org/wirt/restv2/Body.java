package org.wirt.restv2;

import org.jspecify.annotations.Nullable;
import org.wirt.dialect.Element;
import org.wirt.dialect.Failed;

/// From what a body says to what the dialect is asked.
final class Body {

    private Body() {}

    /// @throws Failed where it was not said
    static String needed(@Nullable String value, String name) {
        if (value == null || value.isBlank()) throw Failed.invalid("The property " + name + " is required.");
        return value;
    }

    /// Adds what was said; what was said as empty is emptied.
    static void add(Element node, String name, @Nullable Object value) {
        if (value != null) node.add(name, value);
    }

    /// A request that is about one object.
    static Element on(String operation, String kind, Object value) {
        return new Element(operation).add(new Element("filter").add(kind, value));
    }
}
