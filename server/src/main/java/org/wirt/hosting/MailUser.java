package org.wirt.hosting;

import java.util.Optional;

/// A mailbox, also of a suspended domain: senders must learn the difference between *later* (450) and *never* (550).
///
/// @param passwordHash bcrypt; absent: nobody can sign in yet
/// @param live         false: signing in is refused
/// @param incoming     what becomes of mail from outside
/// @param quota        bytes; -1 is unlimited
public record MailUser(
        String address, Optional<String> passwordHash, boolean live, IncomingMail incoming, long quota, Ticket ticket) {

    @Override
    public String toString() {
        return "MailUser[" + address + "]";
    }
}
