package org.wirt.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.UserRole;

/// What several verbs on additional users ask.
final class UserRules {

    private UserRules() {}

    /// Nobody locks himself out.
    static boolean isHimself(User user, Caller caller) {
        return user.id() == caller.loginId();
    }

    static Map<String, Object> values(User user) {
        return values(user.name(), user.email(), user.username(), user.role(), user.subscription(), user.active());
    }

    static Map<String, Object> values(
            String name, String email, String username, UserRole role, Optional<Long> subscription, boolean active) {
        var values = new LinkedHashMap<String, Object>();
        values.put("contactName", name);
        values.put("email", email);
        values.put("username", username);
        values.put("role", role.name());
        values.put("subscription", subscription.map(String::valueOf).orElse(""));
        values.put("active", active);
        return values;
    }
}
