package org.wirt.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.subscription.Given.GB;
import static org.wirt.subscription.Given.allowance;
import static org.wirt.subscription.Given.allowing;
import static org.wirt.subscription.Given.subscription;
import static org.wirt.subscription.Given.until;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirt.plan.Amount;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Shortage;
import org.wirt.value.RoomWords;

/// Domain 7.1.
class ResellerFromCustomerTest {

    private final RoomWords words = new RoomWords("subscription", "plan");

    static final List<Holding> EXAMPLE = List.of(
            subscription(
                    "a.example",
                    until(
                            allowance("disk_space", 10 * GB, "max_site", 5, "max_box", 20, "mbox_quota", GB),
                            "2027-06-30"),
                    4 * GB),
            subscription(
                    "b.example",
                    allowing(
                            allowance("disk_space", 50 * GB, "max_site", -1, "max_box", 10, "mbox_quota", 2 * GB),
                            "manage_sh_access"),
                    30 * GB));

    @Test
    void boundToNoPlanHoldsTheWholeOfHisSubscriptions() {
        var reseller = ResellerFromCustomer.custom(EXAMPLE).allowance();

        assertThat(reseller.limits().get("disk_space")).isEqualTo(60 * GB);
        assertThat(reseller.limits().get("max_site")).isEqualTo(-1);
        assertThat(reseller.limits().get("max_box")).isEqualTo(30);
        assertThat(reseller.limits().get("mbox_quota")).isEqualTo(2 * GB);
        assertThat(reseller.permissions().allow("manage_sh_access")).isTrue();
        assertThat(reseller.expiry()).isEmpty();
        assertThat(ResellerFromCustomer.custom(EXAMPLE).customers().value()).isEqualTo(-1);
    }

    @Test
    void boundToNoPlanIsToldThatAllOfItIsGranted() {
        var check = ResellerFromCustomer.custom(EXAMPLE).checks().getFirst();

        assertThat(check).isInstanceOf(Check.Warning.class);
        assertThat(words.sentence(check.key(), check.gaps(), Locale.GERMAN))
                .startsWith("Ohne Überbuchung ist damit schon alles vergeben: "
                        + "Speicherplatz (60\u00a0GB), E-Mail-Postfächer (30). Ein neuer Kunde braucht");
        assertThat(words.sentence(check.key(), check.gaps(), Locale.ENGLISH))
                .contains("already granted: Disk space (60\u00a0GB), Mailboxes (30). A new customer needs");
    }

    @Test
    void withoutSubscriptionsHoldsNothingAndIsWarned() {
        var reseller = ResellerFromCustomer.custom(List.of());

        assertThat(reseller.checks()).containsExactly(Check.warning("convert.without-subscriptions"));
        assertThat(reseller.allowance().limits().with("max_cl", 0).values().values())
                .containsOnly(0L);
    }

    @Test
    void withoutAnyLimitHasRoom() {
        var free = ResellerFromCustomer.custom(List.of(subscription("a.example", allowance(), 0)));

        assertThat(free.checks()).containsExactly(Check.ok("convert.room-left"));
    }

    @Test
    void boundToAPlanHoldsWhatThePlanHolds() {
        var plan = allowance("disk_space", 100 * GB, "max_cl", 10, "disk_warn", GB);

        var reseller = ResellerFromCustomer.byPlan(plan, false, EXAMPLE);

        assertThat(reseller.allowance()).isEqualTo(plan);
        assertThat(reseller.fits()).isTrue();
        assertThat(reseller.checks()).containsExactly(Check.ok("convert.fits"));
    }

    @Test
    void boundToAPlanThatIsTooSmallShowsWhatIsNeededAndOffered() {
        var plan = allowance("disk_space", 40 * GB, "max_site", 10, "max_box", 30);

        var reseller = ResellerFromCustomer.byPlan(plan, false, EXAMPLE);

        assertThat(reseller.shortages())
                .containsExactly(shortage("disk_space", 60 * GB, 40 * GB), shortage("max_site", -1, 10));
        assertThat(reseller.checks()).hasSize(2).allMatch(Check.Blocked.class::isInstance);
        assertThat(reseller.ways()).containsExactly(WayOut.RAISE, WayOut.CUT);
    }

    @Test
    void raisedAboveAPlanHoldsWhatHisSubscriptionsNeed() {
        var plan = allowance("disk_space", 40 * GB, "max_site", 10, "max_box", 30, "mbox_quota", GB);

        var raised = ResellerFromCustomer.byPlan(plan, false, EXAMPLE, Optional.of(WayOut.RAISE));

        var limits = raised.allowance().limits();
        assertThat(limits.get("disk_space")).isEqualTo(60 * GB);
        assertThat(limits.get("max_site")).isEqualTo(-1);
        assertThat(limits.get("max_box")).isEqualTo(30);
        assertThat(limits.get("mbox_quota")).isEqualTo(2 * GB);
        assertThat(raised.checks()).hasSize(4).allMatch(Check.Warning.class::isInstance);
        assertThat(raised.subscriptions()).isEqualTo(Holding.allowances(EXAMPLE));
    }

    @Test
    void subscriptionsAreCutToThePlanButNotBelowTheirUse() {
        var plan = allowance("disk_space", 40 * GB, "max_site", 10, "mbox_quota", GB);

        var cut = ResellerFromCustomer.byPlan(plan, false, EXAMPLE, Optional.of(WayOut.CUT));

        assertThat(cut.fits()).isTrue();
        assertThat(cut.allowance()).isEqualTo(plan);
        assertThat(cut.subscriptions())
                .extracting(it -> it.limits().get("disk_space"))
                .containsExactly(7 * GB, 33 * GB);
        assertThat(ResellerFromCustomer.byPlan(
                                allowance("disk_space", 20 * GB), false, EXAMPLE, Optional.of(WayOut.CUT))
                        .shortages())
                .containsExactly(shortage("disk_space", 34 * GB, 20 * GB));
    }

    @Test
    void whereUseAloneCountsCuttingIsNoWay() {
        var plan = allowance("disk_space", 30 * GB);

        assertThat(ResellerFromCustomer.byPlan(plan, true, EXAMPLE).ways()).containsExactly(WayOut.RAISE);
        assertThat(ResellerFromCustomer.byPlan(plan, true, EXAMPLE, Optional.of(WayOut.CUT))
                        .fits())
                .isFalse();
    }

    @Test
    void boundToAPlanWithOversellingCountsOnlyWhatIsUsed() {
        assertThat(ResellerFromCustomer.byPlan(allowance("disk_space", 40 * GB), true, EXAMPLE)
                        .fits())
                .isTrue();
        assertThat(ResellerFromCustomer.byPlan(allowance("disk_space", 30 * GB), true, EXAMPLE)
                        .shortages())
                .containsExactly(shortage("disk_space", 34 * GB, 30 * GB));
    }

    private static Shortage shortage(String key, long needed, long offered) {
        var limit = Catalogue.limit(key);
        return new Shortage(new Amount(limit, needed), new Amount(limit, offered));
    }
}
