package org.wirt.account;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.listing.Counting;

/// All resellers; only the administrator sees any but himself.
@Component
public class ResellerList extends AccountLists {

    public static final List<String> SORTS = List.of("name", "company", "username", "email", "created");

    ResellerList(DSLContext database, Counting counting, List<AccountNarrowing> above) {
        super(database, counting, "RESELLER", above);
    }

    @Override
    public List<String> sorts() {
        return SORTS;
    }
}
