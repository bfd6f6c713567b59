package org.wirt.hosting;

import java.util.Optional;

/// A mailbox, also of a suspended domain: senders must learn the difference between *later* (450) and *never* (550).
///
/// @param passwordHash bcrypt; absent: nobody can sign in yet
/// @param live         false: mail is deferred, signing in is refused
/// @param quota        bytes; -1 is unlimited
public record MailUser(String address, Optional<String> passwordHash, boolean live, long quota, Ticket ticket) {

    @Override
    public String toString() {
        return "MailUser[" + address + "]";
    }
}
