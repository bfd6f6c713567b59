package org.wirt.engine;

import java.time.Duration;
import java.util.List;
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
    private static final String OF_ACCOUNTS = """
            insert into wirt.session_end (service, who, customer_id, reseller_id)
            select ?, e.who, a.id, a.reseller_id
            from unnest(?::bigint[], ?::text[]) as e(id, who)
            join wirt.account a on a.id = e.id""";

    private final SystemRole system;

    SessionEnds(SystemRole system) {
        this.system = system;
    }

    void record(Service service, List<Ticket> ended) {
        var panel = service == Service.PANEL;
        var ids = ended.stream()
                .map(panel ? Ticket::object : Ticket::subscription)
                .toArray(Long[]::new);
        var who = ended.stream().map(Ticket::who).toArray(String[]::new);
        system.call(database -> database.execute(panel ? OF_ACCOUNTS : OF_SUBSCRIPTIONS, service.name(), ids, who));
    }

    void forgetOld() {
        system.call(database -> database.execute(
                "delete from wirt.session_end where at < now() - ? * interval '1 day'", KEPT.toDays()));
    }
}
