package org.wirt.bin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.UserRole;
import org.wirt.dialect.Failed;
import org.wirt.speech.Languages;

/// Roles of additional users, as they are called in English.
@Component
class RoleWords {

    private final Languages languages;

    RoleWords(Languages languages) {
        this.languages = languages;
    }

    List<String> all() {
        return Stream.of(UserRole.values()).map(this::of).toList();
    }

    String of(UserRole role) {
        return languages
                .words("en")
                .of("user-role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// @throws Failed where there is no such role
    UserRole read(String typed) {
        return Stream.of(UserRole.values())
                .filter(role -> of(role).equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new Failed(1, "There is no role " + typed + ", only: " + String.join(", ", all())));
    }
}
