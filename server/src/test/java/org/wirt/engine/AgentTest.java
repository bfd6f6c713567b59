package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.engine.Soon.soon;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirt.database.TestDatabase;
import org.wirt.engine.Given.Cause;
import org.wirt.hosting.Service;

/// What the agent does beside ending FTP and mail sessions, which the contracts show.
@Timeout(60)
class AgentTest {

    private final Given given = Running.customer();

    @Test
    void aSuspensionWithAnEndIsLiftedAtItsTime() {
        given.database.execute(
                "insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author, until) "
                        + "values ('account', ?, ?, ?, 16, 'test', clock_timestamp() + interval '500 milliseconds')",
                given.customer,
                given.customer,
                given.reseller);
        assertThat(reasons()).isEqualTo(16);
        Awaitility.await().atMost(Duration.ofMillis(1500)).until(() -> reasons() == 0);
    }

    @Test
    void aSubscriptionThatExpiresIsCutAtItsTime() throws IOException {
        try (var client = new Dialogue(Running.IMAP.port())) {
            client.line();
            client.imap("LOGIN " + given.address + " \"" + Given.PASSWORD + "\"", "OK");
            given.database.execute(
                    "update wirt.subscription set expires_at = clock_timestamp() + interval '7 seconds' where id = ?",
                    given.subscription);
            Awaitility.await().atMost(Duration.ofSeconds(9)).until(() -> given.ended("IMAP") == 1);
            assertThat(client.line()).startsWith("* BYE");
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    void panelSessionsEndWithTheirOwnAccountAndTheLoginNotWithTheActedForOne() {
        session(given.panelLogin, null);
        session(given.number("select id from wirt.login where account_id = 1 limit 1"), given.customer);
        given.suspend(Cause.RESELLER);
        soon(() -> sessions() == 0);
        assertThat(given.number("select count(*) from wirt.session where acting_for = ?", given.customer))
                .isEqualTo(1);
        given.activate(Cause.RESELLER);

        session(given.panelLogin, null);
        given.database.execute("update wirt.login set active = false where id = ?", given.panelLogin);
        soon(() -> sessions() == 0);
    }

    /// Every instance sees the same rows, and each looks at them by itself.
    @Test
    void severalInstancesRecordTheEndOfAPanelSessionOnce() {
        session(given.panelLogin, null);
        session(given.panelLogin, null);
        var seen = Running.PANEL.open().stream()
                .filter(session -> session.ticket().object() == given.customer)
                .toList();
        var ends = new SessionEnds(new SystemRole(TestDatabase.app()));
        ends.record(Service.PANEL, seen);
        ends.record(Service.PANEL, seen);
        assertThat(given.ended("PANEL")).isEqualTo(2);
        assertThat(sessions()).isZero();
    }

    @Test
    void aLiveAccountKeepsItsSessions() throws IOException {
        var other = Running.customer();
        session(given.panelLogin, null);
        try (var client = new Dialogue(Running.IMAP.port())) {
            client.line();
            client.imap("LOGIN " + given.address + " \"" + Given.PASSWORD + "\"", "OK");
            session(other.panelLogin, null);
            other.suspend(Cause.CUSTOMER);
            soon(() -> other.ended("PANEL") == 1);
            client.imap("NOOP", "OK");
            assertThat(sessions()).isEqualTo(1);
        }
    }

    @Test
    void aSuspensionHasItsReceipt() throws IOException {
        given.site("shop." + given.host, "httpdocs");
        try (var client = new Dialogue(Running.IMAP.port())) {
            client.line();
            client.imap("LOGIN " + given.address + " \"" + Given.PASSWORD + "\"", "OK");
            var job = job("customer.suspend", given.customer, true);
            given.database.transaction(work -> {
                given.suspend(Cause.CUSTOMER);
                finish(job);
            });
            receipt(job);
            assertThat(lines(job))
                    .containsExactlyInAnyOrder(
                            "PANEL 1/1 0 look-up ",
                            "WEB 2/2 0 request ",
                            "FTP 1/1 0 look-up ",
                            "SFTP 1/1 0 look-up ",
                            "MAIL_IN 1/1 0 request ",
                            "SUBMISSION 1/1 0 look-up ",
                            "IMAP 1/1 1 look-up ");
        }
    }

    @Test
    void aResellersReceiptCountsHisCustomersAndARemovalIsUnknownToTheInternet() {
        var job = job("reseller.remove", given.reseller, true);
        given.reason("account", given.reseller, 2048);
        finish(job);
        receipt(job);
        assertThat(lines(job)).contains("WEB 1/1 0 request ", "MAIL_IN 1/1 0 request ", "PANEL 1/1 0 look-up ");
    }

    @Test
    void whatIsNotDarkIsNamed() {
        var job = job("subscription.suspend", given.subscription, true);
        finish(job);
        receipt(job);
        assertThat(lines(job)).contains("WEB 1/0 0 look-up live 1");
    }

    @Test
    void aSuspensionThatWasTakenBackHasNoReceiptOfItsOwnButOneThatWasCancelledHas() {
        var undone = job("subscription.suspend", given.subscription, true);
        given.database.execute("update wirt.job set undoes = ? where id = ?", undone, undone);
        finish(undone);
        given.suspend(Cause.CUSTOMER);
        var cancelled = job("customer.suspend", given.customer, false);
        given.database.execute(
                "update wirt.job set state = 'CANCELLED', finished_at = clock_timestamp() where id = ?", cancelled);
        receipt(cancelled);
        assertThat(lines(cancelled)).contains("WEB 1/1 0 request ");
        assertThat(lines(undone)).isEmpty();
    }

    @Test
    void theAgentComesBackWhenItsConnectionIsLost() throws IOException {
        try (var client = new Dialogue(Running.IMAP.port())) {
            client.line();
            client.imap("LOGIN " + given.address + " \"" + Given.PASSWORD + "\"", "OK");
            DSL.using(TestDatabase.superuser(), SQLDialect.POSTGRES)
                    .fetch(
                            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'wirt-agent'");
            given.suspend(Cause.CUSTOMER);
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> given.ended("IMAP") == 1);
        }
    }

    private long reasons() {
        return given.number("select reasons from wirt.account where id = ?", given.customer);
    }

    private void session(long login, Long actingFor) {
        given.database.execute(
                "insert into wirt.session (token_hash, login_id, acting_for) values (decode(md5(?), 'hex'), ?, ?)",
                UUID.randomUUID().toString(),
                login,
                actingFor);
    }

    private long sessions() {
        return given.number("select count(*) from wirt.session where login_id = ?", given.panelLogin);
    }

    private long job(String verb, long target, boolean single) {
        var job = given.number(
                "insert into wirt.job (request_id, verb, input, caller, account_id, reseller_id, actor, single, started_at) "
                        + "values (?, ?, '{}', '{}', 1, 1, 'admin', ?, clock_timestamp()) returning id",
                UUID.randomUUID().toString(),
                verb,
                single);
        given.database.execute(
                "insert into wirt.job_target (job_id, target_id, account_id, reseller_id, outcome) values (?, ?, 1, 1, 'DONE')",
                job,
                target);
        return job;
    }

    private void finish(long job) {
        given.database.execute("update wirt.job set state = 'DONE', finished_at = clock_timestamp() where id = ?", job);
        given.database.execute("notify wirt_wake");
    }

    private void receipt(long job) {
        Awaitility.await()
                .atMost(Duration.ofMillis(2500))
                .until(() -> given.number("select count(*) from wirt.enforcement where job_id = ?", job) > 0);
    }

    private List<String> lines(long job) {
        return given.database
                .resultQuery(
                        "select service || ' ' || concerned || '/' || dark || ' ' || sessions_ended || ' ' || method || ' ' || concat_ws(' ', failed, nullif(failure, '')) "
                                + "from wirt.enforcement where job_id = ?",
                        job)
                .fetch(0, String.class);
    }
}
