package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Writes the internal note about a reseller.
@Verb(name = "reseller.description", from = Level.ADMINISTRATOR)
class DescribeReseller extends Describing {

    DescribeReseller(Notes notes) {
        super(notes);
    }
}
