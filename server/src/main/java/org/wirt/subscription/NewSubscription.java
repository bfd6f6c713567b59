package org.wirt.subscription;

import java.util.Optional;
import org.wirt.value.DomainName;
import org.wirt.value.SystemUserName;

/// A subscription about to be made.
///
/// @param password of the system user, in clear, for as long as it takes to hash it
/// @param plan a hosting plan of the provider; absent: bound to none (Custom)
/// @param own  values of its own beside what that says
record NewSubscription(
        DomainName domain,
        SystemUserName systemUser,
        String password,
        Optional<Long> plan,
        CustomizeSubscription.Input own) {

    @Override
    public String toString() {
        return "NewSubscription[" + domain.ascii() + "]";
    }
}
