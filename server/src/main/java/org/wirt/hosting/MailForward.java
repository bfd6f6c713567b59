package org.wirt.hosting;

import java.util.List;

/// An address whose mail goes on to others, also of a suspended domain.
///
/// @param targets the address itself among them where its mailbox keeps the mail
/// @param leaves  at least one of them is not hosted here
/// @param incoming what becomes of mail from outside
/// @param subscription whose it is
public record MailForward(
        String address, List<String> targets, boolean leaves, IncomingMail incoming, long subscription) {

    public MailForward {
        targets = List.copyOf(targets);
    }
}
