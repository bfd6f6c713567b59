package org.wirt.account;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.listing.Matches;

/// Resellers, for verbs `reseller.…`.
@Component
class ResellerTargets extends AccountTargets {

    private final ResellerList list;

    ResellerTargets(Accounts accounts, ResellerList list) {
        super(accounts, Level.RESELLER);
        this.list = list;
    }

    @Override
    public String object() {
        return "reseller";
    }

    @Override
    public Matches matching(Map<String, List<String>> filter) {
        return list.matching(filter);
    }
}
