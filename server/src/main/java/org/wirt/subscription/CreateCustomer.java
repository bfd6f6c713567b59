package org.wirt.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.NewAccounts;
import org.wirt.operation.Change;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Catalogue;
import org.wirt.value.DomainName;
import org.wirt.value.Refusal;
import org.wirt.value.SystemUserName;

/// Makes a customer with his login, and where wanted a subscription that is served from the next second on. When only
/// the subscription fails, the account stays.
@Verb(name = "customer.create", from = Level.RESELLER)
class CreateCustomer implements Operation<Provider, CreateCustomer.Input> {

    private static final Logger LOG = LoggerFactory.getLogger(CreateCustomer.class);

    /// The fields of the form; those from `domain` on count only when a subscription is wanted.
    ///
    /// @param plan a hosting plan of the provider; absent: none (Custom)
    record Input(
            NewAccountFields account,
            boolean createSubscription,
            Optional<DomainName> domain,
            Optional<Long> plan,
            Optional<SystemUserName> systemUser,
            @Secret String systemUserPassword) {

        Optional<NewSubscription> subscription() {
            if (!createSubscription || domain.isEmpty() || systemUser.isEmpty()) return Optional.empty();
            return Optional.of(new NewSubscription(
                    domain.get(), systemUser.get(), systemUserPassword, plan, CustomizeSubscription.Input.NOTHING));
        }

        List<Refusal> missing() {
            var missing = new ArrayList<Refusal>();
            if (createSubscription && domain.isEmpty()) missing.add(Refusal.invalid("domain", "missing"));
            if (createSubscription && systemUser.isEmpty()) missing.add(Refusal.invalid("systemUser", "missing"));
            return missing;
        }
    }

    private final NewAccounts accounts;
    private final AccountRules rules;
    private final NewSubscriptions subscriptions;
    private final TransactionTemplate savepoint;

    CreateCustomer(
            NewAccounts accounts,
            AccountRules rules,
            NewSubscriptions subscriptions,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.rules = rules;
        this.subscriptions = subscriptions;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public Verdict judge(Provider provider, Input input, Caller caller) {
        if (provider.removed()) return Verdict.refused(Refusal.notFound());
        var refusals = new ArrayList<Refusal>();
        if (!provider.room().allows(Catalogue.CREATE_CUSTOMERS)) {
            refusals.add(Refusal.notPermitted("create-customers"));
        }
        provider.room().refusalOfCustomer().ifPresent(refusals::add);
        refusals.addAll(rules.refusals(input.account.wanted(Level.CUSTOMER), provider.id()));
        refusals.addAll(input.missing());
        input.subscription().ifPresent(s -> refusals.addAll(subscriptions.refusals(s, provider.room())));
        if (!input.missing().isEmpty())
            refusals.addAll(
                    subscriptions.names(input.domain, input.systemUser, input.systemUserPassword, provider.id()));
        return Verdict.of(refusals);
    }

    @Override
    public Set<String> alsoMakes(Map<String, List<String>> parameters) {
        return wantsSubscription(parameters) ? Set.of("subscription") : Set.of();
    }

    private static boolean wantsSubscription(Map<String, List<String>> parameters) {
        return Inputs.field(Boolean.class, "createSubscription", parameters).orElse(false);
    }

    @Override
    public List<Refusal> alsoWrong(Provider provider, Map<String, List<String>> parameters, Caller caller) {
        var refusals = new ArrayList<>(rules.names(parameters, provider.id()));
        if (wantsSubscription(parameters)) {
            for (var field : List.of("domain", "systemUser"))
                if (Inputs.text(field, parameters).isBlank()) refusals.add(Refusal.invalid(field, "missing"));
            refusals.addAll(subscriptions.names(parameters, provider.id()));
        }
        return refusals;
    }

    @Override
    public List<Change> apply(List<Provider> providers, Input input, Caller caller, Job job) {
        return providers.stream().map(p -> make(p, input, caller)).toList();
    }

    private Change make(Provider provider, Input input, Caller caller) {
        long id = accounts.add(input.account.wanted(Level.CUSTOMER), provider.id(), caller);
        var after = new LinkedHashMap<String, Object>();
        after.put("customer", id);
        after.put("name", input.account.contactName().text());
        after.put("username", input.account.login().name().text());
        input.subscription()
                .flatMap(wanted -> subscription(wanted, id, provider))
                .ifPresent(number -> after.put("subscription", number));
        return new Change(provider.id(), Map.of(), after)
                .makingAccount(id, input.account.contactName().text(), provider.id());
    }

    private Optional<Long> subscription(NewSubscription wanted, long customer, Provider provider) {
        try {
            return Optional.ofNullable(savepoint.execute(_ -> subscriptions.make(wanted, customer, provider.id())));
        } catch (RuntimeException e) {
            LOG.error("Customer {} is made, his subscription is not", customer, e);
            return Optional.empty();
        }
    }
}
