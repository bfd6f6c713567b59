package org.wirt.account;

import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.value.Refusal;

/// Whether an account may have one more additional user. Fulfilled by the room that knows what its contracts grant.
public interface UserRoom {

    /// Why one more is refused to this caller. Empty: there is room. Call within a scoped transaction.
    Optional<Refusal> refusal(long account, Caller caller);
}
