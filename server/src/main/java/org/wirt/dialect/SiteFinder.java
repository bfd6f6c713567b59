package org.wirt.dialect;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.subscription.SubscriptionDirectory;

/// How packets name sites, and what those belong to. Call within a scoped transaction.
@Component
class SiteFinder implements Matches.Finder {

    /// Before id, name or guid of the domain that a subdomain hangs below.
    static final String ABOVE = "parent-site-";

    private static final String WEBSPACE = "webspace-";
    private static final List<String> KINDS = List.of("id", "name", "guid");

    /// By which a new site's subscription can be named.
    static final List<String> WEBSPACES = KINDS.stream().map(WEBSPACE::concat).toList();

    /// By which the domain can be named that a new site is to hang below.
    static final List<String> PARENTS = KINDS.stream().map(ABOVE::concat).toList();

    private final SiteDirectory sites;
    private final SubscriptionDirectory subscriptions;
    private final Subdomains subdomains;

    SiteFinder(SiteDirectory sites, SubscriptionDirectory subscriptions, Subdomains subdomains) {
        this.sites = sites;
        this.subscriptions = subscriptions;
        this.subdomains = subdomains;
    }

    @Override
    public Optional<Long> one(String kind, String value) {
        return switch (kind) {
            case "id" -> Ids.number(value).flatMap(sites::byId);
            case "guid" -> Ids.guid(value).flatMap(sites::byGuid);
            default -> sites.byName(value);
        };
    }

    @Override
    public List<Long> after(String kind, String value, long after, int most) {
        if (kind.isEmpty()) return sites.after(Optional.empty(), true, after, most);
        if (kind.startsWith(ABOVE))
            return one(kind.substring(ABOVE.length()), value)
                    .flatMap(sites::read)
                    .map(parent -> subdomains.below(Optional.of(parent), after, most))
                    .orElseGet(List::of);
        return webspace(kind.substring("parent-".length()), value)
                .map(parent -> sites.after(Optional.of(parent), true, after, most))
                .orElseGet(List::of);
    }

    private Optional<Long> webspace(String kind, String value) {
        return switch (kind) {
            case "id" -> Ids.number(value).flatMap(subscriptions::byId);
            case "guid" -> Ids.guid(value).flatMap(subscriptions::byGuid);
            default -> subscriptions.byName(value);
        };
    }

    /// The subscription that a new site is to belong to: where it hangs below another, that one's.
    ///
    /// @throws Failed where it is not named, or not there
    long subscription(Element setup, Optional<SiteDetails> above) {
        var named = named(setup);
        if (above.isPresent() && named.isPresent() && named.get() != above.get().subscription())
            throw Failed.invalid("The new site's parent belongs to another subscription.");
        return above.map(SiteDetails::subscription)
                .or(() -> named)
                .orElseThrow(() -> Failed.invalid("The subscription of the new site is not named."));
    }

    private Optional<Long> named(Element setup) {
        for (var kind : KINDS) {
            var value = setup.text(WEBSPACE + kind);
            if (!value.isEmpty())
                return Optional.of(webspace(kind, value)
                        .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, WebspaceOperator.MISSING)));
        }
        return Optional.empty();
    }

    /// The site that a new one is to hang below, where one is named.
    ///
    /// @throws Failed where it is not there
    Optional<SiteDetails> above(Element setup) {
        for (var kind : KINDS) {
            var value = setup.text(ABOVE + kind);
            if (!value.isEmpty())
                return Optional.of(one(kind, value)
                        .flatMap(sites::read)
                        .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, SiteOperator.MISSING)));
        }
        return Optional.empty();
    }
}
