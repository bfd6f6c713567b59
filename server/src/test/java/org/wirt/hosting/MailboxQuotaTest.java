package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Rights;
import org.wirt.access.Scope;
import org.wirt.operation.Verdict;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;
import org.wirt.value.Causes;
import org.wirt.value.Refused;

/// How large a mailbox may grow, when it is made and afterwards.
class MailboxQuotaTest {

    private static final Caller CUSTOMER =
            new Caller(Scope.customer(7, 5, OptionalLong.empty()), 1, "somebody", "", Rights.WHOLE, Door.PAGE, "", "1");

    private final ChangeMailboxQuota verb = new ChangeMailboxQuota(DSL.using(SQLDialect.POSTGRES));

    /// @param held MB that its mailboxes may grow to together
    private static Space space(Map<String, Long> limits, long held) {
        return new Space(
                3,
                "adler.example",
                7,
                5,
                1,
                "/nowhere",
                new Limits(limits),
                new Permissions(Map.of("manage_mail", true)),
                Overuse.ALLOWED,
                Causes.NONE,
                Causes.NONE,
                Optional.empty(),
                false,
                new Space.Used(1, 0, 2, held << 20, 0, 0, Optional.empty()));
    }

    /// @param megabytes -1 is unlimited
    private static Mailbox mailbox(Space space, long megabytes) {
        long quota = megabytes < 0 ? megabytes : megabytes << 20;
        return new Mailbox(9, space, 3, "adler.example", "info", quota, false, Optional.empty());
    }

    /// "done", "already so" or the code of the refusal, of each.
    private String[] changed(String quota, Mailbox... mailboxes) {
        var input = new ChangeMailboxQuota.Input(new MailboxQuota(quota, Locale.ENGLISH));
        return verb.judgeAll(List.of(mailboxes), input, CUSTOMER).stream()
                .map(verdict -> switch (verdict) {
                    case Verdict.Allowed() -> "done";
                    case Verdict.Unchanged() -> "already so";
                    case Verdict.No(var why) -> why.code();
                })
                .toArray(String[]::new);
    }

    @Test
    void noMailboxGrowsBeyondWhatTheContractSaysOfEach() {
        var space = space(Map.of("mbox_quota", 50L << 20), 0);
        assertThat(changed("50", mailbox(space, 10))).containsExactly("done");
        assertThat(changed("51", mailbox(space, 10))).containsExactly("mailbox-too-large");
        assertThat(changed("51", mailbox(space, 60))).containsExactly("mailbox-too-large");
        assertThat(changed("", mailbox(space, 10))).containsExactly("done");
        assertThat(changed("", mailbox(space, 50))).containsExactly("already so");
    }

    @Test
    void allTogetherDoNotEither() {
        var space = space(Map.of("total_mboxes_quota", 100L << 20), 60);
        assertThat(changed("50", mailbox(space, 10))).containsExactly("done");
        assertThat(changed("51", mailbox(space, 10))).containsExactly("limit-reached");
        assertThat(changed("", mailbox(space, 10))).as("unlimited").containsExactly("limit-reached");
        assertThat(changed("40", mailbox(space, -1))).as("from unlimited").containsExactly("done");
    }

    @Test
    void severalAtOnceShareWhatIsLeft() {
        var space = space(Map.of("total_mboxes_quota", 100L << 20), 60);
        assertThat(changed("30", mailbox(space, 10), mailbox(space, 10), mailbox(space, 10)))
                .containsExactly("done", "done", "limit-reached");
    }

    @Test
    void whoeverHoldsTooMuchGoesDownByStepsButNotUp() {
        var space = space(Map.of("total_mboxes_quota", 20L << 20), 60);
        assertThat(changed("25", mailbox(space, 30))).containsExactly("done");
        assertThat(changed("31", mailbox(space, 30))).containsExactly("limit-reached");
    }

    @Test
    void aFormIsFilledWithWhatCanBeTyped() {
        var space = space(Map.of(), 0);
        assertThat(mailbox(space, 10).saved()).containsEntry("quota", "10");
        assertThat(mailbox(space, -1).saved()).containsEntry("quota", "");
    }

    @Test
    void isTypedInTheReadersLanguage() {
        var space = space(Map.of("mbox_quota", 7L << 20), 0);
        assertThat(new MailboxQuota("1.000", Locale.GERMAN).in(space)).isEqualTo(1000L << 20);
        assertThat(new MailboxQuota("1,000", Locale.ENGLISH).in(space)).isEqualTo(1000L << 20);
        assertThat(new MailboxQuota("", Locale.GERMAN).in(space)).isEqualTo(7L << 20);
        assertThat(new MailboxQuota("", Locale.GERMAN).in(space(Map.of(), 0))).isEqualTo(-1);
    }

    @Test
    void isBytesWhereAProgramSaysIt() {
        var space = space(Map.of(), 0);
        assertThat(new MailboxQuota("12582912", Locale.ROOT).in(space)).isEqualTo(12 << 20);
        assertThat(new MailboxQuota("10G", Locale.ROOT).in(space)).isEqualTo(10L << 30);
        assertThat(new MailboxQuota("-1", Locale.ROOT).in(space)).isEqualTo(-1);
    }

    @Test
    void saysWhatIsWrongWithIt() {
        assertThat(wrong("1.00")).isEqualTo("number-unreadable");
        assertThat(wrong("1,5")).isEqualTo("number-form");
        assertThat(wrong("-5")).isEqualTo("number-negative");
        assertThat(wrong("0")).isEqualTo("number-positive");
        assertThat(wrong("99999999999999999")).isEqualTo("number-too-large");
        assertThat(wrong("12345678", Locale.ROOT)).isEqualTo("quota-megabytes");
    }

    private static String wrong(String typed) {
        return wrong(typed, Locale.GERMAN);
    }

    private static String wrong(String typed, Locale numbers) {
        var refused = new Refused[1];
        assertThatThrownBy(() -> new MailboxQuota(typed, numbers))
                .isInstanceOfSatisfying(Refused.class, e -> refused[0] = e);
        return refused[0].first().code();
    }
}
