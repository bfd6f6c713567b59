package org.wirt.plan;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.wirt.value.Spoken;

/// A limit that can be sold.
///
/// @param name the key it is stored by
public record LimitKey(String name, Unit unit, Scope scope, Combining combining) implements Spoken {

    public String messageKey() {
        return "limit." + name;
    }

    /// Its label; the bare name where the catalogue does not know it.
    @Override
    public String in(Locale reader, UnaryOperator<String> words) {
        return Catalogue.knowsLimit(name) ? words.apply(messageKey()) : name;
    }

    @Override
    public String toString() {
        return name;
    }
}
