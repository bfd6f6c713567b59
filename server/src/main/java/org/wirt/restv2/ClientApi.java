package org.wirt.restv2;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountDetails;
import org.wirt.account.AccountDirectory;
import org.wirt.account.AccountDirectory.KnownBy;
import org.wirt.dialect.AccountFigures;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;
import org.wirt.dialect.Statuses;
import org.wirt.dialect.Websites;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;

/// Customers and resellers, and the administrator as the first of them.
@RestController
@RequestMapping("/api/v2/clients")
class ClientApi {

    private final AccountDirectory directory;
    private final SiteDirectory sites;
    private final AccountFigures figures;
    private final Websites websites;
    private final Aliases aliases;
    private final Streamed streamed;
    private final Dialect dialect;
    private final ScopedTransaction transaction;

    ClientApi(
            AccountDirectory directory,
            SiteDirectory sites,
            AccountFigures figures,
            Websites websites,
            Aliases aliases,
            Streamed streamed,
            Dialect dialect,
            ScopedTransaction transaction) {
        this.directory = directory;
        this.sites = sites;
        this.figures = figures;
        this.websites = websites;
        this.aliases = aliases;
        this.streamed = streamed;
        this.dialect = dialect;
        this.transaction = transaction;
    }

    @Listing(Client.class)
    @GetMapping
    void all(Exchange exchange, HttpServletResponse response) throws IOException {
        exchange.needs(Level.RESELLER);
        streamed.write(
                response,
                exchange,
                List.of(
                        (last, most) -> directory.after(Level.RESELLER, Optional.empty(), last, most),
                        (last, most) -> directory.after(Level.CUSTOMER, Optional.empty(), last, most)),
                ids -> {
                    var found = directory.read(ids);
                    return ids.stream()
                            .map(found::get)
                            .filter(Objects::nonNull)
                            .map(Client::of)
                            .toList();
                });
    }

    @GetMapping("/{id}")
    Client one(Exchange exchange, @PathVariable long id) {
        return Client.of(read(exchange, id));
    }

    private AccountDetails read(Exchange exchange, long id) {
        return transaction
                .read(
                        exchange.scope(),
                        () -> directory
                                .find(List.of(Level.values()), KnownBy.ID, Long.toString(id))
                                .flatMap(directory::read))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Client does not exist"));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(Exchange exchange, @RequestBody Client.Request request) {
        var type = Body.needed(request.type(), "type");
        Body.needed(request.name(), "name");
        Body.needed(request.login(), "login");
        Body.needed(request.password(), "password");
        Body.needed(request.email(), "email");
        var kind = switch (type) {
            case "customer" -> Level.CUSTOMER;
            case "reseller" -> Level.RESELLER;
            default -> throw Failed.invalid("The property type is customer or reseller.");
        };
        var info = info(kind, request);
        if (kind == Level.CUSTOMER) Body.add(info, "owner-login", request.ownerLogin());
        else refuseOwner(exchange, request.ownerLogin());
        return Made.of(dialect.one(exchange, operator(kind), new Element("add").add(info)));
    }

    /// Resellers belong to the administrator.
    private void refuseOwner(Exchange exchange, @Nullable String login) {
        if (login == null || login.isBlank()) return;
        if (!login.equalsIgnoreCase(read(exchange, Scope.ADMINISTRATOR).username()))
            throw Failed.invalid("A reseller has no other owner.");
    }

    private static String operator(Level kind) {
        return switch (kind) {
            case CUSTOMER -> "customer";
            case RESELLER -> "reseller";
            case ADMINISTRATOR -> throw new Failed(ErrorNumbers.NOT_PERMITTED, "The administrator stays as he is.");
        };
    }

    private static Element info(Level kind, Client.Request request) {
        var info = new Element(kind == Level.RESELLER ? "gen-info" : "gen_info");
        Body.add(info, "cname", request.company());
        Body.add(info, "pname", request.name());
        Body.add(info, "login", request.login());
        Body.add(info, "passwd", request.password());
        Body.add(info, "status", request.status());
        Body.add(info, "email", request.email());
        Body.add(info, "locale", request.locale());
        Body.add(info, "external-id", request.externalId());
        Body.add(info, "description", request.description());
        return info;
    }

    @PutMapping("/{id}")
    Made change(Exchange exchange, @PathVariable long id, @RequestBody Client.Request request) {
        var account = read(exchange, id);
        var operator = operator(account.kind());
        if (request.type() != null && !request.type().equals(Client.type(account)))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A client stays what it is; the command line converts it.");
        Body.refuseEmpty(request.locale(), "locale");
        Body.refuseEmpty(request.ownerLogin(), "owner_login");
        dialect.together(exchange, () -> {
            owner(exchange, account, request.ownerLogin());
            var values = new Element("values").add(info(account.kind(), request));
            return dialect.one(exchange, operator, Body.on("set", "id", id).add(values));
        });
        return new Made(id, account.guid().toString());
    }

    private void owner(Exchange exchange, AccountDetails account, @Nullable String login) {
        var now = account.provider().map(AccountDetails.Provider::username).orElse("");
        if (login == null || login.equalsIgnoreCase(now)) return;
        if (account.kind() != Level.CUSTOMER) throw Failed.invalid("A reseller has no other owner.");
        dialect.one(
                exchange,
                "customer",
                Body.on("change-owner", "id", account.id()).add("new-owner-login", login));
    }

    @DeleteMapping("/{id}")
    Made remove(Exchange exchange, @PathVariable long id) {
        var account = read(exchange, id);
        dialect.one(exchange, operator(account.kind()), Body.on("del", "id", id));
        return new Made(id, account.guid().toString());
    }

    @GetMapping("/{id}/domains")
    List<Domain> domains(Exchange exchange, @PathVariable long id) {
        read(exchange, id);
        var found = transaction.read(exchange.scope(), () -> sites.ofOwners(List.of(id)));
        var known = transaction.read(exchange.scope(), () -> websites.of(found));
        var others = aliases.of(exchange, found.stream().map(SiteDetails::id).toList());
        return found.stream()
                .map(site -> Domain.of(site, DomainApi.website(known, site), others.getOrDefault(site.id(), List.of())))
                .toList();
    }

    /// The administrator's, too: of what he has himself.
    @GetMapping("/{id}/statistics")
    Client.Statistics statistics(Exchange exchange, @PathVariable long id) {
        exchange.needs(Level.RESELLER);
        read(exchange, id);
        return transaction
                .read(
                        exchange.scope(),
                        () -> Optional.ofNullable(
                                figures.read(List.of(id), true).get(id)))
                .flatMap(read -> read.held().map(held -> Client.Statistics.of(read, held)))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Client does not exist"));
    }

    /// By one client with the other method.
    @RequestMapping(
            path = "/{id}/suspend",
            method = {RequestMethod.PUT, RequestMethod.POST})
    Done suspend(Exchange exchange, @PathVariable long id) {
        return switched(exchange, id, Statuses.ADMINISTRATOR);
    }

    @RequestMapping(
            path = "/{id}/activate",
            method = {RequestMethod.PUT, RequestMethod.POST})
    Done activate(Exchange exchange, @PathVariable long id) {
        return switched(exchange, id, Statuses.ACTIVE);
    }

    private Done switched(Exchange exchange, long id, int status) {
        var kind = read(exchange, id).kind();
        var info = new Element(kind == Level.RESELLER ? "gen-info" : "gen_info").add("status", status);
        var asked = Body.on("set", "id", id).add(new Element("values").add(info));
        dialect.one(exchange, operator(kind), asked);
        return Done.SUCCESS;
    }
}
