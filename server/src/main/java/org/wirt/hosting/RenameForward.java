package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Singular;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.MailboxLocal;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Lets mail to another address of the domain go on to where a forward points. Other names of its address follow,
/// unless a mailbox keeps that one; what else points there stays as it is.
@Verb(name = "forward.rename", from = Level.CUSTOMER)
class RenameForward implements Operation<Forward, RenameForward.Input>, Outward, Singular {

    /// @param local what stands before the @ from now on
    record Input(MailboxLocal local) {}

    private final DSLContext database;
    private final MailAddresses addresses;

    RenameForward(DSLContext database, MailAddresses addresses) {
        this.database = database;
        this.addresses = addresses;
    }

    @Override
    public Verdict judge(Forward forward, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(forward.space(), caller, CreateMailbox.PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        if (forward.isNobodys()) return Verdict.refused(Refusal.state("forward-nobody-name"));
        if (forward.local().equals(input.local().text())) return Verdict.unchanged();
        return HostingRules.first(List.of(
                addresses.forwardTaken(
                        forward.space(), forward.siteId(), input.local().text(), forward.alias()),
                addresses.circle(
                        forward.space(),
                        forward.address(),
                        after(forward, input),
                        forward.targets(),
                        aliases(forward))));
    }

    private List<Forward> aliases(Forward forward) {
        return addresses.hasMailbox(forward) ? List.of() : addresses.aliases(forward.siteId(), forward.address());
    }

    private static String after(Forward forward, Input input) {
        return input.local().text() + "@" + forward.host();
    }

    @Override
    public List<Change> apply(List<Forward> forwards, Input input, Caller caller, Job job) {
        var forward = forwards.getFirst();
        var local = input.local().text();
        addresses.follow(aliases(forward), after(forward, input));
        try {
            database.execute("update wirt.forward set local = ? where id = ?", local, forward.id());
        } catch (IntegrityConstraintViolationException | DataIntegrityViolationException _) {
            throw new Refused(MailAddresses.FORWARD_TAKEN);
        }
        return List.of(Change.of(forward.id(), "forward", forward.name(), Mailbox.name(local, forward.host())));
    }
}
