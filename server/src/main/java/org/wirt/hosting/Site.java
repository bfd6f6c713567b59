package org.wirt.hosting;

import java.util.Optional;
import org.wirt.account.Reasoned;
import org.wirt.value.Causes;
import org.wirt.value.DomainName;

/// A web site, as the rules and pages see it.
///
/// @param docroot relative to the home of its subscription
/// @param disabled answered like an unknown host
/// @param own its own reasons
/// @param certified whether a certificate of the customer's own is used
/// @param redirect where visitors are led; absent: to its own pages
/// @param mailOff its mail is served elsewhere
public record Site(
        long id,
        Space space,
        String host,
        String docroot,
        boolean disabled,
        Causes own,
        long mailboxes,
        boolean certified,
        Optional<Redirect> redirect,
        boolean mailOff)
        implements InSpace, Reasoned {

    @Override
    public String name() {
        return new DomainName(host).display();
    }

    /// The main domain goes only with its subscription.
    public boolean isMain() {
        return id == space.id();
    }

    /// In the same subscription.
    boolean isBeside(Site other) {
        return space.id() == other.space.id();
    }
}
