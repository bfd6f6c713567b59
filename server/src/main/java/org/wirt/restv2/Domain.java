package org.wirt.restv2;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirt.dialect.Forms;
import org.wirt.dialect.Websites.Website;
import org.wirt.hosting.SiteDetails;
import org.wirt.value.DomainName;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A domain: the main one of a subscription, or one beside it.
///
/// @param hostingType  `virtual`; `standard_forwarding` or `frame_forwarding` where it leads elsewhere; `none` where no
/// website belongs to it
/// @param baseDomainId of the main domain of its subscription; 0: it is that
/// @param created      the day
@JsonNaming(SnakeCaseStrategy.class)
record Domain(
        long id,
        String name,
        String asciiName,
        String hostingType,
        long baseDomainId,
        String wwwRoot,
        String guid,
        String created,
        List<Alias> aliases) {

    /// Another name of it. It is kept; no server answers under it yet.
    @JsonNaming(SnakeCaseStrategy.class)
    record Alias(String name, String asciiName, boolean web, boolean dns, boolean mail, boolean seoRedirect) {}

    static Domain of(SiteDetails site, Website website, List<Alias> aliases) {
        return new Domain(
                site.id(),
                new DomainName(site.host()).display(),
                site.host(),
                kind(website),
                site.isMain() ? 0 : site.subscription(),
                site.home() + "/" + site.docroot(),
                site.guid().toString(),
                Forms.date(site.created()),
                aliases);
    }

    private static String kind(Website website) {
        return switch (website.kind()) {
            case "vrt_hst" -> "virtual";
            case "std_fwd" -> "standard_forwarding";
            case "frm_fwd" -> "frame_forwarding";
            default -> "none";
        };
    }

    /// What a domain is to be, or to become: what is absent stays.
    ///
    /// @param externalId of a subscription; the interface does not name it, and modules send it all the same
    @JsonNaming(SnakeCaseStrategy.class)
    record Request(
            @Nullable String name,
            @Nullable String description,
            @Nullable String externalId,
            @Nullable String hostingType,
            @Nullable Map<String, @Nullable Object> hostingSettings,
            @Nullable Reference baseDomain,
            @Nullable Reference parentDomain,
            @Nullable Owner ownerClient,
            @Nullable List<String> ipAddresses,
            @Nullable List<String> ipv4,
            @Nullable List<String> ipv6,
            @Nullable Plan plan) {}

    /// Whose it is, by any of these.
    @JsonNaming(SnakeCaseStrategy.class)
    record Owner(
            @Nullable Long id,
            @Nullable String login,
            @Nullable String guid,
            @Nullable String externalId) {

        /// Whether it is named in more than one of the ways.
        boolean isSeveral() {
            return Stream.of(Same.said(id), Same.said(login), Same.said(guid), Same.said(externalId))
                            .flatMap(way -> way)
                            .count()
                    > 1;
        }
    }

    record Plan(@Nullable String name) {}

    /// @param status `active`, `suspended`, `disabled`
    record State(@Nullable String status) {}
}
