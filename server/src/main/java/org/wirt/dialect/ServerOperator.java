package org.wirt.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountDirectory;
import org.wirt.database.Settings;
import org.wirt.value.IpAddress;

/// The panel itself: what it speaks, what it runs on, and the way in for somebody whom a program vouches for.
@Component
class ServerOperator implements Operator {

    static final String ANY_ADDRESS = "WIRT_ENTRY_TOKENS_FROM_ANYWHERE";

    private static final int LONGEST_LOGIN = 255;

    /// Clients take no answer without an address. Who runs a machine reads what comes there.
    private static final String UNSAID = "root@localhost";

    private final ServerFacts facts;
    private final AccountDirectory directory;
    private final OwnedDomains domains;
    private final Vouching vouching;
    private final ScopedTransaction transaction;
    private final boolean anyAddress;

    ServerOperator(
            ServerFacts facts,
            AccountDirectory directory,
            OwnedDomains domains,
            Vouching vouching,
            ScopedTransaction transaction,
            Settings settings) {
        this.facts = facts;
        this.directory = directory;
        this.domains = domains;
        this.vouching = vouching;
        this.transaction = transaction;
        this.anyAddress = settings.text(ANY_ADDRESS, "false").equals("true");
    }

    @Override
    public List<String> names() {
        return List.of("server");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "get_protos", Operation.of(this::protocols),
                "get", Operation.of(this::get),
                "create_session", Operation.needing(this::createSession, "login"));
    }

    private void protocols(Element asked, Exchange exchange, Consumer<Element> results) {
        var protocols = new Element("protos");
        for (var version : Versions.ALL) protocols.add("proto", version);
        results.accept(new Element("result").add("status", "ok").add(protocols));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        var parts = new LinkedHashMap<String, Supplier<Element>>();
        parts.put("key", facts::key);
        parts.put("gen_info", facts::info);
        parts.put("components", facts::components);
        parts.put("stat", () -> facts.stat(exchange));
        parts.put("admin", () -> admin(exchange));
        parts.put("interfaces", facts::interfaces);
        parts.put("services_state", facts::services);
        parts.put("prefs", facts::preferences);
        parts.put("shells", facts::shells);
        parts.put("session_setup", facts::sessions);
        parts.put("site-isolation-config", facts::isolation);
        parts.put("updates", facts::updates);
        parts.put("admin-domain-list", () -> adminDomains(exchange));
        parts.put("certificates", () -> new Element("certificates"));
        var result = new Element("result").add("status", "ok");
        parts.forEach((name, part) -> {
            if (asked.has(name)) result.add(part.get());
        });
        results.accept(result);
    }

    private Element admin(Exchange exchange) {
        var admin = transaction
                .read(exchange.scope(), () -> directory.read(Scope.ADMINISTRATOR))
                .orElseThrow();
        return new Element("admin")
                .add("admin_cname", admin.company())
                .add("admin_pname", admin.contactName())
                .add("admin_phone", admin.phone())
                .add("admin_fax", admin.fax())
                .add("admin_email", admin.email().isEmpty() ? UNSAID : admin.email())
                .add("admin_address", admin.address())
                .add("admin_city", admin.city())
                .add("admin_state", admin.state())
                .add("admin_pcode", admin.postalCode())
                .add("admin_country", admin.country())
                .add("send_announce", false)
                .add("admin_locale", Forms.locale(admin.language()))
                .add("admin_multiple_sessions", true);
    }

    private Element adminDomains(Exchange exchange) {
        var own = transaction.read(exchange.scope(), () -> domains.of(List.of(Scope.ADMINISTRATOR)));
        var list = new Element("admin-domain-list");
        own.getOrDefault(Scope.ADMINISTRATOR, List.of()).forEach(list::add);
        return list;
    }

    private void createSession(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            var username = asked.text("login");
            if (username.length() > LONGEST_LOGIN) throw Failed.invalid("The login is too long.");
            var address = address(
                    asked.child("data").map(data -> data.text("user_ip")).orElse(""));
            var token = vouching.token(exchange, username, address);
            return new Element("result").add("status", "ok").add("id", token);
        });
    }

    /// Some clients write the address itself, which has letters that base64 has not.
    private static String addressIn(String said) {
        return said.contains(".") || said.contains(":")
                ? said.strip()
                : new String(Base64.getMimeDecoder().decode(said), StandardCharsets.UTF_8).strip();
    }

    /// From where he must come; absent, where the administrator has said that it may be anywhere and it is not said.
    private Optional<String> address(String encoded) {
        try {
            var text = addressIn(encoded);
            if (!text.isEmpty()) return Optional.of(new IpAddress(text).text()).filter(_ -> !anyAddress);
        } catch (IllegalArgumentException _) {
            throw Failed.invalid("user_ip is not the base64 text of an IP address.");
        }
        if (!anyAddress)
            throw Failed.invalid("user_ip is needed: the address of the browser that will come, as base64 text.");
        return Optional.empty();
    }
}
