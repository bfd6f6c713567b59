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
import org.wirt.value.Refused;

/// Calls a mailbox otherwise, with all its mail: whoever is signed in by the old name is signed out, and mail to that
/// address is refused. Its other names follow; what else points to the old address stays as it is.
@Verb(name = "mailbox.rename", from = Level.CUSTOMER)
class RenameMailbox implements Operation<Mailbox, RenameMailbox.Input>, Outward, Singular {

    /// @param local what stands before the @ from now on
    record Input(MailboxLocal local) {}

    private final DSLContext database;
    private final MailAddresses addresses;

    RenameMailbox(DSLContext database, MailAddresses addresses) {
        this.database = database;
        this.addresses = addresses;
    }

    @Override
    public Verdict judge(Mailbox mailbox, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(mailbox.space(), caller, CreateMailbox.PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        if (mailbox.local().equals(input.local().text())) return Verdict.unchanged();
        var aliases = addresses.aliases(mailbox.siteId(), mailbox.address());
        return HostingRules.first(List.of(
                addresses.mailboxTaken(mailbox.space(), mailbox.siteId(), input.local()),
                addresses.circle(mailbox.space(), mailbox.address(), after(mailbox, input), List.of(), aliases)));
    }

    private static String after(Mailbox mailbox, Input input) {
        return input.local().text() + "@" + mailbox.host();
    }

    @Override
    public List<Change> apply(List<Mailbox> mailboxes, Input input, Caller caller, Job job) {
        var mailbox = mailboxes.getFirst();
        var local = input.local().text();
        addresses.follow(addresses.aliases(mailbox.siteId(), mailbox.address()), after(mailbox, input));
        try {
            database.execute(
                    "update wirt.mailbox set local = ?, changed = changed + 1 where id = ?", local, mailbox.id());
        } catch (IntegrityConstraintViolationException | DataIntegrityViolationException _) {
            throw new Refused(MailAddresses.MAILBOX_TAKEN);
        }
        return List.of(Change.of(mailbox.id(), "mailbox", mailbox.name(), Mailbox.name(local, mailbox.host())));
    }
}
