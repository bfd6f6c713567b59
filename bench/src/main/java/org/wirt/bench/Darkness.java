package org.wirt.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// How soon after the commit of a suspension nobody gets in any more, and those who are in are out.
final class Darkness {

    private static final int CUSTOMERS = 30;
    private static final int LIVE_FIRST = 2;
    private static final int DARK_LAST = 3;
    private static final List<Door> SESSIONS = List.of(Door.FTP, Door.SUBMISSION, Door.IMAP);

    private record Answer(long start, boolean live) {}

    private final Connection owner;
    private final Load.Size size;
    private final Report report;
    private long subscription = 1;

    /// @param owner commits a suspension as the verb does, so that the moment of the commit is known
    Darkness(Connection owner, Load.Size size, Report report) {
        this.owner = owner;
        this.size = size;
        this.report = report;
    }

    void run() throws Exception {
        report.say("");
        report.say("| service | suspensions | latest start of an answer as for a live customer, ms after the commit"
                + " was confirmed | such answers that started later than 10 ms (target 0) | open sessions ended after, median ms"
                + " | longest ms (target 1000) |");
        report.say("|---|---|---|---|---|---|");
        for (var door : Door.values()) {
            var latest = -Double.MAX_VALUE;
            int late = 0;
            for (int i = 0; i < CUSTOMERS; i++) {
                double after = lastLive(door, subscription++);
                latest = Math.max(latest, after);
                if (after > 10) late++;
            }
            var cut = SESSIONS.contains(door) ? cuts(door) : null;
            report.say("| " + door + " | " + CUSTOMERS + " | " + Times.text(latest) + " | " + late + " | "
                    + (cut == null ? "" : Times.text(cut.median())) + " | "
                    + (cut == null ? "" : Times.text(cut.longest())) + " |");
        }
    }

    /// Asks without a pause while the suspension is committed.
    ///
    /// @return when the last answer as for a live customer was asked for, in milliseconds after the commit
    private double lastLive(Door door, long id) throws Exception {
        var seen = new CountDownLatch(LIVE_FIRST);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.submit(() -> {
                var answers = new ArrayList<Answer>();
                for (int dark = 0; dark < DARK_LAST; ) {
                    long start = System.nanoTime();
                    boolean live = door.live(id);
                    answers.add(new Answer(start, live));
                    if (live) seen.countDown();
                    else dark++;
                    if (!live && seen.getCount() > 0) throw new IllegalStateException(door + " is dark from the start");
                }
                return answers;
            });
            while (!seen.await(10, TimeUnit.MILLISECONDS)) {
                if (asked.isDone()) asked.get();
            }
            long committed = suspend(id);
            return asked.get().stream()
                            .filter(Answer::live)
                            .mapToLong(a -> a.start - committed)
                            .max()
                            .orElseThrow()
                    / 1e6;
        }
    }

    private Times cuts(Door door) throws Exception {
        return Times.measured(CUSTOMERS, () -> cut(door));
    }

    private double cut(Door door) throws Exception {
        long id = subscription++;
        try (var session = door.enter(id)) {
            long committed = suspend(id);
            session.untilEnded();
            return (System.nanoTime() - committed) / 1e6;
        }
    }

    /// @return when the commit was confirmed
    private long suspend(long id) throws SQLException {
        long customer = size.resellers() + 2 + (id - 1) % size.customers();
        try (var reason = owner.prepareStatement(
                "insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author) "
                        + "select 'account', id, id, reseller_id, 16, 'bench' from wirt.account where id = ? "
                        + "on conflict (subject, subject_id, code) do nothing")) {
            owner.setAutoCommit(false);
            reason.setLong(1, customer);
            reason.executeUpdate();
            owner.commit();
            return System.nanoTime();
        }
    }
}
