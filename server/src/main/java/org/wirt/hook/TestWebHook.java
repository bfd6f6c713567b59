package org.wirt.hook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.operation.Answered;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Remark;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Sends a `ping` at once, once, also where the hook is switched off: to see whether the receiver is ready.
@Verb(name = "web-hook.test", from = Level.RESELLER)
class TestWebHook implements Operation<WebHook, TestWebHook.Input>, Answered {

    record Input() {}

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private final DSLContext database;
    private final DeliveryList deliveries;
    private final ScopedTransaction transaction;

    TestWebHook(DSLContext database, DeliveryList deliveries, ScopedTransaction transaction) {
        this.database = database;
        this.deliveries = deliveries;
        this.transaction = transaction;
    }

    @Override
    public Verdict judge(WebHook hook, Input input, Caller caller) {
        return Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<WebHook> hooks, Input input, Caller caller, Job job) {
        database.execute(
                "insert into wirt.web_hook_delivery (hook_id, account_id, type, object, object_id, object_name) "
                        + "select id, account_id, ?, 'web-hook', id, name from wirt.web_hook where id = any(?)",
                Deliveries.PING,
                hooks.stream().map(WebHook::id).toArray(Long[]::new));
        return hooks.stream().map(hook -> Change.of(hook.id())).toList();
    }

    @Override
    public Remark await(Caller caller, long hook) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        Optional<WebHookDelivery> last;
        do {
            LockSupport.parkNanos(LOOK_NANOS);
            last = transaction.read(caller.scope(), () -> deliveries.lastTest(hook));
        } while (last.flatMap(WebHookDelivery::finished).isEmpty() && System.nanoTime() < until);
        return last.filter(test -> test.finished().isPresent())
                .map(TestWebHook::answer)
                .orElseGet(() -> Remark.of("web-hook-test-waits"));
    }

    private static Remark answer(WebHookDelivery test) {
        if (test.state() == WebHookDelivery.State.DELIVERED)
            return Remark.of("web-hook-test-taken", test.status().orElse(0));
        return test.status()
                .map(status -> Remark.of("web-hook-test-refused", status))
                .orElseGet(() -> Remark.of(
                        test.failure().isEmpty() ? "web-hook-test-failed" : "web-hook-test-failed." + test.failure()));
    }
}
