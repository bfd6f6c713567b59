package org.wirt.hosting;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.database.Settings;
import org.wirt.value.DomainName;
import org.wirt.value.Refusal;

/// What a new site may be called. A name below a domain speaks for that domain, and browsers send it what they keep for
/// the domain; so only who manages the domain gives such names away, and the administrator any. Nobody gets a name
/// under which a registry sells others, like co.uk. Call within a scoped transaction.
@Component
public class HostNames {

    static final Refusal TAKEN = Refusal.invalid("domain", "domain-taken");

    // A domain that the caller does not see is not his, nor is its alias: selects pass the wall, the functions do not.
    private static final String OF_OTHERS =
            "select wirt.hosts_held(cast(? as text[])) > (select count(*) from wirt.site where host = any(cast(? as text[])) and not released) "
                    + "or exists (select from wirt.sites_called(cast(? as text[])) a (id) where not exists (select from wirt.site w where w.id = a.id))";

    // The administrator may call a site like a server of his; to him none is said to have a name.
    private static final String OF_SERVERS =
            "select name_server from wirt.node where name_server is not null and current_user <> 'wirt_admin' "
                    + "union select ? where current_user <> 'wirt_admin'";

    private final DSLContext database;
    private final String panel;
    private final PublicSuffixMatcher suffixes = PublicSuffixMatcherLoader.getDefault();

    HostNames(DSLContext database, Settings settings) {
        this.database = database;
        this.panel = settings.text("WIRT_PANEL_URL").flatMap(HostNames::hostOf).orElse("localhost");
    }

    /// Why no new site may be called so.
    public Optional<Refusal> refusal(DomainName domain) {
        return refusal(domain, isTaken(domain));
    }

    /// @param taken whether another site has exactly this name, as far as that matters to the asker
    Optional<Refusal> refusal(DomainName domain, boolean taken) {
        if (taken) return Optional.of(TAKEN);
        if (isSuffix(domain)) return refused("domain-suffix");
        if (isOfOthers(domain)) return refused("domain-of-others");
        return isOfServers(domain) ? refused("domain-of-servers") : Optional.empty();
    }

    boolean isTaken(DomainName domain) {
        return is("select wirt.host_taken(?)", domain.ascii());
    }

    private static Optional<Refusal> refused(String why) {
        return Optional.of(Refusal.invalid("domain", why));
    }

    private boolean isOfOthers(DomainName domain) {
        // Every site answers with www. before its name, too.
        var spokenFor =
                Stream.concat(above(domain), Stream.of("www." + domain.ascii())).toArray(String[]::new);
        return is(OF_OTHERS, spokenFor, spokenFor, spokenFor);
    }

    /// From the domain that was bought down to the one right above the name.
    private Stream<String> above(DomainName domain) {
        var name = domain.ascii();
        return Stream.iterate(name, n -> n.contains("."), n -> n.substring(n.indexOf('.') + 1))
                .skip(1)
                .filter(n -> n.contains(".") && !isSuffix(n));
    }

    /// Called like the panel or a server, or below or above one: their cookies and mail are not for customers.
    private boolean isOfServers(DomainName domain) {
        var name = domain.ascii();
        return database.resultQuery(OF_SERVERS, panel).fetch(r -> r.get(0, String.class)).stream()
                .map(server -> server.toLowerCase(Locale.ROOT))
                .anyMatch(server -> server.equals(name) || server.endsWith("." + name) || name.endsWith("." + server));
    }

    private boolean isSuffix(DomainName domain) {
        return isSuffix(domain.ascii());
    }

    private boolean isSuffix(String name) {
        var below = "x." + name;
        // What nobody has told of, like .example, has no root at all.
        return below.equals(suffixes.getDomainRoot(below, DomainType.ICANN));
    }

    private boolean is(String question, Object... about) {
        return database.resultQuery(question, about).fetchSingle(r -> r.get(0, Boolean.class));
    }

    private static Optional<String> hostOf(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
