package org.wirt.engine;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.wirt.hosting.Service;
import org.wirt.hosting.Ticket;

/// The record of every session the agent has ended, read by receipts and kept for a while.
final class SessionEnds {

    static final Duration KEPT = Duration.ofDays(30);

    private static final String OF_SUBSCRIPTIONS = """
            insert into wirt.session_end (service, who, customer_id, reseller_id)
            select ?, e.who, s.customer_id, s.reseller_id
            from unnest(?::bigint[], ?::text[]) as e(id, who)
            join wirt.subscription s on s.id = e.id""";
    /// Taking the row away and recording it is one statement: of several instances that look at the same moment, one
    /// finds it.
    private static final String OF_ROWS = """
            with ended as (delete from wirt.session where id = any(?::uuid[]) returning login_id)
            insert into wirt.session_end (service, who, customer_id, reseller_id)
            select ?, l.username, l.account_id, l.reseller_id
            from ended e join wirt.login l on l.id = e.login_id""";

    private final SystemRole system;

    SessionEnds(SystemRole system) {
        this.system = system;
    }

    void record(Service service, List<? extends OpenSession> ended) {
        var shared = ended.stream().flatMap(s -> s.shared().stream()).toArray(UUID[]::new);
        if (shared.length > 0) system.call(database -> database.execute(OF_ROWS, shared, service.name()));
        var own = ended.stream()
                .filter(s -> s.shared().isEmpty())
                .map(OpenSession::ticket)
                .toList();
        if (own.isEmpty()) return;
        var ids = own.stream().map(Ticket::subscription).toArray(Long[]::new);
        var who = own.stream().map(Ticket::who).toArray(String[]::new);
        system.call(database -> database.execute(OF_SUBSCRIPTIONS, service.name(), ids, who));
    }

    void forgetOld() {
        system.call(database -> database.execute(
                "delete from wirt.session_end where at < now() - ? * interval '1 day'", KEPT.toDays()));
    }
}
