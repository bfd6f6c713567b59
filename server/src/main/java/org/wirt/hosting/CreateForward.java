package org.wirt.hosting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Rehearsed;
import org.wirt.operation.Several;
import org.wirt.operation.Singular;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Lets mail to an address of a domain go on to others, whether there is a mailbox of that name or not.
@Verb(name = "forward.create", from = Level.CUSTOMER)
class CreateForward implements Operation<Space, CreateForward.Input>, Outward, Rehearsed, Singular {

    /// No plan counts forwards, and more than these nobody looks after.
    static final int MOST = 1000;

    /// @param local what stands before the @; `*` for all names that nobody has
    /// @param site the domain after it
    /// @param keep a mailbox of the same name gets it too
    /// @param alias it is another name of its one target, an address of the same domain
    record Input(ForwardLocal local, long site, @Several ForwardTargets targets, boolean keep, boolean alias) {}

    private final DSLContext database;
    private final Forwards forwards;
    private final MailAddresses addresses;

    CreateForward(DSLContext database, Forwards forwards, MailAddresses addresses) {
        this.database = database;
        this.addresses = addresses;
        this.forwards = forwards;
    }

    @Override
    public Verdict judge(Space space, Input input, Caller caller) {
        var address = address(space, input);
        return HostingRules.all(
                HostingRules.mayManage(space, caller, CreateMailbox.PERMISSION),
                List.of(
                        full(space),
                        addresses.forwardTaken(
                                space, input.site(), input.local().text(), input.alias()),
                        ForwardRules.nobodysIsNoMore(input.local().text(), input.keep(), input.alias())
                                .or(() -> input.alias()
                                        ? ForwardRules.isAlias(
                                                address, input.targets().list(), input.keep())
                                        : Optional.empty()),
                        ForwardRules.pointsWell(
                                address, input.targets().list(), forwards.ofCustomer(space.accountId()))));
    }

    @Override
    public List<Refusal> alsoWrong(Space space, Map<String, List<String>> parameters, Caller caller) {
        if (HostingRules.mayManage(space, caller, CreateMailbox.PERMISSION).isPresent()) return List.of();
        long site = Inputs.field(Long.class, "site", parameters).orElse(0L);
        boolean alias = Inputs.field(Boolean.class, "alias", parameters).orElse(false);
        return Inputs.field(ForwardLocal.class, "local", parameters)
                .flatMap(local -> addresses.forwardTaken(space, site, local.text(), alias))
                .stream()
                .toList();
    }

    private Optional<Refusal> full(Space space) {
        long there = database.fetchSingle("select count(*) from wirt.forward where subscription_id = ?", space.id())
                .get(0, long.class);
        return there < MOST ? Optional.empty() : Optional.of(Refusal.limit("forwards-full", MOST));
    }

    /// A domain that is not one of this subscription answers like a missing one.
    private String address(Space space, Input input) {
        return database.resultQuery(
                        "select host from wirt.site where id = ? and subscription_id = ?", input.site(), space.id())
                .fetchOptional(0, String.class)
                .map(host -> input.local().text() + "@" + host)
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    @Override
    public List<Change> apply(List<Space> spaces, Input input, Caller caller, Job job) {
        var space = spaces.getFirst();
        var made = database.resultQuery(
                        "insert into wirt.forward (site_id, subscription_id, customer_id, reseller_id, node_id, local, targets, keep, alias) "
                                + "select w.id, w.subscription_id, w.customer_id, w.reseller_id, w.node_id, ?, ?, ?, ? from wirt.site w "
                                + "where w.id = ? and w.subscription_id = ? on conflict (site_id, local) do nothing returning id",
                        input.local().text(),
                        input.targets().list().toArray(String[]::new),
                        input.keep(),
                        input.alias(),
                        input.site(),
                        space.id())
                .fetchOptional(0, Long.class);
        if (made.isEmpty()) throw new Refused(MailAddresses.FORWARD_TAKEN);
        var address = address(space, input);
        return List.of(new Change(space.id(), Map.of(), values(address, input)).making(made.get(), address));
    }

    private static Map<String, Object> values(String address, Input input) {
        var values = new HashMap<String, Object>();
        values.put("forward", address);
        values.put("targets", String.join(", ", input.targets().list()));
        values.put("keep", input.keep());
        if (input.alias()) values.put("alias", true);
        return values;
    }
}
