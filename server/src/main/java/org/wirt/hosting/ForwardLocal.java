package org.wirt.hosting;

import org.wirt.value.MailboxLocal;

/// What stands before the @ of a forward: a name like that of a mailbox, or `*` for all names of the domain that nobody
/// has.
record ForwardLocal(String text) {

    ForwardLocal {
        text = text.strip().equals(Forward.NOBODYS) ? Forward.NOBODYS : new MailboxLocal(text).text();
    }
}
