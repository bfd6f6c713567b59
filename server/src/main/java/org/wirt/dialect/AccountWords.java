package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.account.AccountDetails;
import org.wirt.account.AccountDirectory;
import org.wirt.account.AccountDirectory.KnownBy;
import org.wirt.account.Notes;

/// Customers and resellers in the words of the dialect: how they are found, told, and what a change of them means as
/// deeds. Between both kinds only the spelling of some nodes differs.
@Component
class AccountWords {

    private static final Map<String, KnownBy> KEYS = Map.of(
            "id",
            KnownBy.ID,
            "login",
            KnownBy.USERNAME,
            "guid",
            KnownBy.GUID,
            "external-id",
            KnownBy.EXTERNAL_ID,
            "owner-id",
            KnownBy.ID,
            "owner-login",
            KnownBy.USERNAME,
            "owner-guid",
            KnownBy.GUID,
            "owner-external-id",
            KnownBy.EXTERNAL_ID);
    /// By which a packet names whose something is.
    static final List<String> OWNERS = List.of("owner-id", "owner-login", "owner-guid", "owner-external-id");

    private static final List<Level> PROVIDERS = List.of(Level.ADMINISTRATOR, Level.RESELLER);
    private static final Set<Integer> STATUSES = Set.of(Statuses.ACTIVE, Statuses.DISABLED, Statuses.ADMINISTRATOR);
    private static final Set<Integer> OF_RESELLERS =
            Set.of(Statuses.ACTIVE, Statuses.DISABLED, Statuses.ADMINISTRATOR, Statuses.RESELLER);
    private static final Set<Integer> RESELLERS =
            Set.of(Statuses.ACTIVE, Statuses.DISABLED, Statuses.ADMINISTRATOR, Statuses.EXPIRED);

    /// Field of the deed by node.
    private static final Map<String, String> FIELDS = fields();

    private final AccountDirectory directory;
    private final Deeds deeds;
    private final Standings standings;

    AccountWords(AccountDirectory directory, Deeds deeds, Standings standings) {
        this.directory = directory;
        this.deeds = deeds;
        this.standings = standings;
    }

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("pname", "contactName");
        fields.put("cname", "company");
        fields.put("phone", "phone");
        fields.put("fax", "fax");
        fields.put("email", "email");
        fields.put("address", "address");
        fields.put("city", "city");
        fields.put("state", "state");
        fields.put("pcode", "postalCode");
        fields.put("country", "country");
        fields.put("external-id", "externalId");
        return fields;
    }

    Matches.Finder finder(Level kind) {
        return finder(kind, List.of(kind));
    }

    /// @param named of which kinds one may be that is named
    Matches.Finder finder(Level kind, List<Level> named) {
        return new Matches.Finder() {
            @Override
            public Optional<Long> one(String by, String value) {
                return directory.find(named, key(by), value);
            }

            @Override
            public List<Long> after(String by, String value, long after, int most) {
                if (by.isEmpty()) return directory.after(kind, Optional.empty(), after, most);
                return directory
                        .find(PROVIDERS, key(by), value)
                        .map(provider -> directory.after(kind, Optional.of(provider), after, most))
                        .orElseGet(List::of);
            }
        };
    }

    static KnownBy key(String node) {
        var key = KEYS.get(node);
        if (key == null) throw Fault.malformed("Node " + node + " is not expected in filter");
        return key;
    }

    /// Whoever is named by nodes `owner-id`, `owner-login` …; absent: nobody is named.
    ///
    /// @throws Failed 1015 where there is no such account, 1019 where a node is empty
    Optional<AccountDetails> owner(Element from, List<Level> kinds) {
        for (var node : OWNERS) {
            if (!from.has(node)) continue;
            // Whoever has lost the number of his customer does not mean himself.
            var named = Forms.filled(from, node).orElseThrow();
            return Optional.of(directory
                    .find(kinds, key(node), named)
                    .flatMap(directory::read)
                    .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, "Owner does not exist.")));
        }
        return Optional.empty();
    }

    /// For whom a new customer is made.
    long provider(Exchange exchange, Element info) {
        return owner(info, PROVIDERS)
                .map(AccountDetails::id)
                .orElseGet(() -> exchange.isAdministrator()
                        ? Scope.ADMINISTRATOR
                        : exchange.scope().accountId());
    }

    /// @param info the node with what is said of him
    Map<String, String> newcomer(Element info) {
        var input = new LinkedHashMap<String, String>();
        FIELDS.forEach((node, field) -> {
            if (!field.equals("fax")) info.child(node).ifPresent(said -> input.put(field, said.text()));
        });
        input.put("username", info.needed("login").text());
        input.put("password", info.child("passwd").map(Element::exactly).orElse(""));
        input.put("description", info.text("description"));
        return input;
    }

    /// What a newcomer's form does not ask: fax and language.
    void furnish(Exchange exchange, String kind, long id, Element info) {
        var more = new LinkedHashMap<String, String>();
        if (!info.text("fax").isEmpty()) more.put("fax", info.text("fax"));
        if (!info.text("locale").isEmpty()) more.put("language", Forms.language(info.text("locale")));
        if (!more.isEmpty()) deeds.start(exchange, kind + ".contact", id, more);
        standings.darken(exchange, kind, id, id, info, may(exchange, kind, id));
    }

    /// Changes what is named and nothing else, as one deed with whatever is said besides.
    ///
    /// @param info the node with what is said of him; absent: nothing is
    void change(Exchange exchange, String kind, long id, Optional<Element> info, Runnable besides) {
        deeds.together(exchange, () -> directory.read(id), CustomerOperator.MISSING, account -> {
            info.ifPresent(said -> change(exchange, kind, account, said));
            besides.run();
            // Last: whoever has ended comes back by the new date that is said besides.
            info.ifPresent(said -> status(exchange, kind, id, said));
        });
        info.ifPresent(said -> standings.refuseDark(
                exchange,
                said,
                () -> directory.read(id).map(a -> new Standings.Standing(a.username(), a.own(), a.above()))));
    }

    private void change(Exchange exchange, String kind, AccountDetails account, Element info) {
        Forms.refuse(info, account.guid());
        var contact = new LinkedHashMap<String, String>();
        FIELDS.forEach((node, field) -> info.child(node).ifPresent(said -> contact.put(field, said.text())));
        info.child("locale")
                .filter(locale -> !locale.text().isEmpty())
                .ifPresent(locale -> contact.put("language", Forms.language(locale.text())));
        if (!contact.isEmpty()) deeds.start(exchange, kind + ".contact", account.id(), contact);
        login(exchange, kind, account, info);
        info.child("description")
                .filter(said -> !said.text().equals(account.description()))
                .ifPresent(said -> deeds.start(
                        exchange,
                        kind + ".description",
                        account.id(),
                        Map.of("description", said.text(), "version", Notes.version(account.description()))));
    }

    private void login(Exchange exchange, String kind, AccountDetails account, Element info) {
        var username = Forms.filled(info, "login").orElse("");
        var password = info.child("passwd").map(Element::exactly).orElse("");
        if (info.has("passwd") && password.isEmpty()) throw Failed.invalid("The password is empty.");
        if (username.isEmpty() && password.isEmpty()) return;
        deeds.start(
                exchange,
                kind + ".login",
                account.id(),
                Map.of(
                        "username",
                        username.isEmpty() ? account.username() : username,
                        "password",
                        password,
                        "repeat",
                        password));
    }

    /// The dialect's activation lifts the account's own reasons alone: what is suspended below it stays so.
    private void status(Exchange exchange, String kind, long id, Element info) {
        var status = info.child("status");
        if (status.isEmpty()) return;
        var may = may(exchange, kind, id);
        boolean activate = Statuses.wanted(status.get().text(), may) == Statuses.ACTIVE;
        if (activate && kind.equals("customer"))
            deeds.start(exchange, "customer.activate", id, Map.of("scope", "account_only"));
        else standings.status(exchange, kind, id, id, info, may);
    }

    /// Customers of resellers can be suspended by those, resellers can end.
    private Set<Integer> may(Exchange exchange, String kind, long id) {
        if (kind.equals("reseller")) return RESELLERS;
        boolean ofReseller = directory
                .read(id)
                .flatMap(AccountDetails::provider)
                .filter(provider -> provider.kind() == Level.RESELLER)
                .isPresent();
        return ofReseller || !exchange.isAdministrator() ? OF_RESELLERS : STATUSES;
    }

    /// @param created what the node of the day is called, which is spelled differently
    Element info(String node, String created, AccountDetails account) {
        var info = new Element(node)
                .add(created, Forms.date(account.created()))
                .add("cname", account.company())
                .add("pname", account.contactName())
                .add("login", account.username())
                .add("status", Statuses.of(account.own(), account.above()))
                .add("phone", account.phone())
                .add("fax", account.fax())
                .add("email", account.email())
                .add("address", account.address())
                .add("city", account.city())
                .add("state", account.state())
                .add("pcode", account.postalCode())
                .add("country", account.country())
                .add("locale", Forms.locale(account.language()))
                .add("guid", account.guid());
        if (account.kind() == Level.CUSTOMER) account.provider().ifPresent(provider -> owner(info, provider));
        return info.add("external-id", account.externalId()).add("description", account.description());
    }

    private static void owner(Element info, AccountDetails.Provider provider) {
        if (provider.kind() == Level.ADMINISTRATOR) info.add("owner-login", provider.username());
        else info.add("owner-id", provider.id());
        info.add("vendor-guid", provider.guid());
    }
}
