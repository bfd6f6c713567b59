package org.wirt.hosting;

import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Verb;
import org.wirt.value.Refusal;

/// Gives a mailbox a new password; mail programs signed in with the old one are signed out.
@Verb(name = "mailbox.password", from = Level.CUSTOMER)
class ChangeMailboxPassword extends ChangingServicePassword<Mailbox> {

    ChangeMailboxPassword(DSLContext database, ServicePasswords passwords) {
        super(database, passwords, "mailbox");
    }

    @Override
    Optional<Refusal> forbidden(Mailbox mailbox, Caller caller) {
        return HostingRules.mayManage(mailbox.space(), caller, CreateMailbox.PERMISSION);
    }

    @Override
    String login(Mailbox mailbox) {
        return mailbox.local();
    }
}
