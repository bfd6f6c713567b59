package org.wirt.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.FtpLogin;
import org.wirt.hosting.FtpLogins;
import org.wirt.subscription.SubscriptionDirectory;

/// Additional FTP accounts. The system user of a subscription is told with its hosting.
@Component
class FtpUserOperator implements Operator {

    private static final String MISSING = "FTP user does not exist";
    private static final Filter.Kinds KINDS =
            new Filter.Kinds(Set.of("id", "name"), Set.of("webspace-id", "webspace-name"));

    private final FtpLogins logins;
    private final SubscriptionDirectory subscriptions;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    FtpUserOperator(FtpLogins logins, SubscriptionDirectory subscriptions, Deeds deeds, ScopedTransaction transaction) {
        this.logins = logins;
        this.subscriptions = subscriptions;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("ftp-user");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "add", Operation.needing(this::add, "name", "password"),
                "get", Operation.filtered(KINDS, this::get),
                "set", Operation.filtered(KINDS, this::set, "values"),
                "del", Operation.filtered(KINDS, this::del));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            refuseLimits(asked);
            var webspace = transaction
                    .read(exchange.scope(), () -> webspace(asked))
                    .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, WebspaceOperator.MISSING));
            var input = new LinkedHashMap<String, String>();
            input.put("login", asked.text("name"));
            input.put("password", asked.needed("password").exactly());
            input.put("directory", asked.text("home").replaceFirst("^/+", ""));
            return new Element("result")
                    .add("status", "ok")
                    .add("id", deeds.make(exchange, "ftp.create", webspace, input));
        });
    }

    /// All logins of a subscription share its disk space, and may read and write.
    private static void refuseLimits(Element asked) {
        var quota = asked.text("quota");
        if (!quota.isEmpty() && !quota.equals("-1"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "An FTP user has no quota of his own.");
        asked.child("permissions").ifPresent(permissions -> {
            for (var one : permissions.children())
                if (!Forms.bool(one.text()))
                    throw new Failed(ErrorNumbers.NOT_SUPPORTED, "An FTP user may always read and write.");
        });
    }

    private Optional<Long> webspace(Element asked) {
        return Ids.number(asked.text("webspace-id"))
                .flatMap(subscriptions::byId)
                .or(() -> Optional.of(asked.text("webspace-name"))
                        .filter(name -> !name.isEmpty())
                        .flatMap(subscriptions::byName));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(
                asked,
                exchange,
                results,
                (one, result) -> result.add("name", one.name())
                        .add("home", "/" + one.directory())
                        .add("quota", -1)
                        .add(new Element("permissions").add("read", true).add("write", true))
                        .add("webspace-id", one.space().id()));
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        var values = asked.needed("values");
        each(asked, exchange, results, (one, result) -> {
            refuseLimits(values);
            if (!values.text("name").isEmpty() && !values.text("name").equals(one.name()))
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, "An FTP user cannot be renamed.");
            if (!values.text("home").isEmpty()
                    && !values.text("home").replaceFirst("^/+", "").equals(one.directory()))
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, "The folder of an FTP user cannot be changed.");
            values.child("password")
                    .filter(said -> !said.exactly().isEmpty())
                    .ifPresent(said ->
                            deeds.start(exchange, "ftp.password", one.id(), Map.of("password", said.exactly())));
            return result;
        });
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        CustomerOperator.refuseAll(asked);
        each(asked, exchange, results, (one, result) -> {
            deeds.start(exchange, "ftp.remove", one.id(), Map.of());
            return result;
        });
    }

    private interface Work {
        Element of(FtpLogin one, Element result);
    }

    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        var filter = Filter.of(asked);
        for (var value : filter.isAll() ? List.of("") : filter.values()) {
            var found = transaction.read(exchange.scope(), () -> found(filter.kind(), value));
            if (found.isEmpty() && KINDS.one().contains(filter.kind()))
                results.accept(
                        new Failed(ErrorNumbers.MISSING, MISSING).result().add("filter-id", value));
            else if (found.isEmpty() && filter.isAll()) results.accept(new Element("result").add("status", "ok"));
            else if (found.isEmpty())
                results.accept(new Element("result").add("status", "ok").add("filter-id", value));
            for (var one : found) {
                var key = filter.isAll() ? Long.toString(one.id()) : value;
                exchange.tell(
                        results,
                        result -> result.add("filter-id", key).add("id", one.id()),
                        () -> work.of(
                                one,
                                new Element("result")
                                        .add("status", "ok")
                                        .add("filter-id", key)
                                        .add("id", one.id())));
            }
        }
    }

    private List<FtpLogin> found(String kind, String value) {
        var all = new ArrayList<FtpLogin>();
        switch (kind) {
            case "id" -> Ids.number(value).ifPresent(id -> all.addAll(logins.load(List.of(id))));
            case "name" -> all.addAll(logins.named(value));
            case "webspace-id" ->
                Ids.number(value).flatMap(subscriptions::byId).ifPresent(id -> all.addAll(logins.in(List.of(id))));
            case "webspace-name" -> subscriptions.byName(value).ifPresent(id -> all.addAll(logins.in(List.of(id))));
            default -> all.addAll(logins.in(subscriptions.after(Optional.empty(), 0, 10_000)));
        }
        all.removeIf(FtpLogin::main);
        return all;
    }
}
