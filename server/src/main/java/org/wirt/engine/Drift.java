package org.wirt.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.Service;

/// Whether servers answer as they should: some that are dark and some that are live, at random, are asked for from
/// outside. What is answered otherwise twice, while its state stays the same, is written down until the next look.
final class Drift {

    private static final Logger LOG = LoggerFactory.getLogger(Drift.class);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(2);
    private static final int SUSPENDED = 503;

    /// From a place at random on and round again, in bounded numbers, however many there are.
    private static final String CHOSEN = """
            with node as materialized (select ?::bigint as id),
            start as materialized (
                select floor(random() * (max(s.id) + 1))::bigint as id from wirt.subscription s, node where s.node_id = node.id),
            chosen as materialized (
                select * from (
                    (select s.id from wirt.subscription s, node, start where s.node_id = node.id and s.id >= start.id
                     order by s.id limit 500)
                    union all
                    (select s.id from wirt.subscription s, node, start where s.node_id = node.id and s.id < start.id
                     order by s.id limit 500)) round limit 500),
            """;
    private static final String SITES = CHOSEN + """
            seen as materialized (
                select v.host, v.state = 'off' as dark from chosen join node.web v on v.sub_id = chosen.id where v.state <> 'gone')
            (select * from seen where dark limit 20) union all (select * from seen where not dark limit 20)""";
    private static final String MAILBOXES = CHOSEN + """
            seen as materialized (
                select v.address, not v.live as dark from chosen join node.mail_user v on v.sub_id = chosen.id where v.mail <> 'hold')
            (select * from seen where dark limit 20) union all (select * from seen where not dark limit 20)""";
    private static final String SITES_NOW =
            "select v.host, v.state = 'off' from node.web v where v.host = any(?) and v.state <> 'gone'";
    private static final String MAILBOXES_NOW = """
            select v.address, not v.live from unnest(?::text[]) t (who)
            cross join lateral (select v.address, v.live from node.mail_user v where v.local = split_part(t.who, '@', 1)
                                and v.domain = split_part(t.who, '@', 2) limit 1) v""";
    private static final String WRITE = """
            insert into wirt.drift (node_id, service, subject, dark, answer)
            select ?, f.service, f.subject, f.dark, f.answer
            from unnest(?::text[], ?::text[], ?::boolean[], ?::integer[]) f (service, subject, dark, answer)""";

    private record Found(Service service, String subject, boolean dark, int answer) {}

    private final SystemRole system;
    private final NodeViews views;
    private final List<Probe> probes;

    Drift(SystemRole system, NodeViews views, List<Probe> probes) {
        this.system = system;
        this.views = views;
        this.probes = List.copyOf(probes);
    }

    void look() {
        for (var node : views.serving()) {
            var found = new ArrayList<Found>();
            for (var probe : probes) found.addAll(look(node.id(), probe));
            write(node.id(), found);
            if (!found.isEmpty())
                LOG.warn(
                        "{} answers otherwise than it should {} times: {}",
                        node.name(),
                        found.size(),
                        found.getFirst());
        }
    }

    private List<Found> look(long node, Probe probe) {
        boolean web = probe.service() == Service.WEB;
        try {
            var asked = system.call(database -> states(database, web ? SITES : MAILBOXES, node));
            var odd = odd(node, probe, asked);
            if (odd.isEmpty()) return List.of();
            // It may have been suspended or activated meanwhile.
            LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
            var still = system.call(database -> states(database, web ? SITES_NOW : MAILBOXES_NOW, (Object)
                    odd.stream().map(Found::subject).toArray(String[]::new)));
            return odd(node, probe, still).stream()
                    .filter(one -> one.dark == isDark(asked, one.subject))
                    .toList();
        } catch (IOException e) {
            LOG.debug("Nobody answers at {}: {}", node, e.getMessage());
            return List.of(new Found(probe.service(), "", false, 0));
        }
    }

    private static Map<String, Boolean> states(DSLContext database, String query, Object... values) {
        return database.resultQuery(query, values)
                .fetchMap(row -> row.get(0, String.class), row -> row.get(1, Boolean.class));
    }

    private static List<Found> odd(long node, Probe probe, Map<String, Boolean> states) throws IOException {
        if (states.isEmpty()) return List.of();
        var answers = probe.ask(node, states.keySet());
        return answers.entrySet().stream()
                .map(answer ->
                        new Found(probe.service(), answer.getKey(), isDark(states, answer.getKey()), answer.getValue()))
                .filter(one -> one.dark ? !probe.dark(one.answer) : isDarkened(probe, one.answer))
                .collect(Collectors.toList());
    }

    private static boolean isDark(Map<String, Boolean> states, String subject) {
        return Boolean.TRUE.equals(states.get(subject));
    }

    /// Of something live. A page that is not there is the customer's own affair; everything else is not.
    private static boolean isDarkened(Probe probe, int answer) {
        if (answer == 0) return true;
        return probe.service() == Service.WEB ? answer == SUSPENDED : probe.dark(answer);
    }

    private void write(long node, List<Found> found) {
        system.call(database -> {
            database.execute("delete from wirt.drift where node_id = ?", node);
            database.execute(
                    WRITE,
                    node,
                    found.stream().map(one -> one.service.name()).toArray(String[]::new),
                    found.stream().map(Found::subject).toArray(String[]::new),
                    found.stream().map(Found::dark).toArray(Boolean[]::new),
                    found.stream().map(Found::answer).toArray(Integer[]::new));
            return database.execute("update wirt.node set looked_at = clock_timestamp() where id = ?", node);
        });
    }
}
