package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Writes the internal note about a customer.
@Verb(name = "customer.description", from = Level.RESELLER)
class DescribeCustomer extends Describing {

    DescribeCustomer(Notes notes) {
        super(notes);
    }
}
