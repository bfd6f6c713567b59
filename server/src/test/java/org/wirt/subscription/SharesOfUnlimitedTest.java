package org.wirt.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.subscription.Given.GB;
import static org.wirt.subscription.Given.allowance;
import static org.wirt.subscription.Given.limits;
import static org.wirt.subscription.Given.subscription;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wirt.plan.Limits;

/// Domain 7.2 and 7.3, check 7.
class SharesOfUnlimitedTest {

    @Test
    void areTheOwnUsageAndAnEqualShareOfTheRest() {
        assertThat(shares(
                        100 * GB,
                        subscription("sub 1", allowance("disk_space", 30 * GB), 5 * GB),
                        subscription("sub 2", allowance("disk_space", -1), 10 * GB),
                        subscription("sub 3", allowance("disk_space", -1), 20 * GB)))
                .containsExactly(30 * GB, 30 * GB, 40 * GB);
    }

    @Test
    void loseNothingOfTheRoom() {
        var none = subscription("x", allowance(), 0);

        assertThat(shares(11, none, none, none)).containsExactly(4L, 4L, 3L);
    }

    @Test
    void areNeverLessThanTheUsage() {
        assertThat(shares(10, subscription("x", allowance("disk_space", 8), 8), subscription("y", allowance(), 7)))
                .containsExactly(8L, 7L);
    }

    @Test
    void ofASingleItemAreAllThereIs() {
        var shares = SharesOfUnlimited.within(
                limits("mbox_quota", GB),
                List.of(subscription("x", allowance(), 0), subscription("y", allowance("mbox_quota", 5), 0)));

        assertThat(shares).extracting(limits -> limits.get("mbox_quota")).containsExactly(GB, 5L);
    }

    @Test
    void areNotNeededWhereThereIsNoLimit() {
        var subscriptions = List.of(subscription("x", allowance(), 0));

        assertThat(SharesOfUnlimited.within(Limits.NONE, subscriptions)).containsExactly(Limits.NONE);
        assertThat(SharesOfUnlimited.within(limits("disk_space", GB), List.of()))
                .isEmpty();
    }

    private static LongStream shares(long room, Holding... subscriptions) {
        return SharesOfUnlimited.within(limits("disk_space", room), List.of(subscriptions)).stream()
                .mapToLong(limits -> limits.get("disk_space"));
    }
}
