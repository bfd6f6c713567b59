package org.wirt.hosting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wirt.value.Causes;

/// All that is said of a site to a machine.
///
/// @param guid     stays for life; a main domain has its subscription's
/// @param host     as servers write it
/// @param docroot  relative to the home of its subscription
/// @param home     where that lies on its node
/// @param disabled answered like an unknown host
/// @param own      its reasons and its subscription's
/// @param above    those of the owner and of the reseller above
/// @param redirect where visitors are led; absent: to its own pages
/// @param mailOff its mail is served elsewhere
/// @param forwards without those that are other names of a mailbox, and that for names nobody has
/// @param answers  mailboxes that answer by themselves
/// @param nobodys  where mail for names that nobody has goes on to; empty: it is rejected
public record SiteDetails(
        long id,
        UUID guid,
        String host,
        String docroot,
        String home,
        long subscription,
        UUID subscriptionGuid,
        String subscriptionName,
        long owner,
        Instant created,
        boolean disabled,
        Optional<Redirect> redirect,
        boolean mailOff,
        Causes own,
        Causes above,
        long mailboxes,
        long forwards,
        long answers,
        List<String> nobodys) {

    public SiteDetails {
        nobodys = List.copyOf(nobodys);
    }

    public boolean isMain() {
        return id == subscription;
    }
}
