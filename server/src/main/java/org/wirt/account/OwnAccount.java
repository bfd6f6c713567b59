package org.wirt.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.operation.Targets;

/// An account as its own people change it, the administrator's included.
@Component
class OwnAccount implements Targets<Account> {

    private final List<AccountTargets> kinds;

    OwnAccount(Accounts accounts, CustomerTargets customers, ResellerTargets resellers) {
        this.kinds = List.of(customers, resellers, new Administrators(accounts));
    }

    @Override
    public String object() {
        return "account";
    }

    @Override
    public Class<Account> type() {
        return Account.class;
    }

    @Override
    public List<Account> load(Collection<Long> ids) {
        var found = new ArrayList<Account>();
        kinds.forEach(kind -> found.addAll(kind.load(ids)));
        return found;
    }

    @Override
    public List<Account> lock(Collection<Long> ids) {
        var found = new ArrayList<Account>();
        kinds.forEach(kind -> found.addAll(kind.lock(ids)));
        return found;
    }

    @Override
    public List<Long> matching(Map<String, List<String>> filter) {
        return List.of();
    }

    private static final class Administrators extends AccountTargets {

        Administrators(Accounts accounts) {
            super(accounts, Level.ADMINISTRATOR);
        }

        @Override
        public String object() {
            return "account";
        }

        @Override
        public List<Long> matching(Map<String, List<String>> filter) {
            return List.of();
        }
    }
}
