package org.wirt.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.subscription.Given.GB;
import static org.wirt.subscription.Given.allowance;
import static org.wirt.subscription.Given.allowing;
import static org.wirt.subscription.Given.apps;
import static org.wirt.subscription.Given.holding;
import static org.wirt.subscription.Given.limits;
import static org.wirt.subscription.Given.reseller;
import static org.wirt.subscription.Given.subscription;
import static org.wirt.subscription.Given.suspended;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;
import org.wirt.plan.Limits;
import org.wirt.value.Refusal;
import org.wirt.value.RoomWords;

/// Domain 7.3.
class MoveChecksTest {

    private static final Optional<Allowance> CUSTOM = Optional.empty();

    private final RoomWords words = new RoomWords("subscription", "plan");

    /// Two subscriptions: 20 GB (12 used) and 5 GB (1 used).
    static final Mover CUSTOMER = new Mover(
            1,
            List.of(
                    subscription("sub 1", allowance("disk_space", 20 * GB), 12 * GB),
                    subscription("sub 2", allowance("disk_space", 5 * GB), GB)));

    @Test
    void blockTheCustomerWhoNeedsMoreThanIsFree() {
        var move = MoveChecks.of(CUSTOMER, reseller(false), CUSTOM, false);

        assertThat(move.isBlocked()).isTrue();
        assertThat(words.sentence(move.refusals().getFirst(), Locale.GERMAN))
                .startsWith("Beim neuen Verantwortlichen ist zu wenig frei. "
                        + "Speicherplatz: benötigt 25\u00a0GB, frei 20\u00a0GB.");
    }

    @Test
    void letHimPassWithASmallerPlanAndWarnOfWhatIsUsed() {
        var plan = allowance("disk_space", 8 * GB);

        var move = MoveChecks.of(CUSTOMER, reseller(false), Optional.of(plan), false);

        assertThat(move.isBlocked()).isFalse();
        assertThat(move.warnings()).hasSize(1);
        assertThat(words.sentence(
                        move.warnings().getFirst().key(),
                        move.warnings().getFirst().gaps(),
                        Locale.ENGLISH))
                .isEqualTo("Disk space of “sub 1”: 12\u00a0GB in use, the new limit is 8\u00a0GB. "
                        + "After that the overuse policy applies.");
        assertThat(move.allowances()).containsExactly(plan, plan);
    }

    @Test
    void offerBothWaysOutWhereThereIsTooLittleFree() {
        assertThat(MoveChecks.of(CUSTOMER, reseller(false), CUSTOM, false).ways())
                .containsExactly(WayOut.RAISE, WayOut.CUT);
        assertThat(MoveChecks.of(CUSTOMER, reseller(true), CUSTOM, false).ways())
                .isEmpty();
        assertThat(MoveChecks.of(CUSTOMER, holding(reseller(true), limits("disk_space", 72 * GB)), CUSTOM, false)
                        .ways())
                .containsExactly(WayOut.RAISE);
    }

    /// 25 GB are wanted, 20 GB are free: 5 GB more.
    @Test
    void raiseTheResellerByWhatIsMissing() {
        var move = MoveChecks.of(CUSTOMER, reseller(false), CUSTOM, false, Optional.of(WayOut.RAISE));

        assertThat(move.isBlocked()).isFalse();
        assertThat(move.held()).isEqualTo(limits("disk_space", 105 * GB));
        assertThat(move.allowances()).isEqualTo(Holding.allowances(CUSTOMER.subscriptions()));
        assertThat(words.sentence(
                        move.warnings().getFirst().key(),
                        move.warnings().getFirst().gaps(),
                        Locale.GERMAN))
                .startsWith("Der Reseller wird angehoben: Speicherplatz von 100\u00a0GB auf 105\u00a0GB.");
    }

    /// 20 GB are free, 13 GB in use: 12 + 3.5 for the first, and the second keeps 1 + 3.5 of its 5 GB.
    @Test
    void cutTheSubscriptionsToWhatIsFreeAndNeverBelowTheirUse() {
        var move = MoveChecks.of(CUSTOMER, reseller(false), CUSTOM, false, Optional.of(WayOut.CUT));

        assertThat(move.isBlocked()).isFalse();
        assertThat(move.allowances().stream().map(a -> a.limits().get("disk_space")))
                .containsExactly(12 * GB + 7 * GB / 2, GB + 7 * GB / 2);
        assertThat(move.held()).isEqualTo(limits("disk_space", 100 * GB));
        assertThat(move.warnings()).hasSize(2);
    }

    @Test
    void letHimPassWhereOversellingIsOnAndTheUsageFits() {
        var move = MoveChecks.of(CUSTOMER, reseller(true), CUSTOM, false);

        assertThat(move.isBlocked()).isFalse();
        assertThat(move.warnings()).isEmpty();
        assertThat(move.allowances()).isEqualTo(Holding.allowances(CUSTOMER.subscriptions()));
    }

    @Test
    void blockHimWhereOversellingIsOnAndTheUsageDoesNotFit() {
        var move = MoveChecks.of(CUSTOMER, holding(reseller(true), limits("disk_space", 72 * GB)), CUSTOM, false);

        assertThat(codes(move)).containsExactly("move.usage-does-not-fit");
    }

    @Test
    void refuseThePresentProvider() {
        assertThat(codes(MoveChecks.of(CUSTOMER, ResellerRoom.administrator(), CUSTOM, false)))
                .containsExactly("move.same-provider");
    }

    @Test
    void refuseASuspendedTargetUntilItIsConfirmed() {
        var target = suspended(reseller(true));

        assertThat(codes(MoveChecks.of(CUSTOMER, target, CUSTOM, false))).containsExactly("move.target-suspended");
        assertThat(MoveChecks.of(CUSTOMER, target, CUSTOM, true).isBlocked()).isFalse();
        assertThat(warnings(MoveChecks.of(CUSTOMER, target, CUSTOM, true))).containsExactly("move.goes-dark");
    }

    @Test
    void refuseATargetThatHasItsNumberOfCustomers() {
        assertThat(codes(MoveChecks.of(CUSTOMER, holding(reseller(true), limits("max_cl", 3)), CUSTOM, false)))
                .containsExactly("reseller.customer-limit");
    }

    @Test
    void switchOffWhatTheTargetMayNot() {
        var mine = allowing(allowance("disk_space", GB), "manage_dns", "manage_log");
        var customer = new Mover(1, List.of(subscription("sub", mine, 0)));

        var move = MoveChecks.of(customer, allowing(reseller(false), Apps.all(), "manage_log"), CUSTOM, false);

        assertThat(warnings(move)).containsExactly("move.permissions-off");
        assertThat(move.allowances().getFirst().permissions().allow("manage_dns"))
                .isFalse();
        assertThat(move.allowances().getFirst().permissions().allow("manage_log"))
                .isTrue();
    }

    @Test
    void allowNoNewAppsThatTheTargetDoesNotAllow() {
        var mine = allowance("disk_space", GB).with(apps("shop", "blog"));
        var customer = new Mover(1, List.of(subscription("sub", mine, 0)));

        var move = MoveChecks.of(customer, allowing(reseller(false), apps("blog", "wiki")), CUSTOM, false);

        assertThat(warnings(move)).containsExactly("move.apps-limited");
        assertThat(move.allowances().getFirst().apps()).isEqualTo(apps("blog"));
    }

    @Test
    void giveUnlimitedAShareOfWhatIsFree() {
        var customer = new Mover(
                1,
                List.of(
                        subscription("sub 1", allowance("disk_space", 10 * GB), 0),
                        subscription("sub 2", allowance(), 4 * GB)));

        var move = MoveChecks.of(customer, reseller(false), CUSTOM, false);

        assertThat(move.isBlocked()).isFalse();
        assertThat(warnings(move)).containsExactly("move.unlimited");
        assertThat(move.allowances())
                .extracting(it -> it.limits().get("disk_space"))
                .containsExactly(10 * GB, 10 * GB);
    }

    @Test
    void letEverythingGoToTheAdministrator() {
        var customer = new Mover(Given.RESELLER, CUSTOMER.subscriptions());

        var move = MoveChecks.of(customer, ResellerRoom.administrator(), CUSTOM, false);

        assertThat(move.checks()).allMatch(Check.Ok.class::isInstance);
    }

    @Test
    void letACustomerWithoutSubscriptionsGoAnywhere() {
        var move = MoveChecks.of(new Mover(1, List.of()), reseller(false), CUSTOM, false);

        assertThat(move.checks()).allMatch(Check.Ok.class::isInstance);
        assertThat(move.allowances()).isEmpty();
        assertThat(Limits.NONE.fitIn(reseller(false).free())).isFalse();
    }

    private static List<String> codes(MoveChecks move) {
        return move.refusals().stream().map(Refusal::code).toList();
    }

    private static List<String> warnings(MoveChecks move) {
        return move.warnings().stream().map(Check.Warning::code).toList();
    }
}
