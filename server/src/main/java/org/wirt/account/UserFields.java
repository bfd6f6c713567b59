package org.wirt.account;

import java.util.Map;
import java.util.Optional;
import org.wirt.access.UserRole;
import org.wirt.value.ContactEmail;
import org.wirt.value.ContactName;

/// Who an additional user is and what he may do, as the forms ask.
///
/// @param username empty: the e-mail address
/// @param subscription the only one he has access to; absent: all
record UserFields(
        ContactName contactName,
        ContactEmail email,
        String username,
        UserRole role,
        Optional<Long> subscription,
        boolean active) {

    String chosen() {
        return username.isBlank() ? email.text() : username.strip();
    }

    Map<String, Object> values() {
        return UserRules.values(contactName.text(), email.text(), chosen(), role, subscription, active);
    }
}
