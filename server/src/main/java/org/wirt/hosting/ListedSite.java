package org.wirt.hosting;

import java.util.Optional;
import org.wirt.access.Level;
import org.wirt.value.Causes;

/// A domain in a list.
///
/// @param host as servers write it
/// @param redirect where visitors are led; absent: to its own pages
/// @param mailOff its mail is served elsewhere
/// @param subscription its main domain
/// @param own reasons of the site and of its subscription
/// @param above those of the owner and of the reseller above
public record ListedSite(
        long id,
        String host,
        String docroot,
        boolean disabled,
        Optional<Redirect> redirect,
        boolean mailOff,
        long subscriptionId,
        String subscription,
        long ownerId,
        String owner,
        Level ownerKind,
        long providerId,
        String provider,
        Causes own,
        Causes above) {}
