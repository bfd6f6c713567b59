package org.wirt.plan;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.wirt.value.Spoken;

/// Something a customer or reseller may do himself.
///
/// @param name the key it is stored by
public record PermissionKey(String name, Scope scope) implements Spoken {

    public String messageKey() {
        return "permission." + name;
    }

    /// Its label; the bare name where the catalogue does not know it.
    @Override
    public String in(Locale reader, UnaryOperator<String> words) {
        return Catalogue.knowsPermission(name) ? words.apply(messageKey()) : name;
    }

    @Override
    public String toString() {
        return name;
    }
}
