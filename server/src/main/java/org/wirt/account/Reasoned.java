package org.wirt.account;

import org.wirt.operation.Operand;
import org.wirt.value.Causes;

/// What can carry reasons for which it is not active: an account, a subscription, a site.
public interface Reasoned extends Operand {

    /// Its own stored reasons.
    Causes own();
}
