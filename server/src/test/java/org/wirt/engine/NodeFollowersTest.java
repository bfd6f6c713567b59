package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirt.database.TestDatabase;

/// Whoever suspends somebody is told that it is done when the servers have said so.
@Timeout(30)
class NodeFollowersTest {

    private static final long NODE = 78;
    private static final long OTHER = 79;

    private final NodeFollowers followers = new NodeFollowers(new SystemRole(TestDatabase.app()));
    private final Given given = Running.customer();

    @BeforeEach
    void twoNodesServe() {
        for (var node : List.of(NODE, OTHER)) {
            given.database.execute("insert into wirt.node (id, name) values (?, 'following' || ?)", node, node);
            given.database.execute(
                    "update wirt.node set agent = true, homes = '/srv/wirt', seen_at = now() where id = ?", node);
            given.database.execute("insert into wirt.node_mark (node_id) values (?)", node);
        }
        given.database.execute("update wirt.subscription set node_id = ? where id = ?", NODE, given.subscription);
    }

    @AfterEach
    void noneDoes() {
        given.database.execute("update wirt.subscription set node_id = 1 where id = ?", given.subscription);
        given.database.execute("delete from wirt.node where id in (?, ?)", NODE, OTHER);
    }

    private long deed(String verb, long target, Long within) {
        var job = given.number(
                "insert into wirt.job (request_id, verb, input, caller, account_id, reseller_id, actor, single, total, state, created_at, receipt_at) "
                        + "values (gen_random_uuid()::text, ?, '{}', '{}', 1, 1, 'test', true, 1, 'DONE', now(), now()) returning id",
                verb);
        given.database.execute(
                "insert into wirt.job_target (job_id, target_id, account_id, reseller_id, outcome, subscription_id) values (?, ?, 1, 1, 'DONE', ?::bigint)",
                job,
                target,
                within);
        return job;
    }

    private long suspension() {
        return deed("customer.suspend", given.customer, null);
    }

    private long mark(long node) {
        return given.number("select mark from wirt.node_mark where node_id = ?", node);
    }

    private void answer() {
        given.database.execute("update wirt.node set confirmed = ? where id = ?", mark(NODE), NODE);
    }

    @Test
    void theAnswerWaitsForTheNodeOfTheCustomerAndForNoOther() {
        var job = suspension();
        var waiting = CompletableFuture.supplyAsync(() -> followers.await(job));
        await().until(() -> mark(NODE) == 1);
        assertThat(waiting).isNotDone();
        answer();
        assertThat(waiting.join()).isEmpty();
        assertThat(mark(OTHER)).isZero();
    }

    @Test
    void whatADeedWasDoneToIsFoundOnItsNode() {
        for (var job : List.of(
                deed("reseller.suspend", given.reseller, null),
                deed("subscription.remove", given.subscription, null),
                deed("mailbox.password", 4711, given.subscription))) {
            var before = mark(NODE);
            var waiting = CompletableFuture.supplyAsync(() -> followers.await(job));
            await().until(() -> mark(NODE) == before + 1);
            answer();
            assertThat(waiting.join()).isEmpty();
        }
        assertThat(mark(OTHER)).isZero();
    }

    @Test
    void aSilentNodeIsNamedAndNotWaitedForAgainBeforeItHasAnswered() {
        assertThat(followers.await(suspension())).containsExactly("following78");

        var second = suspension();
        assertThat(CompletableFuture.supplyAsync(() -> followers.await(second)))
                .succeedsWithin(Duration.ofSeconds(1))
                .isEqualTo(List.of("following78"));
        answer();

        var third = suspension();
        var waiting = CompletableFuture.supplyAsync(() -> followers.await(third));
        await().until(() -> mark(NODE) == 3);
        answer();
        assertThat(waiting.join()).isEmpty();
    }

    @Test
    void whereTheServersAskThePanelItselfThereIsNothingToWaitFor() {
        given.database.execute("update wirt.subscription set node_id = 1 where id = ?", given.subscription);
        assertThat(followers.await(suspension())).isEmpty();
    }

    @Test
    void aMarkThatSomebodyHoldsKeepsNobodyWaitingForLong() {
        var job = suspension();
        var answer = given.database.transactionResult(holding -> {
            holding.dsl().execute("update wirt.node_mark set mark = mark where node_id = ?", NODE);
            return CompletableFuture.supplyAsync(() -> followers.await(job)).get(5, TimeUnit.SECONDS);
        });
        assertThat(answer).containsExactly("following78");
    }

    @Test
    void aNodeWithTheNumberOfOneThatHasGoneIsWaitedFor() {
        given.database.execute("update wirt.node_mark set mark = 400000 where node_id = ?", NODE);
        assertThat(followers.await(suspension())).isNotEmpty();
        given.database.execute("update wirt.node_mark set mark = 0 where node_id = ?", NODE);

        var job = suspension();
        var waiting = CompletableFuture.supplyAsync(() -> followers.await(job));
        await().until(() -> mark(NODE) == 1);
        answer();
        assertThat(waiting.join()).isEmpty();
    }
}
