package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Rehearsed;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Catalogue;
import org.wirt.value.MailboxLocal;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Adds a mailbox to a domain of the subscription.
@Verb(name = "mailbox.create", from = Level.CUSTOMER)
class CreateMailbox implements Operation<Space, CreateMailbox.Input>, Outward, Rehearsed {

    static final String PERMISSION = "manage_mail";

    /// @param local what stands before the @
    /// @param site the domain after it
    record Input(
            MailboxLocal local,
            long site,
            MailboxQuota quota,
            @Secret @Needed String password) {}

    private final DSLContext database;
    private final MailAddresses addresses;
    private final ServicePasswords passwords;

    CreateMailbox(DSLContext database, MailAddresses addresses, ServicePasswords passwords) {
        this.database = database;
        this.addresses = addresses;
        this.passwords = passwords;
    }

    @Override
    public Verdict judge(Space space, Input input, Caller caller) {
        return HostingRules.all(
                HostingRules.mayManage(space, caller, PERMISSION),
                List.of(
                        HostingRules.hasRoom(
                                space, Catalogue.MAILBOXES, space.used().mailboxes()),
                        addresses.mailboxTaken(space, input.site(), input.local()),
                        input.quota()
                                .tooLarge(space)
                                .or(() -> input.quota()
                                        .tooMuch(space, space.used().mailboxBytes())),
                        HostingRules.goodPassword(
                                input.password(), input.local().text())));
    }

    @Override
    public List<Refusal> alsoWrong(Space space, Map<String, List<String>> parameters, Caller caller) {
        if (HostingRules.mayManage(space, caller, PERMISSION).isPresent()) return List.of();
        long site = Inputs.field(Long.class, "site", parameters).orElse(0L);
        return Stream.of(
                        Inputs.field(MailboxLocal.class, "local", parameters)
                                .flatMap(local -> addresses.mailboxTaken(space, site, local)),
                        HostingRules.goodPassword(Inputs.text("password", parameters)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Change> apply(List<Space> spaces, Input input, Caller caller, Job job) {
        var space = spaces.getFirst();
        var made = database.resultQuery(
                        "insert into wirt.mailbox (site_id, subscription_id, customer_id, reseller_id, node_id, local, password_hash, quota) "
                                + "select w.id, w.subscription_id, w.customer_id, w.reseller_id, w.node_id, ?, ?, ? from wirt.site w "
                                + "where w.id = ? and w.subscription_id = ? and not exists "
                                + "(select from wirt.mailbox m where m.site_id = w.id and m.local = ?) returning id, (select x.host from wirt.site x where x.id = site_id) host",
                        input.local().text(),
                        passwords.hash(input.password()),
                        input.quota().in(space),
                        input.site(),
                        space.id(),
                        input.local().text())
                .fetch();
        if (made.isEmpty()) throw missing(space, input);
        var row = made.getFirst();
        var name = Mailbox.name(input.local().text(), row.get("host", String.class));
        return List.of(
                Change.of(space.id(), "mailbox", "", input.local().text()).making(row.get("id", Long.class), name));
    }

    /// Either the domain is not one of this subscription, or the address is there already.
    private Refused missing(Space space, Input input) {
        boolean known = !database.resultQuery(
                        "select 1 from wirt.site where id = ? and subscription_id = ?", input.site(), space.id())
                .fetch()
                .isEmpty();
        return new Refused(known ? MailAddresses.MAILBOX_TAKEN : Refusal.notFound());
    }
}
