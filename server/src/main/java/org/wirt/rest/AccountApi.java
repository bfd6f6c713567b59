package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountHead;
import org.wirt.account.AccountHeads;
import org.wirt.account.AccountRow;
import org.wirt.account.Contact;
import org.wirt.account.Contacts;
import org.wirt.account.CustomerList;
import org.wirt.account.ResellerList;
import org.wirt.subscription.ResellerContract;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import tools.jackson.databind.json.JsonMapper;

/// Customers and resellers.
@RestController
class AccountApi implements Tags.Telling {

    private static final Map<String, Level> KINDS = Map.of("customer", Level.CUSTOMER, "reseller", Level.RESELLER);

    private final CustomerList customers;
    private final ResellerList resellers;
    private final AccountHeads heads;
    private final Contacts contacts;
    private final ResellerContract contracts;
    private final ScopedTransaction transaction;
    private final JsonMapper json;

    AccountApi(
            CustomerList customers,
            ResellerList resellers,
            AccountHeads heads,
            Contacts contacts,
            ResellerContract contracts,
            ScopedTransaction transaction,
            JsonMapper json) {
        this.customers = customers;
        this.resellers = resellers;
        this.heads = heads;
        this.contacts = contacts;
        this.contracts = contracts;
        this.transaction = transaction;
        this.json = json;
    }

    /// @param used  bytes
    /// @param limit bytes; absent: none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Use(long used, @Nullable Long limit) {

        private static Use of(AccountRow.Uses uses) {
            return new Use(uses.used(), uses.granted() < 0 ? null : uses.granted());
        }
    }

    /// @param description the provider's note
    /// @param traffic     of this month
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            long id,
            String contactName,
            String company,
            String username,
            String email,
            String description,
            Status status,
            int subscriptions,
            int domains,
            Use disk,
            Use traffic,
            @Nullable Named provider,
            Instant created) {

        private static Row of(AccountRow row) {
            return new Row(
                    row.id(),
                    row.name(),
                    row.company(),
                    row.username(),
                    row.email(),
                    row.description(),
                    Status.of(row.own(), row.above()),
                    row.subscriptions(),
                    row.domains(),
                    Use.of(row.disk()),
                    Use.of(row.traffic()),
                    row.provider().map(p -> new Named(p.id(), p.name())).orElse(null),
                    row.created());
        }
    }

    /// What a reseller holds.
    ///
    /// @param plan     absent: he follows none
    /// @param locked   he holds values of his own beside it
    /// @param expires  absent: it does not
    /// @param oversell may he grant in sum more than he holds
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contract(
            @Nullable Named plan, boolean locked, @Nullable Instant expires, boolean oversell, Granted granted) {

        private static Contract of(ResellerContract.Held held) {
            return new Contract(
                    held.plan().map(plan -> new Named(plan.id(), plan.name())).orElse(null),
                    held.locked(),
                    held.allowance().expiry().orElse(null),
                    held.oversell(),
                    Granted.of(held.allowance()));
        }
    }

    /// @param contract absent: a customer, who holds subscriptions only
    /// @param version  counts edits of the contact data: what a change of them says that it knows
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            long id,
            String contactName,
            String company,
            String username,
            String email,
            String phone,
            String fax,
            String address,
            String postalCode,
            String city,
            String state,
            String country,
            String language,
            String timeZone,
            String externalId,
            String description,
            String additionalInformation,
            Status status,
            Named provider,
            Instant created,
            @Nullable Contract contract,
            int version) {}

    @Reading(value = "customer", list = CustomerList.class)
    @GetMapping("/api/v1/customers")
    Listed<Row> customers(Call call) {
        return transaction.read(call.caller().scope(), () -> Listed.of(call, customers, CustomerList.SORTS, Row::of));
    }

    @Reading("customer")
    @GetMapping("/api/v1/customers/{id}")
    ResponseEntity<One> customer(Call call, @PathVariable long id) {
        return one(call, Level.CUSTOMER, id);
    }

    @Reading(value = "reseller", list = ResellerList.class)
    @GetMapping("/api/v1/resellers")
    Listed<Row> resellers(Call call) {
        needsAdministrator(call);
        return transaction.read(call.caller().scope(), () -> Listed.of(call, resellers, ResellerList.SORTS, Row::of));
    }

    @Reading("reseller")
    @GetMapping("/api/v1/resellers/{id}")
    ResponseEntity<One> reseller(Call call, @PathVariable long id) {
        needsAdministrator(call);
        return one(call, Level.RESELLER, id);
    }

    /// For others there are none.
    private static void needsAdministrator(Call call) {
        if (call.caller().level() != Level.ADMINISTRATOR) throw new Refused(Refusal.notFound());
    }

    private ResponseEntity<One> one(Call call, Level kind, long id) {
        var one = transaction
                .read(call.caller().scope(), () -> found(kind, id))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        return ResponseEntity.ok().eTag(Tags.of(json, one)).body(one);
    }

    @Override
    public boolean tells(String kind) {
        return KINDS.containsKey(kind);
    }

    @Override
    public Optional<One> told(String kind, long id) {
        return Optional.ofNullable(KINDS.get(kind)).flatMap(level -> found(level, id));
    }

    private Optional<One> found(Level kind, long id) {
        return heads.find(kind, id)
                .flatMap(head -> contacts.find(id).map(contact -> {
                    var contract = kind == Level.RESELLER
                            ? Optional.of(Contract.of(contracts.of(id)))
                            : Optional.<Contract>empty();
                    return one(head, contact, contract);
                }));
    }

    private static One one(AccountHead head, Contact contact, Optional<Contract> contract) {
        return new One(
                head.id(),
                head.name(),
                head.company(),
                head.username(),
                head.email(),
                head.phone(),
                contact.value("fax"),
                head.street(),
                head.postalCode(),
                head.city(),
                head.state(),
                head.country(),
                contact.value("language"),
                contact.value("timeZone"),
                contact.value("externalId"),
                head.description(),
                head.additionalInformation(),
                Status.of(head.own(), head.above()),
                new Named(head.providerId(), head.provider()),
                head.created(),
                contract.orElse(null),
                contact.changed());
    }
}
