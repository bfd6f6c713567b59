package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.listing.Matches;
import org.wirt.operation.Targets;

/// Where a new account goes: verbs `customer.create` and `reseller.create` are done to the provider it is made in.
abstract class ProviderTargets implements Targets<Provider> {

    private final Providers providers;

    ProviderTargets(Providers providers) {
        this.providers = providers;
    }

    @Component
    static class OfCustomers extends ProviderTargets {
        OfCustomers(Providers providers) {
            super(providers);
        }

        @Override
        public String object() {
            return "customer";
        }
    }

    @Component
    static class OfResellers extends ProviderTargets {
        OfResellers(Providers providers) {
            super(providers);
        }

        @Override
        public String object() {
            return "reseller";
        }
    }

    @Override
    public Class<Provider> type() {
        return Provider.class;
    }

    @Override
    public List<Provider> load(Collection<Long> ids) {
        return providers.load(ids);
    }

    @Override
    public List<Provider> lock(Collection<Long> ids) {
        return providers.lock(ids);
    }

    @Override
    public Matches matching(Map<String, List<String>> filter) {
        return Matches.none();
    }
}
