package org.wirt.dialect;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.hosting.Openings;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.hosting.Space;
import org.wirt.hosting.Spaces;
import org.wirt.plan.Catalogue;
import org.wirt.value.Refused;

/// Which permission a customer needs for what is only kept: he may do with that what his contract lets him do with what
/// is real. His provider may everything. Call within a scoped transaction.
@Component
class KeptRights {

    private static final String HOSTING = "manage_phosting";
    private static final String PHP_VERSION = "manage_php_version";
    private static final String STATISTICS = "manage_webstat";

    /// By kind of object. For databases and their users the protocol has none.
    private static final Map<String, String> OBJECTS = Map.of(
            SiteAliasOperator.KIND,
            TermWords.permission("manage_domain_aliases"),
            MailNames.KIND,
            TermWords.permission("manage_mail_settings"),
            ProtectedDirOperator.KIND,
            "manage_protected_dirs",
            ProtectedDirOperator.USER,
            "manage_protected_dirs");

    /// By what stands before the dot in the name of a word.
    private static final Map<String, String> GROUPS = Map.of(
            Subdomains.PARENT,
            TermWords.permission("manage_subdomains"),
            HostingProperties.GROUP,
            HOSTING,
            "php-settings",
            "manage_php_settings",
            "performance",
            "manage_performance",
            "mail",
            TermWords.permission("manage_mail_settings"));

    /// Hosting properties that need another permission besides.
    private static final Map<String, String> PROPERTIES = Map.of(
            "shell",
            "manage_sh_access",
            "ftp_quota",
            "manage_quota",
            "webstat",
            STATISTICS,
            "webstat_protected",
            STATISTICS,
            "php_handler_id",
            PHP_VERSION,
            "php_handler_type",
            PHP_VERSION);

    /// Each of these has a permission of its own.
    private static final Set<String> FINE = Set.of("ssi", "php", "cgi", "perl", "python", "fastcgi", "errdocs", "ssl");

    private final Spaces spaces;
    private final SiteDirectory sites;

    KeptRights(Spaces spaces, SiteDirectory sites) {
        this.spaces = spaces;
        this.sites = sites;
    }

    /// An object is to be kept, changed or forgotten.
    ///
    /// @param id of what it belongs to
    /// @throws Refused where the caller may not
    void object(Exchange exchange, String kind, Kept.Subject subject, long id) {
        Optional.ofNullable(OBJECTS.get(kind)).ifPresent(needed -> check(exchange, subject, id, Set.of(needed)));
    }

    /// The same of words about a real object.
    ///
    /// @param id    of that
    /// @param names of the words
    void words(Exchange exchange, Kept.Subject subject, long id, Collection<String> names) {
        var needed = names.stream().flatMap(KeptRights::ofWord).collect(Collectors.toSet());
        if (!needed.isEmpty()) check(exchange, subject, id, needed);
    }

    private static Stream<String> ofWord(String name) {
        var parts = name.split("\\.", 2);
        var group = Optional.ofNullable(GROUPS.get(parts[0])).stream();
        if (!parts[0].equals(HostingProperties.GROUP)) return group;
        var property = parts[1];
        var own = Optional.ofNullable(PROPERTIES.get(property)).stream();
        var fine = FINE.contains(property) ? Stream.of(HOSTING + "_" + property) : Stream.<String>empty();
        return Stream.of(group, own, fine).flatMap(needed -> needed);
    }

    private void check(Exchange exchange, Kept.Subject subject, long id, Collection<String> needed) {
        if (exchange.caller().level().reaches(Level.RESELLER)) return;
        var wrong = space(subject, id).stream()
                .flatMap(space -> needed.stream()
                        .filter(permission -> isSaid(space, permission))
                        .sorted()
                        .flatMap(permission -> Openings.may(space, exchange.caller(), permission).stream()))
                .toList();
        if (!wrong.isEmpty()) throw new Refused(wrong);
    }

    /// What Wirt does not know takes nothing away where nobody has said it, and is not told there either.
    private static boolean isSaid(Space space, String permission) {
        return Catalogue.knowsPermission(permission)
                || space.permissions().values().containsKey(permission);
    }

    private Optional<Space> space(Kept.Subject subject, long id) {
        var subscription = switch (subject) {
            case SUBSCRIPTION -> Optional.of(id);
            case SITE -> sites.read(id).map(SiteDetails::subscription);
            case ACCOUNT, PLAN -> Optional.<Long>empty();
        };
        return spaces.load(subscription.stream().toList()).stream().findFirst();
    }
}
