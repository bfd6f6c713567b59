package org.wirt.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.wirt.hosting.Service;

/// Whom a job was about: the accounts themselves, a reseller's customers too, and all their subscriptions.
record Concerned(List<Long> accounts, List<Long> subscriptions, List<Long> customers) {

    /// @param all  what was to go dark
    /// @param dark what the servers see as dark
    record Count(int all, int dark) {}

    private static final String TARGETS = """
            select t.target_id from wirt.job_target t where t.job_id = ? and t.outcome = 'DONE'""";
    private static final String THEIR_CUSTOMERS = """
            select a.id from unnest(?::bigint[]) r (id) join wirt.account a on a.provider_id = r.id""";
    private static final String THEIR_SUBSCRIPTIONS = """
            select s.id from unnest(?::bigint[]) a (id) join wirt.subscription s on s.customer_id = a.id""";
    private static final String NODES = """
            select n.id, n.name from wirt.node n
            where n.agent and exists (select from unnest(?::bigint[]) o (id) join wirt.subscription s on s.id = o.id where s.node_id = n.id)""";
    private static final String OWNERS = """
            select distinct s.customer_id from unnest(?::bigint[]) o (id) join wirt.subscription s on s.id = o.id""";

    private static final String COUNTS = """
            select 'PANEL', count(*), count(*) filter (where not exists (select from node.account v where v.id = l.account_id and v.live))
            from unnest(?::bigint[]) a (id) join wirt.login l on l.account_id = a.id
            where l.active and not l.released
            union all
            select 'WEB', count(*), count(*) filter (where not exists (select from node.web v where v.site_id = w.id and v.state = 'on'))
            from unnest(?::bigint[]) s (id) join wirt.site w on w.subscription_id = s.id
            where not w.released and not w.disabled
            union all
            select 'FTP', count(*), count(*) filter (where not exists (select from node.ftp_user v where v.ftp_id = f.id))
            from unnest(?::bigint[]) s (id) join wirt.ftp_login f on f.subscription_id = s.id
            where not f.released
            union all
            select 'IMAP', count(*), count(*) filter (where not exists (select from node.mail_user v where v.mailbox_id = m.id and v.live))
            from unnest(?::bigint[]) s (id) join wirt.mailbox m on m.subscription_id = s.id
            where not m.off""";
    private static final String ENDED = """
            select service, count(*) from wirt.session_end where customer_id = any(?::bigint[]) and at >= ?::timestamptz group by service""";

    private static final String HOSTS = """
            select w.node_id, w.host from unnest(?::bigint[]) s (id) join wirt.site w on w.subscription_id = s.id
            where not w.released and not w.disabled order by md5(w.id::text) limit ?""";
    /// Mail that is held is taken as before: there is nothing to ask.
    private static final String ADDRESSES = """
            select w.node_id, m.local || '@' || w.host from unnest(?::bigint[]) s (id)
            join wirt.mailbox m on m.subscription_id = s.id join wirt.site w on w.id = m.site_id
            where not w.released and not m.off and not exists (select from node.mail_user v where v.mailbox_id = m.id and v.mail = 'hold')
            order by md5(m.id::text) limit ?""";

    static Concerned by(FinishedJob job, DSLContext database) {
        var targets = ids(database, TARGETS, job.id());
        return switch (job.about()) {
            case SUBSCRIPTIONS -> new Concerned(List.of(), targets, owners(database, targets));
            case CUSTOMERS -> ofAccounts(database, targets);
            case RESELLERS -> {
                var accounts = new ArrayList<>(targets);
                accounts.addAll(ids(database, THEIR_CUSTOMERS, array(targets)));
                yield ofAccounts(database, accounts);
            }
        };
    }

    private static Concerned ofAccounts(DSLContext database, List<Long> accounts) {
        return new Concerned(accounts, ids(database, THEIR_SUBSCRIPTIONS, array(accounts)), accounts);
    }

    /// What was to go dark and is, per service. Logins of one kind open several services.
    Map<Service, Count> counts(DSLContext database) {
        var theirs = array(subscriptions);
        var counts = new EnumMap<Service, Count>(Service.class);
        database.resultQuery(COUNTS, array(accounts), theirs, theirs, theirs)
                .forEach(row -> counts.put(
                        Service.valueOf(row.get(0, String.class)),
                        new Count(row.get(1, int.class), row.get(2, int.class))));
        counts.put(Service.SFTP, counts.get(Service.FTP));
        counts.put(Service.MAIL_IN, counts.get(Service.IMAP));
        counts.put(Service.SUBMISSION, counts.get(Service.IMAP));
        return counts;
    }

    /// How many sessions the agent has ended for them since the job began, per service.
    Map<Service, Integer> ended(FinishedJob job, DSLContext database) {
        var ended = new EnumMap<Service, Integer>(Service.class);
        database.resultQuery(ENDED, array(customers), job.started())
                .forEach(row -> ended.put(Service.valueOf(row.get(0, String.class)), row.get(1, Integer.class)));
        return ended;
    }

    /// What to ask the servers of each node for, spread evenly where not everything is asked for.
    Map<Long, List<String>> subjects(Service service, int most, DSLContext database) {
        return database.resultQuery(service == Service.WEB ? HOSTS : ADDRESSES, array(subscriptions), most)
                .fetchGroups(row -> row.get(0, Long.class), row -> row.get(1, String.class));
    }

    /// Those with servers of their own among the nodes they are placed on, by their numbers.
    Map<Long, String> nodes(DSLContext database) {
        return database.resultQuery(NODES, array(subscriptions))
                .fetchMap(row -> row.get(0, Long.class), row -> row.get(1, String.class));
    }

    /// Those of the open sessions that are theirs.
    List<OpenSession> among(OpenSessions product) {
        var theirs = Set.copyOf(product.service() == Service.PANEL ? accounts : subscriptions);
        var open = new ArrayList<OpenSession>();
        for (var session : product.open()) {
            var ticket = session.ticket();
            var key = product.service() == Service.PANEL ? ticket.object() : ticket.subscription();
            if (theirs.contains(key)) open.add(session);
        }
        return open;
    }

    private static List<Long> owners(DSLContext database, List<Long> subscriptions) {
        return ids(database, OWNERS, array(subscriptions));
    }

    private static List<Long> ids(DSLContext database, String query, Object... values) {
        return database.resultQuery(query, values).fetch(0, Long.class);
    }

    /// One value of a query, not several.
    private static Object array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
