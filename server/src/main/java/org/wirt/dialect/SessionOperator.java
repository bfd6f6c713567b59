package org.wirt.dialect;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.EntryTokens;
import org.wirt.access.PanelSessionList;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.OwnerLogins;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;

/// Open sessions of the panel, and those that are about to be opened by a token.
@Component
class SessionOperator implements Operator {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final PanelSessionList sessions;
    private final EntryTokens entries;
    private final OwnerLogins logins;
    private final Audit audit;
    private final ScopedTransaction transaction;

    SessionOperator(
            PanelSessionList sessions,
            EntryTokens entries,
            OwnerLogins logins,
            Audit audit,
            ScopedTransaction transaction) {
        this.sessions = sessions;
        this.entries = entries;
        this.logins = logins;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("session");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "get", Operation.of(this::get),
                "terminate", Operation.needing(this::terminate, "session-id"));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        var result = new Element("result").add("status", "ok");
        for (var waiting : waiting(exchange))
            result.add(session(
                    waiting.token(), waiting.address().orElse(""), waiting.username(), waiting.made(), waiting.made()));
        for (var open : transaction.read(exchange.scope(), sessions::inSight))
            result.add(session(open.id().toString(), open.address(), open.username(), open.created(), open.lastSeen()));
        results.accept(result);
    }

    /// Without those whose login is gone meanwhile.
    private List<EntryTokens.Waiting> waiting(Exchange exchange) {
        var all = entries.by(exchange.scope().accountId());
        var ids = all.stream().map(EntryTokens.Waiting::loginId).collect(Collectors.toSet());
        var there = transaction.read(exchange.scope(), () -> logins.inSight(ids));
        return all.stream().filter(one -> there.contains(one.loginId())).toList();
    }

    /// @param seen when something was last done in it
    private static Element session(String id, String address, String login, Instant since, Instant seen) {
        return new Element("session")
                .add("id", id)
                .add("type", "CP_USER")
                .add("ip-address", address)
                .add("login", login)
                .add("login-time", time(since))
                .add("idle", time(seen));
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    private void terminate(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            var id = asked.text("session-id");
            transaction.run(exchange.scope(), () -> {
                var ended = entries.revoke(id, exchange.scope().accountId())
                        .flatMap(waiting -> logins.of(waiting.username()))
                        .map(login -> entry(login.id(), login.username(), login.accountId(), login.resellerId()))
                        .or(() -> Ids.guid(id)
                                .flatMap(sessions::end)
                                .map(one -> entry(one.loginId(), one.username(), one.accountId(), one.resellerId())))
                        .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Session does not exist."));
                audit.write(exchange.newDeed(), null, "session.end", List.of(ended));
            });
            return new Element("result").add("status", "ok");
        });
    }

    private static Entry entry(long login, String username, long account, long realm) {
        return new Entry("login", login, username, account, realm, "DONE", null, null);
    }
}
