package org.wirt.engine;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.wirt.hosting.Service;

/// The proof that a suspension took effect, per service: how much was to go dark and is, how many were inside and were
/// ended, and how that was checked. Written shortly after each job, and once more when a node that was silent then has
/// heard of it.
final class Receipts {

    private static final int SAMPLE = 100;
    private static final int EVERYTHING = 10_000;
    /// Until then a session that is still open is being ended, not a failure.
    private static final double PATIENCE_SECONDS = 1.2;

    private static final String WRITE = """
            insert into wirt.enforcement
                (job_id, service, account_id, reseller_id, concerned, dark, sessions_ended, dark_since, verified_at, method, failed, failure)
            select j.id, l.service, j.account_id, j.reseller_id, l.concerned, l.dark, l.ended,
                   case when ? and l.service <> 'PANEL' then clock_timestamp() else j.finished_at end, clock_timestamp(), l.method,
                   l.failed, l.failure
            from wirt.job j, unnest(?::text[], ?::integer[], ?::integer[], ?::integer[], ?::text[], ?::text[], ?::text[])
                l (service, concerned, dark, ended, method, failed, failure)
            where j.id = ?
            on conflict do nothing""";
    private static final String CONCERNED =
            "select coalesce(sum(concerned), 0)::integer from wirt.enforcement where job_id = ?";
    private static final String ANEW = """
            with heard as (delete from wirt.awaited_mark where job_id = ?)
            delete from wirt.enforcement where job_id = ? and ?""";
    private static final String WRITTEN = "update wirt.job set receipt_at = clock_timestamp() where id = ?";

    private final SystemRole system;
    private final List<OpenSessions> products;
    private final List<Probe> probes;
    private final NodeMarks marks = new NodeMarks();

    Receipts(SystemRole system, List<OpenSessions> products, List<Probe> probes) {
        this.system = system;
        this.products = List.copyOf(products);
        this.probes = List.copyOf(probes);
    }

    /// @return whether one is left for later, because not everything is dark yet
    boolean write() {
        var jobs = system.call(FinishedJob::withoutReceipt);
        var left = false;
        for (var job : jobs) left |= !write(job);
        for (var job : system.call(FinishedJob::confirmedLate)) writeAnew(job);
        return left;
    }

    /// Since when what has been silent is dark nobody knows; by now it is. What was lifted or has gone meanwhile keeps
    /// the receipt it has.
    ///
    /// @return whether there is a new one
    private boolean writeAnew(FinishedJob job) {
        return system.call(database -> {
            var concerned = Concerned.by(job, database);
            var counts = concerned.counts(database);
            var lines = told(counts)
                    .map(entry -> line(job, concerned, entry.getKey(), entry.getValue(), database))
                    .toList();
            boolean stands = counts.values().stream().allMatch(count -> count.dark() == count.all())
                    && lines.stream().mapToInt(line -> line.count().all()).sum()
                            == database.fetchSingle(CONCERNED, job.id()).get(0, int.class);
            database.execute(ANEW, job.id(), job.id(), stands);
            if (stands) write(job, lines, concerned.ended(job, database), true, database);
            return stands;
        });
    }

    private static Stream<Map.Entry<Service, Concerned.Count>> told(Map<Service, Concerned.Count> counts) {
        return counts.entrySet().stream().filter(entry -> entry.getValue().all() > 0 || entry.getKey() == Service.WEB);
    }

    private boolean write(FinishedJob job) {
        return system.call(database -> {
            var concerned = Concerned.by(job, database);
            var nodes = concerned.nodes(database);
            var silent = marks.silent(job, nodes.keySet(), database);
            if (silent.isEmpty()) return false;
            var lines = told(concerned.counts(database))
                    .map(entry -> silent.get().isEmpty() || entry.getKey() == Service.PANEL
                            ? line(job, concerned, entry.getKey(), entry.getValue(), database)
                            : new Line(
                                    entry.getKey(),
                                    entry.getValue(),
                                    "look-up",
                                    "unconfirmed",
                                    named(silent.get().stream().map(nodes::get).toList())))
                    .toList();
            if (nodes.isEmpty()
                    && job.age() < PATIENCE_SECONDS
                    && lines.stream().anyMatch(line -> !line.failed().isEmpty())) return false;
            // Asked last: a session is recorded before it ends, so whatever is not open any more is counted by now.
            var ended = concerned.ended(job, database);
            write(job, lines, ended, false, database);
            database.execute(WRITTEN, job.id());
            return true;
        });
    }

    private Line line(
            FinishedJob job, Concerned concerned, Service service, Concerned.Count count, DSLContext database) {
        var open = products.stream()
                .filter(product -> product.service() == service)
                .flatMap(product -> concerned.among(product).stream())
                .map(session -> session.ticket().who())
                .toList();
        if (count.dark() < count.all())
            return new Line(service, count, "look-up", "live", String.valueOf(count.all() - count.dark()));
        if (!open.isEmpty()) return new Line(service, count, "look-up", "open", named(open));
        return probes.stream()
                .filter(probe -> probe.service() == service)
                .findFirst()
                .map(probe -> asked(job, concerned, probe, count, database))
                .orElseGet(() -> new Line(service, count, "look-up", "", ""));
    }

    private static Line asked(
            FinishedJob job, Concerned concerned, Probe probe, Concerned.Count count, DSLContext database) {
        var most = job.single() ? EVERYTHING : SAMPLE;
        var method = count.all() > most ? "sample" : "request";
        var subjects = concerned.subjects(probe.service(), most, database);
        if (subjects.isEmpty()) return new Line(probe.service(), count, "look-up", "", "");
        try {
            var answers = new HashMap<String, Integer>();
            for (var there : subjects.entrySet()) answers.putAll(probe.ask(there.getKey(), there.getValue()));
            var lit = lit(probe, answers);
            return new Line(probe.service(), count, method, lit.isEmpty() ? "" : "lit", named(lit));
        } catch (IOException e) {
            return new Line(probe.service(), count, method, "unreachable", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> lit(Probe probe, Map<String, Integer> answers) {
        return answers.entrySet().stream()
                .filter(answer -> !probe.dark(answer.getValue()))
                .map(answer -> answer.getKey() + " (" + answer.getValue() + ")")
                .sorted()
                .toList();
    }

    private static String named(Collection<String> names) {
        return names.stream().limit(5).collect(Collectors.joining(", ")) + (names.size() > 5 ? ", …" : "");
    }

    /// @param late whether it was not dark at once everywhere
    private static void write(
            FinishedJob job, List<Line> lines, Map<Service, Integer> ended, boolean late, DSLContext database) {
        database.execute(
                WRITE,
                late,
                lines.stream().map(line -> line.service().name()).toArray(String[]::new),
                lines.stream().map(line -> line.count().all()).toArray(Integer[]::new),
                lines.stream().map(line -> line.count().dark()).toArray(Integer[]::new),
                lines.stream()
                        .map(line -> ended.getOrDefault(line.service(), 0))
                        .toArray(Integer[]::new),
                lines.stream().map(Line::method).toArray(String[]::new),
                lines.stream().map(Line::failed).toArray(String[]::new),
                lines.stream().map(Line::failure).toArray(String[]::new),
                job.id());
    }

    /// @param failed in what way something is not dark, a word of `receipt.failed`; empty: everything is
    /// @param failure what is not dark, by name or number
    private record Line(Service service, Concerned.Count count, String method, String failed, String failure) {}
}
