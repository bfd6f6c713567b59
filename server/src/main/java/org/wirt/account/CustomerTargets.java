package org.wirt.account;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.listing.Matches;

/// Customers, for verbs `customer.…`.
@Component
class CustomerTargets extends AccountTargets {

    private final CustomerList list;

    CustomerTargets(Accounts accounts, CustomerList list) {
        super(accounts, Level.CUSTOMER);
        this.list = list;
    }

    @Override
    public String object() {
        return "customer";
    }

    @Override
    public Matches matching(Map<String, List<String>> filter) {
        return list.matching(filter);
    }
}
