package org.wirt.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.subscription.Given.GB;
import static org.wirt.subscription.Given.holding;
import static org.wirt.subscription.Given.limits;
import static org.wirt.subscription.Given.reseller;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirt.plan.Apps;
import org.wirt.plan.Limits;
import org.wirt.plan.Permissions;
import org.wirt.value.Refusal;

/// Domain 5.4.
class ResellerRoomTest {

    /// 100 GB, of which 60 and 40 GB are granted.
    private static ResellerRoom full(boolean oversell) {
        return new ResellerRoom(
                Given.RESELLER,
                true,
                limits("disk_space", 100 * GB),
                limits("disk_space", 100 * GB),
                new Usage(Map.of("disk_space", 50 * GB)),
                oversell,
                2,
                Permissions.NONE,
                Apps.all());
    }

    @Test
    void withoutOversellingRefusesTheThirdSubscription() {
        assertThat(full(false).refusalsOf(limits("disk_space", GB)))
                .extracting(Refusal::code)
                .containsExactly("reseller.above-limit");
    }

    @Test
    void withOversellingGrantsEightyMore() {
        assertThat(full(true).refusalsOf(limits("disk_space", 80 * GB))).isEmpty();
    }

    @Test
    void isFiniteBelowWhatIsFinite() {
        assertThat(reseller(false).refusalsOf(Limits.NONE))
                .extracting(Refusal::code)
                .containsExactly("reseller.unlimited");
        assertThat(reseller(true).refusalsOf(Limits.NONE)).isEmpty();
    }

    /// 20 GB are free; each holds 10 GB and wants 15 GB, so that the first four get 5 GB more and the fifth nothing.
    @Test
    void servesThoseFirstWhoComeFirst() {
        var five = java.util.Collections.nCopies(5, limits("disk_space", 10 * GB));
        var without = new ResellerRoom(
                Given.RESELLER,
                true,
                limits("disk_space", 100 * GB),
                limits("disk_space", 30 * GB),
                new Usage(Map.of()),
                false,
                3,
                Permissions.NONE,
                Apps.all());
        assertThat(without.refusalsInTurn(five, java.util.Collections.nCopies(5, limits("disk_space", 15 * GB))))
                .extracting(java.util.Optional::isEmpty)
                .containsExactly(true, true, true, true, false);
    }

    @Test
    void offersWhatIsNotGranted() {
        assertThat(reseller(false).free().values()).containsOnly(Map.entry("disk_space", 20 * GB));
    }

    @Test
    void offersAMailboxSizeAgainAndAgain() {
        var room = holding(reseller(false), limits("mbox_quota", GB, "max_cl", 5, "disk_warn", 1));

        assertThat(room.free().values()).containsOnly(Map.entry("mbox_quota", GB));
    }

    @Test
    void ofTheAdministratorHasNoEnd() {
        assertThat(ResellerRoom.administrator().refusalsOf(Limits.NONE)).isEmpty();
        assertThat(ResellerRoom.administrator().refusalOfCustomer()).isEmpty();
        assertThat(ResellerRoom.administrator().allows("ext_permission_x")).isTrue();
    }

    @Test
    void grantsNoRightThatHeDoesNotHold() {
        var wanted = Map.of("manage_dns", true, "manage_log", false, "panel_access", true, "select_db_server", true);
        assertThat(reseller(true).refusalsOf(wanted))
                .extracting(refusal -> refusal.field().orElse(""))
                .containsExactly("permission.manage_dns");
        assertThat(ResellerRoom.administrator().refusalsOf(wanted)).isEmpty();
    }

    @Test
    void countsCustomers() {
        assertThat(holding(reseller(false), limits("max_cl", 4)).refusalOfCustomer())
                .isEmpty();
        assertThat(holding(reseller(false), limits("max_cl", 3)).refusalOfCustomer())
                .contains(Refusal.limit("reseller.customer-limit", 3L, 3L));
    }
}
