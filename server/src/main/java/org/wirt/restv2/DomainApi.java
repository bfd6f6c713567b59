package org.wirt.restv2;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountDirectory;
import org.wirt.account.AccountDirectory.KnownBy;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;
import org.wirt.dialect.Statuses;
import org.wirt.dialect.Websites;
import org.wirt.dialect.Websites.Website;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;

/// Domains: one without a base is a subscription with its main domain, one with it belongs to that subscription.
@RestController
@RequestMapping("/api/v2/domains")
class DomainApi {

    private static final String WEBSPACE = "webspace";
    private static final String SITE = "site";
    private static final String REAL = "vrt_hst";

    private final SiteDirectory directory;
    private final AccountDirectory accounts;
    private final Parents parents;
    private final Streamed streamed;
    private final Websites websites;
    private final Aliases aliases;
    private final Dialect dialect;
    private final ScopedTransaction transaction;

    DomainApi(
            SiteDirectory directory,
            AccountDirectory accounts,
            Parents parents,
            Streamed streamed,
            Websites websites,
            Aliases aliases,
            Dialect dialect,
            ScopedTransaction transaction) {
        this.directory = directory;
        this.accounts = accounts;
        this.parents = parents;
        this.streamed = streamed;
        this.websites = websites;
        this.aliases = aliases;
        this.dialect = dialect;
        this.transaction = transaction;
    }

    @Listing(Domain.class)
    @GetMapping
    void all(Exchange exchange, HttpServletResponse response, @RequestParam Optional<String> name) throws IOException {
        exchange.needs(Level.RESELLER);
        var aliases = this.aliases.all(exchange);
        streamed.write(
                response,
                exchange,
                List.of((last, most) -> name.isEmpty()
                        ? directory.after(Optional.empty(), false, last, most)
                        : directory.byName(name.get()).filter(id -> id > last).stream()
                                .toList()),
                ids -> {
                    var found = directory.read(ids);
                    var known = websites.of(found.values());
                    return ids.stream()
                            .map(found::get)
                            .filter(Objects::nonNull)
                            .map(site ->
                                    Domain.of(site, website(known, site), aliases.getOrDefault(site.id(), List.of())))
                            .toList();
                });
    }

    @GetMapping("/{id}")
    Domain one(Exchange exchange, @PathVariable long id) {
        exchange.needs(Level.RESELLER);
        var site = read(exchange, id);
        return Domain.of(
                site, website(exchange, site), aliases.of(exchange, List.of(id)).getOrDefault(id, List.of()));
    }

    private Website website(Exchange exchange, SiteDetails site) {
        return website(transaction.read(exchange.scope(), () -> websites.of(List.of(site))), site);
    }

    static Website website(Map<Long, Website> known, SiteDetails site) {
        return Objects.requireNonNull(known.get(site.id()));
    }

    private SiteDetails read(Exchange exchange, long id) {
        return transaction
                .read(exchange.scope(), () -> directory.byId(id).flatMap(directory::read))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Domain does not exist"));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(Exchange exchange, @RequestBody Domain.Request request) {
        var setup = new Element("gen_setup").add("name", Body.needed(request.name(), "name"));
        Body.add(setup, "description", request.description());
        Body.add(setup, "external-id", request.externalId());
        var hosting = hosting(request);
        var asked = new Element("add").add(setup);
        hosting.ifPresent(asked::add);
        var base = request.baseDomain();
        var parent = request.parentDomain();
        if (base != null || parent != null) {
            refuseOwn(request);
            refuseApart(exchange, base, parent);
            if (base != null) base.writeTo(setup, "webspace-");
            if (parent != null) parent.writeTo(setup, "parent-site-");
            return Made.of(dialect.one(exchange, SITE, asked));
        }
        owner(exchange, setup, request.ownerClient());
        addresses(request).forEach(address -> setup.add("ip_address", address));
        plan(request).ifPresent(plan -> asked.add("plan-name", plan));
        return Made.of(dialect.one(exchange, WEBSPACE, asked));
    }

    /// A domain beside others has them from its subscription.
    private static void refuseOwn(Domain.Request request) {
        if (request.ownerClient() != null
                || plan(request).isPresent()
                || !addresses(request).isEmpty())
            throw new Failed(
                    ErrorNumbers.NOT_SUPPORTED,
                    "An additional domain has the owner, the plan and the addresses of its subscription.");
    }

    /// Whichever names it: a new domain belongs to one subscription.
    private void refuseApart(Exchange exchange, @Nullable Reference base, @Nullable Reference parent) {
        var named = Stream.of(Optional.ofNullable(base), Optional.ofNullable(parent))
                .flatMap(Optional::stream)
                .toList();
        if (named.size() > 1 || named.getFirst().isSeveral())
            Same.of(
                    "The subscription",
                    named.stream()
                            .map(one -> Optional.of(parents.subscription(exchange, one)))
                            .toList());
    }

    /// A domain stays where it is.
    private void refuseOther(Exchange exchange, SiteDetails site, @Nullable Reference parent) {
        if (parent == null) return;
        try {
            if (parents.subscription(exchange, parent) == site.subscription()) return;
        } catch (Failed failed) {
            throw Misnamed.of(failed);
        }
        throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A domain cannot be moved to another subscription.");
    }

    private void owner(Exchange exchange, Element setup, Domain.@Nullable Owner owner) {
        if (owner == null) return;
        if (owner.isSeveral()) Same.of("The owner", transaction.read(exchange.scope(), () -> named(owner)));
        if (owner.id() != null) setup.add("owner-id", owner.id());
        else if (owner.login() != null) setup.add("owner-login", owner.login());
        else if (owner.guid() != null) setup.add("owner-guid", owner.guid());
        else if (owner.externalId() != null) setup.add("owner-external-id", owner.externalId());
        else throw Failed.invalid("The owner is named by one of: id, login, guid, external_id.");
    }

    private List<Optional<Long>> named(Domain.Owner owner) {
        return Stream.of(
                        Same.said(owner.id()).map(id -> find(KnownBy.ID, id)),
                        Same.said(owner.login()).map(login -> find(KnownBy.USERNAME, login)),
                        Same.said(owner.guid()).map(guid -> find(KnownBy.GUID, guid)),
                        Same.said(owner.externalId()).map(external -> find(KnownBy.EXTERNAL_ID, external)))
                .flatMap(way -> way)
                .toList();
    }

    private Optional<Long> find(KnownBy key, String value) {
        return accounts.find(List.of(Level.values()), key, value);
    }

    private static List<String> addresses(Domain.Request request) {
        var all = new ArrayList<String>();
        if (request.ipAddresses() != null) all.addAll(request.ipAddresses());
        if (request.ipv4() != null) all.addAll(request.ipv4());
        if (request.ipv6() != null) all.addAll(request.ipv6());
        return all;
    }

    private static Optional<String> plan(Domain.Request request) {
        return Optional.ofNullable(request.plan()).map(plan -> Body.needed(plan.name(), "plan.name"));
    }

    private static Optional<Element> hosting(Domain.Request request) {
        var settings =
                request.hostingSettings() == null ? Map.<String, @Nullable Object>of() : request.hostingSettings();
        var kind = request.hostingType() == null ? (settings.isEmpty() ? "" : "virtual") : request.hostingType();
        if (!kind.equals("virtual") && !settings.isEmpty() && !kind.endsWith("_forwarding"))
            throw Failed.invalid("The property hosting_settings is for the hosting type virtual.");
        return switch (kind) {
            case "" -> Optional.empty();
            case "virtual" -> Optional.of(new Element("hosting").add(real(settings)));
            case "none" -> Optional.of(new Element("hosting").add(new Element("none")));
            case "standard_forwarding" -> Optional.of(redirect("std_fwd", settings));
            case "frame_forwarding" -> Optional.of(redirect("frm_fwd", settings));
            default -> throw Failed.invalid("Unknown hosting type " + kind);
        };
    }

    /// What is said of hosting beside it has no meaning here, and is not passed over.
    private static Element redirect(String kind, Map<String, @Nullable Object> settings) {
        var redirect = new Element(kind);
        settings.forEach((name, value) -> {
            if (!name.equals("dest_url") && !name.equals("http_code"))
                throw Failed.invalid("The property hosting_settings." + name + " is for the hosting type virtual.");
            redirect.add(name, value == null ? "" : value);
        });
        if (redirect.text("dest_url").isEmpty())
            throw Failed.invalid("The property hosting_settings.dest_url is required.");
        return new Element("hosting").add(redirect);
    }

    private static Element real(Map<String, @Nullable Object> settings) {
        var real = new Element(REAL);
        settings.forEach((name, value) -> {
            if (value instanceof Map || value instanceof Collection)
                throw Failed.invalid("The property hosting_settings." + name + " is one value.");
            if (name.equals("ftp_password") && "".equals(value))
                throw Failed.invalid("The property hosting_settings.ftp_password is empty.");
            real.add(new Element("property").add("name", name).add("value", value == null ? "" : value));
        });
        return real;
    }

    @PutMapping("/{id}")
    Made change(Exchange exchange, @PathVariable long id, @RequestBody Domain.Request request) {
        var site = read(exchange, id);
        var setup = new Element("gen_setup");
        Body.add(setup, "name", request.name());
        Body.add(setup, "description", request.description());
        Body.add(setup, "external-id", request.externalId());
        refuseOther(exchange, site, request.baseDomain());
        refuseOther(exchange, site, request.parentDomain());
        if (site.isMain()) {
            owner(exchange, setup, request.ownerClient());
            addresses(request).forEach(address -> setup.add("ip_address", address));
        } else refuseOwn(request);
        var values = new Element("values").add(setup);
        hosting(request).ifPresent(values::add);
        dialect.together(exchange, () -> {
            dialect.one(
                    exchange,
                    site.isMain() ? WEBSPACE : SITE,
                    Body.on("set", "id", id).add(values));
            plan(request).ifPresent(plan -> change(exchange, site, plan));
            return true;
        });
        return new Made(id, site.guid().toString());
    }

    /// The domain is there: what is missing is the plan.
    private void change(Exchange exchange, SiteDetails site, String plan) {
        var asked = Body.on("switch-subscription", "id", site.subscription()).add("plan-name", plan);
        try {
            dialect.one(exchange, WEBSPACE, asked);
        } catch (Failed failed) {
            throw Misnamed.of(failed);
        }
    }

    @DeleteMapping("/{id}")
    Made remove(Exchange exchange, @PathVariable long id) {
        var site = read(exchange, id);
        dialect.one(exchange, site.isMain() ? WEBSPACE : SITE, Body.on("del", "id", id));
        return new Made(id, site.guid().toString());
    }

    @GetMapping("/{id}/client")
    Client client(Exchange exchange, @PathVariable long id) {
        exchange.needs(Level.RESELLER);
        var site = read(exchange, id);
        return transaction
                .read(exchange.scope(), () -> accounts.read(site.owner()))
                .map(Client::of)
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Client does not exist"));
    }

    @GetMapping("/{id}/status")
    Domain.State status(Exchange exchange, @PathVariable long id) {
        var site = read(exchange, id);
        if (!website(exchange, site).on()) return new Domain.State("disabled");
        boolean active = Statuses.of(site.own(), site.above()) == Statuses.ACTIVE;
        return new Domain.State(active ? "active" : "suspended");
    }

    /// A main domain is its subscription: suspended, its mail and FTP are dark too. Disabled, only its website is.
    @PutMapping("/{id}/status")
    Done status(Exchange exchange, @PathVariable long id, @RequestBody Domain.State state) {
        var site = read(exchange, id);
        switch (Body.needed(state.status(), "status")) {
            // First what may be refused: a website that was disabled is not switched on for later.
            case "active" -> {
                set(exchange, site, Statuses.ACTIVE);
                dialect.website(exchange, site, true);
            }
            case "suspended" ->
                dialect.together(exchange, () -> {
                    dialect.website(exchange, site, true);
                    return set(exchange, site, Statuses.ADMINISTRATOR);
                });
            case "disabled" -> dialect.website(exchange, site, false);
            default -> throw Failed.invalid("The status is one of: active, suspended, disabled.");
        }
        return Done.SUCCESS;
    }

    private Element set(Exchange exchange, SiteDetails site, int status) {
        var setup = new Element("gen_setup").add("status", status);
        return dialect.one(
                exchange,
                site.isMain() ? WEBSPACE : SITE,
                Body.on("set", "id", site.id()).add(new Element("values").add(setup)));
    }
}
