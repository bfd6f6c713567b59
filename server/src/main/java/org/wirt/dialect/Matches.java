package org.wirt.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.value.Refused;

/// The objects that a filter means, some at a time, so that the longest answer needs no more memory than a short one.
@Component
class Matches {

    /// So many are read at once.
    private static final int BATCH = 500;

    private final ScopedTransaction transaction;

    Matches(ScopedTransaction transaction) {
        this.transaction = transaction;
    }

    /// How objects of a kind are found; called within a scoped transaction.
    interface Finder {

        /// The one that is known so.
        Optional<Long> one(String kind, String value);

        /// The next so many in the order of their numbers.
        ///
        /// @param kind empty: all in sight; else whose
        List<Long> after(String kind, String value, long after, int most);
    }

    /// @param filterId what it was found by
    /// @param id    absent: there is none
    /// @param wrong why there is none, where it is not that nobody knows it
    record Match(String filterId, Optional<Long> id, Optional<Failed> wrong) {}

    /// What is told of objects that were read together.
    ///
    /// @param read     reads a batch; within a scoped transaction
    /// @param missing  what is said of one that is not there
    <T> void read(
            Exchange exchange,
            Filter filter,
            Filter.Kinds kinds,
            Finder finder,
            Function<List<Long>, Map<Long, T>> read,
            String missing,
            BiFunction<Element, T, Element> told,
            Consumer<Element> results) {
        batches(exchange, filter, kinds, finder, nobody(filter, results), batch -> {
            var ids = batch.stream().flatMap(match -> match.id.stream()).toList();
            var found = transaction.read(exchange.scope(), () -> read.apply(ids));
            for (var match : batch) {
                var one = match.id.flatMap(id -> Optional.ofNullable(found.get(id)));
                if (one.isPresent()) exchange.tell(results, whatever(match), () -> told.apply(ok(match), one.get()));
                // Who was among all, and went away before he was read, is not missed.
                else if (kinds.one().contains(filter.kind())) results.accept(missing(match, missing));
            }
        });
    }

    /// Does something with each.
    void each(
            Exchange exchange,
            Filter filter,
            Filter.Kinds kinds,
            Finder finder,
            String missing,
            Work work,
            Consumer<Element> results) {
        filter.refuseAll();
        var done = new HashSet<Long>();
        batches(exchange, filter, kinds, finder, nobody(filter, results), batch -> {
            for (var match : batch) {
                if (match.id.isEmpty()
                        || (twice(done, match, kinds, filter) && isGone(exchange, filter.kind(), match, finder))) {
                    results.accept(missing(match, missing));
                    continue;
                }
                exchange.tell(results, whatever(match), () -> {
                    work.doneTo(match.id.get());
                    return ok(match);
                });
            }
        });
    }

    private static boolean twice(Set<Long> done, Match match, Filter.Kinds kinds, Filter filter) {
        return kinds.one().contains(filter.kind()) && !done.add(match.id.orElseThrow());
    }

    /// Whoever names something twice may have removed it by then.
    private boolean isGone(Exchange exchange, String kind, Match match, Finder finder) {
        return transaction
                .read(exchange.scope(), () -> finder.one(kind, match.filterId))
                .isEmpty();
    }

    interface Work {
        /// @throws Refused where it cannot be done
        void doneTo(long id);
    }

    private static Consumer<Element> whatever(Match match) {
        return result -> {
            result.add("filter-id", match.filterId);
            match.id.ifPresent(id -> result.add("id", id));
        };
    }

    private static Element ok(Match match) {
        var result = new Element("result").add("status", "ok").add("filter-id", match.filterId);
        match.id.ifPresent(id -> result.add("id", id));
        return result;
    }

    private static Element missing(Match match, String text) {
        return match.wrong
                .orElseGet(() -> new Failed(ErrorNumbers.MISSING, text))
                .result()
                .add("filter-id", match.filterId);
    }

    private static Consumer<String> nobody(Filter filter, Consumer<Element> results) {
        return whose ->
                results.accept(new Element("result").add("status", "ok").addIf(!filter.isAll(), "filter-id", whose));
    }

    /// @param nobody told whose there are none; empty: none at all
    void batches(
            Exchange exchange,
            Filter filter,
            Filter.Kinds kinds,
            Finder finder,
            Consumer<String> nobody,
            Consumer<List<Match>> work) {
        if (filter.isAll()) {
            if (!many(exchange, "", "", finder, work)) nobody.accept("");
            return;
        }
        for (int i = 0; i < filter.values().size(); i += BATCH) {
            var some = filter.values()
                    .subList(i, Math.min(i + BATCH, filter.values().size()));
            if (kinds.one().contains(filter.kind())) work.accept(named(exchange, filter.kind(), some, finder));
            else for (var whose : some) if (!many(exchange, filter.kind(), whose, finder, work)) nobody.accept(whose);
        }
    }

    private List<Match> named(Exchange exchange, String kind, List<String> values, Finder finder) {
        return transaction.read(
                exchange.scope(),
                () -> values.stream()
                        .map(value -> named(exchange, kind, value, finder))
                        .toList());
    }

    /// One that cannot be found does not keep the others from being found.
    private static Match named(Exchange exchange, String kind, String value, Finder finder) {
        try {
            return new Match(value, finder.one(kind, value), Optional.empty());
        } catch (Failed failed) {
            return new Match(value, Optional.empty(), Optional.of(failed));
        } catch (Refused refused) {
            if (Again.goesUp(refused)) throw refused;
            return new Match(value, Optional.empty(), Optional.of(Failed.of(refused, exchange.t())));
        }
    }

    /// @return whether there was any
    private boolean many(Exchange exchange, String kind, String whose, Finder finder, Consumer<List<Match>> work) {
        long last = 0;
        while (true) {
            long after = last;
            var ids = transaction.read(exchange.scope(), () -> finder.after(kind, whose, after, BATCH));
            if (ids.isEmpty()) return last > 0;
            var batch = new ArrayList<Match>();
            for (var id : ids)
                batch.add(new Match(kind.isEmpty() ? Long.toString(id) : whose, Optional.of(id), Optional.empty()));
            work.accept(batch);
            last = ids.getLast();
            if (ids.size() < BATCH) return true;
        }
    }
}
