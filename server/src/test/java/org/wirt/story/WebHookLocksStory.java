package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.wirt.database.TestDatabase;

/// A hook is removed, replayed or switched on while it delivers: neither waits for what the other holds.
class WebHookLocksStory extends WebHookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OLD_DAYS = 40;

    private final DSLContext superuser = DSL.using(TestDatabase.superuser(), SQLDialect.POSTGRES);

    @Autowired
    @Qualifier("forgetDeliveries")
    private RecurringTask<Void> forgetting;

    /// As verbs do it first of all.
    private static void lock(DSLContext work, long hook) {
        work.execute("select from wirt.web_hook h where h.id = ? for update of h", hook);
    }

    /// Whether what came of a delivery waits to be written.
    private boolean isAwaited(int connection) {
        return superuser
                        .resultQuery(
                                "select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid)) and query not like '%set place%'",
                                connection)
                        .fetchSingle(0, Integer.class)
                > 0;
    }

    @Test
    void whoRemovesAHookThatDeliversTakesItsDeliveriesWithoutWaiting() {
        var answer = new CountDownLatch(1);
        receiver.answers(_ -> {
            try {
                return answer.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? 500 : 204;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return 204;
            }
        });
        long hook = hook("/", "customer.*");
        suspend(customer);
        soon(() -> receiver.about(customer).size() == 1);
        given.database.transaction(transaction -> {
            var work = transaction.dsl();
            lock(work, hook);
            int connection = work.resultQuery("select pg_backend_pid()").fetchSingle(0, Integer.class);
            answer.countDown();
            soon(() -> isAwaited(connection));
            assertThat(work.fetch("select id from wirt.web_hook_delivery where hook_id = ? for update nowait", hook))
                    .as("who waits for the hook holds none of its deliveries")
                    .hasSize(1);
            work.execute("delete from wirt.web_hook where id = ?", hook);
        });
        receiver.answers(_ -> 204);
        hook("/next", "customer.*");
        activate(customer);
        soon(() -> receiver.all().stream().anyMatch(got -> got.path().equals("/next")));
        assertThat(given.number("select count(*) from wirt.web_hook_delivery where hook_id = ?", hook))
                .isZero();
    }

    private long old(long hook, String object) {
        return given.number(
                "insert into wirt.web_hook_delivery (hook_id, account_id, type, object, object_id, object_name, state, finished_at) "
                        + "values (?, ?, 'ping', ?, 1, '', 'DELIVERED', now() - make_interval(days => ?)) returning id",
                hook,
                reseller.id(),
                object,
                OLD_DAYS);
    }

    @Test
    void whatIsOldIsForgottenAndWhatSomebodyWorksAtNextTime() {
        long hook = hook("/", "customer.*");
        long held = old(hook, "held");
        long free = old(hook, "free");
        given.database.transaction(transaction -> {
            transaction.dsl().execute("select from wirt.web_hook_delivery where id = ? for update", held);
            var work = Thread.ofPlatform().daemon().start(this::forget);
            assertThat(work.join(PATIENCE)).as("it waits for nobody").isTrue();
            assertThat(left(free)).isZero();
            assertThat(left(held)).isOne();
        });
        forget();
        assertThat(left(held)).isZero();
    }

    // The task looks at neither what is to be done nor where.
    @SuppressWarnings("NullAway")
    private void forget() {
        forgetting.executeRecurringly(null, null);
    }

    private long left(long delivery) {
        return given.number("select count(*) from wirt.web_hook_delivery where id = ?", delivery);
    }
}
