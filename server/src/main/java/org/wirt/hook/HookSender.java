package org.wirt.hook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.audit.EventFeed;
import org.wirt.audit.EventTold;
import tools.jackson.databind.json.JsonMapper;

/// Follows the feed for every hook and sends what is due. It works from the tables again and again: a start, a second
/// process and an accident cost nothing but time. Each call has a thread of its own, so that nobody waits for the slow
/// receiver of somebody else.
@Component
class HookSender implements SmartLifecycle {

    /// So many requests are under way at the same time.
    static final int AT_ONCE = 256;

    private static final Logger LOG = LoggerFactory.getLogger(HookSender.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int EVENTS = 500;

    private final EventFeed feed;
    private final Deliveries deliveries;
    private final Receivers receivers;
    private final Pauses pauses;
    private final ScopedTransaction transaction;
    private final GivingUp givingUp;
    private final JsonMapper json;

    private final Map<Long, Thread> going = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread worker;

    HookSender(
            EventFeed feed,
            Deliveries deliveries,
            Receivers receivers,
            Pauses pauses,
            ScopedTransaction transaction,
            GivingUp givingUp,
            JsonMapper json) {
        this.feed = feed;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.pauses = pauses;
        this.transaction = transaction;
        this.givingUp = givingUp;
        this.json = json;
    }

    @Bean
    static RecurringTask<Void> forgetDeliveries(@Lazy HookSender sender) {
        return Tasks.recurring("forget-web-hook-deliveries", FixedDelay.ofHours(1))
                .execute((_, _) -> sender.forgetOld());
    }

    void forgetOld() {
        transaction.run(Scope.system(), deliveries::forgetOld);
    }

    /// Of the system's: a connection to the database may hold a virtual one's carrier while it waits.
    @Override
    public synchronized void start() {
        var starting = Thread.ofPlatform().daemon().name("web-hooks").unstarted(this::run);
        // Known before it runs: it goes on only while it is the one.
        worker = starting;
        starting.start();
    }

    /// Lets what is under way come to its end for a moment; the rest is the next process's at once.
    @Override
    public synchronized void stop() {
        var ending = worker;
        worker = null;
        if (ending == null) return;
        wake.release();
        try {
            if (!ending.join(PATIENCE)) ending.interrupt();
            var until = System.nanoTime() + PATIENCE.toNanos() / 2;
            for (var call : List.copyOf(going.values()))
                call.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        var left = Set.copyOf(going.keySet());
        if (!left.isEmpty()) transaction.run(Scope.system(), () -> deliveries.giveBack(left));
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void run() {
        try {
            while (worker == Thread.currentThread()) {
                attempt(this::follow);
                attempt(this::send);
                if (wake.tryAcquire(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
            }
        } catch (InterruptedException _) {
            // The panel stops.
        }
    }

    /// The next round starts from the tables again.
    private void attempt(Runnable step) {
        if (worker != Thread.currentThread()) return;
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Web hooks meet an accident and try again: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    /// Puts into each hook's queue what has happened since it was looked at last.
    private void follow() {
        if (!transaction.read(Scope.system(), deliveries::anybodyFollows)) return;
        feed.update();
        long last = transaction.read(Scope.system(), feed::last);
        for (var hook : transaction.read(Scope.system(), () -> deliveries.behind(last))) follow(hook, last);
    }

    private void follow(Deliveries.Follower hook, long last) {
        var events = transaction.read(hook.scope(), () -> feed.after(hook.place(), EVENTS));
        long place = events.size() == EVENTS ? events.getLast().id() : Math.max(last, place(events));
        var wanted = events.stream()
                .filter(event -> hook.types().include(event.type()))
                .toList();
        transaction.run(Scope.system(), () -> deliveries.put(hook, wanted, place));
        if (events.size() == EVENTS) wake.release();
    }

    private static long place(List<EventFeed.Event> events) {
        return events.isEmpty() ? 0 : events.getLast().id();
    }

    private void send() {
        int room = AT_ONCE - going.size();
        if (room <= 0) return;
        var taken = transaction.write(Scope.system(), () -> deliveries.take(room));
        var events = events(taken);
        for (var one : taken) {
            var told = one.event().isEmpty()
                    ? Optional.of(ping(one))
                    : Optional.ofNullable(events.get(one.event().get())).map(EventTold::of);
            if (told.isEmpty()) transaction.run(Scope.system(), () -> deliveries.skip(one));
            else start(one, told.get());
        }
    }

    /// By their place, as far as the owner of each hook sees them.
    private Map<Long, EventFeed.Event> events(List<Deliveries.Taken> taken) {
        var events = new ConcurrentHashMap<Long, EventFeed.Event>();
        taken.stream().collect(Collectors.groupingBy(Deliveries.Taken::scope)).forEach((scope, of) -> {
            var places = new HashSet<Long>();
            for (var one : of) one.event().ifPresent(places::add);
            for (var event : transaction.read(scope, () -> feed.at(places))) events.put(event.id(), event);
        });
        return events;
    }

    private static EventTold ping(Deliveries.Taken one) {
        return new EventTold(
                0,
                Deliveries.PING,
                one.created().toInstant(),
                "web-hook.test",
                "web-hook",
                one.hook(),
                one.name(),
                "Wirt",
                null,
                "DONE",
                Map.of(),
                Map.of());
    }

    private void start(Deliveries.Taken one, EventTold told) {
        var call = Thread.ofVirtual().name("web-hook-" + one.hook()).unstarted(() -> {
            try {
                deliver(one, told);
            } catch (RuntimeException e) {
                LOG.warn("Delivery {} meets an accident and is tried again: {}", one.id(), e.toString());
            } finally {
                going.remove(one.id());
                wake.release();
            }
        });
        going.put(one.id(), call);
        call.start();
    }

    private void deliver(Deliveries.Taken one, EventTold told) {
        var answer = one.secret()
                .map(secret -> receivers.send(
                        new Receivers.Message(one.url().uri(), secret, one.number(), json.writeValueAsString(told))))
                .orElseGet(() -> Answer.none(Failure.SECRET_LOST, Duration.ZERO));
        boolean again = one.event().isPresent() && !answer.isGone();
        var pause = again ? pauses.after(one.attempts()) : Optional.<Duration>empty();
        transaction.run(Scope.system(), () -> {
            deliveries.settle(one, answer, pause);
            givingUp.consider(one, answer);
        });
    }
}
