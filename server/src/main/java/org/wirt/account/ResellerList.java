package org.wirt.account;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// All resellers; only the administrator sees any but himself.
@Component
public class ResellerList extends AccountLists {

    ResellerList(DSLContext database) {
        super(database, "RESELLER");
    }
}
