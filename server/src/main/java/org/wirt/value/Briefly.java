package org.wirt.value;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Answers that are asked for with every page and may be a moment old: each is kept for a while, then asked for again.
/// Whoever changes what an answer speaks of forgets it here; other instances learn of it when the moment has passed.
public final class Briefly<K, V> {

    private static final int MANY = 10_000;

    private record Kept<V>(V answer, Instant until) {}

    private final Duration moment;
    private final Clock clock;
    private final ConcurrentHashMap<K, Kept<V>> answers = new ConcurrentHashMap<>();

    public Briefly(Duration moment, Clock clock) {
        this.moment = moment;
        this.clock = clock;
    }

    public V get(K key, Supplier<V> asked) {
        var now = clock.instant();
        var kept = answers.get(key);
        if (kept != null && now.isBefore(kept.until)) return kept.answer;
        var answer = asked.get();
        if (answers.size() > MANY) answers.clear();
        answers.put(key, new Kept<>(answer, now.plus(moment)));
        return answer;
    }

    /// What is remembered, without asking.
    public Optional<V> kept(K key) {
        var kept = answers.get(key);
        return kept != null && clock.instant().isBefore(kept.until) ? Optional.of(kept.answer) : Optional.empty();
    }

    public void forget(K key) {
        answers.remove(key);
    }

    public void forget() {
        answers.clear();
    }
}
