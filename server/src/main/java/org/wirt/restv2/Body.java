package org.wirt.restv2;

import java.util.Optional;
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

    /// @throws Failed where it was said as empty
    static void refuseEmpty(@Nullable String value, String name) {
        if (value != null && value.isBlank()) throw Failed.invalid("The property " + name + " is empty.");
    }

    /// What an address says behind its question mark, where it is a number.
    ///
    /// @throws Failed where it is none
    static Optional<Long> number(Optional<String> said, String name) {
        return said.map(text -> {
            if (!text.matches("\\d{1,18}")) throw Failed.invalid("The parameter " + name + " is a number.");
            return Long.valueOf(text);
        });
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
