package org.wirt.dialect;

import java.util.Optional;
import java.util.UUID;

/// What objects are known by; what cannot be one is nobody's.
final class Ids {

    private Ids() {}

    static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    static Optional<UUID> guid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
