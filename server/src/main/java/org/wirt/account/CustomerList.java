package org.wirt.account;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.listing.Counting;

/// All customers in sight: the administrator's and every reseller's, or a reseller's own.
@Component
public class CustomerList extends AccountLists {

    public static final List<String> SORTS =
            List.of("name", "company", "username", "email", "created", "subscriptions", "domains", "disk", "traffic");

    CustomerList(DSLContext database, Counting counting, List<AccountNarrowing> above) {
        super(database, counting, "CUSTOMER", above);
    }

    @Override
    public List<String> sorts() {
        return SORTS;
    }
}
