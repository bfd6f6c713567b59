package org.wirt.engine;

import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes subscriptions that move to another node from step to step, as the nodes tell what they have done. Each step is
/// one transaction; with several panels, whoever comes first does it.
///
/// A subscription is dark only between the first copy and the row's going over. Where the last copy fails, or a node
/// falls silent meanwhile, it comes back where it was, whole, and is tried again later.
final class Relocations {

    private static final Logger LOG = LoggerFactory.getLogger(Relocations.class);

    private static final String UNDER_WAY = "select exists (select from wirt.relocation)";

    /// One at a time for each node that fetches: the others would be dark while they wait.
    private static final String QUIETEN = """
            with next as (
                select distinct on (r.to_node) r.subscription_id, r.from_node from wirt.relocation r
                where r.step = 'COPY' and r.copied and r.not_before <= clock_timestamp()
                  and not exists (select from wirt.relocation o where o.to_node = r.to_node and o.step <> 'COPY')
                order by r.to_node, r.not_before),
            marked as (
                update wirt.node_mark m set mark = m.mark + 1 where m.node_id in (select from_node from next)
                returning m.node_id, m.mark),
            dark as (
                insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author)
                select 'subscription', s.id, s.customer_id, s.reseller_id, 4, r.author
                from next join wirt.subscription s on s.id = next.subscription_id
                join wirt.relocation r on r.subscription_id = s.id
                on conflict (subject, subject_id, code) do nothing)
            update wirt.relocation r
            set step = 'QUIET', attempt = r.attempt + 1, copied = false, failure = '', told_at = clock_timestamp(), mark = m.mark
            from next join marked m on m.node_id = next.from_node
            where r.subscription_id = next.subscription_id returning r.subscription_id""";

    private static final String COPY_LAST = """
            update wirt.relocation r
            set step = 'LAST', attempt = r.attempt + 1, copied = false, bytes = 0, told_at = clock_timestamp()
            from wirt.node n where r.step = 'QUIET' and n.id = r.from_node and n.confirmed >= r.mark returning r.subscription_id""";

    /// Apart from each other: the end of a reason changes the subscription's row as well.
    private static final String GO_OVER = """
            update wirt.subscription s set node_id = n.id, home = n.homes || '/' || s.unix_uid
            from wirt.relocation r join wirt.node n on n.id = r.to_node
            where r.step = 'LAST' and r.copied and s.id = r.subscription_id and s.node_id = r.from_node returning s.id""";
    private static final String LIGHT =
            "delete from wirt.reason where subject = 'subscription' and subject_id = any(?) and code = 4";
    private static final String FORGET = "delete from wirt.relocation where subscription_id = any(?)";

    /// A node that fetches says so every ten seconds.
    private static final String COME_BACK = """
            with back as (
                update wirt.relocation r
                set step = 'COPY', attempt = r.attempt + 1, copied = false, tries = r.tries + 1, told_at = clock_timestamp(),
                    failure = case when r.failure = '' then 'silent' else r.failure end,
                    not_before = clock_timestamp() + interval '1 minute' * least(1 << least(r.tries, 5), 30)
                where r.step <> 'COPY' and (r.failure <> '' or r.told_at < clock_timestamp() - interval '1 minute')
                returning r.subscription_id)
            delete from wirt.reason e using back
            where e.subject = 'subscription' and e.subject_id = back.subscription_id and e.code = 4 returning e.subject_id""";

    private final SystemRole system;

    Relocations(SystemRole system) {
        this.system = system;
    }

    /// @return whether some are under way
    boolean advance() {
        return system.call(database -> {
            if (!Boolean.TRUE.equals(database.fetchSingle(UNDER_WAY).get(0, Boolean.class))) return false;
            // Whoever is dark comes first.
            goOver(database);
            for (var id : database.fetch(COME_BACK)) LOG.warn("Subscription {} stays for now", id.get(0));
            database.execute(COPY_LAST);
            database.execute(QUIETEN);
            return true;
        });
    }

    private static void goOver(DSLContext database) {
        var gone = database.fetch(GO_OVER).getValues(0, Long.class).toArray(Long[]::new);
        if (gone.length == 0) return;
        database.execute(LIGHT, (Object) gone);
        database.execute(FORGET, (Object) gone);
        LOG.info("{} subscriptions have moved: {}", gone.length, gone);
    }
}
