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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;
import org.wirt.plan.Limits;
import org.wirt.value.RoomWords;

class SubscriptionWordsTest {

    private final RoomWords words = new RoomWords("subscription", "plan");

    @Test
    void everyCheckIsASentenceInBothLanguages() {
        for (var language : RoomWords.languages()) {
            for (var check : everyCheck()) {
                assertThat(words.sentence(check.key(), check.gaps(), language)).endsWith(".");
            }
        }
    }

    @Test
    void noSentenceIsForgottenOrLeftOver() {
        var keys = everyCheck().stream().map(Check::key).collect(Collectors.toSet());

        for (var language : RoomWords.languages()) {
            assertThat(words.keys(language, "check.")).isSubsetOf(keys);
            assertThat(keys).containsAll(words.keys(language, "refusal.convert."));
            assertThat(keys).containsAll(words.keys(language, "refusal.move."));
            assertThat(keys).containsAll(words.keys(language, "refusal.reseller."));
        }
    }

    @Test
    void oneAndSeveralAreSaidDifferently() {
        assertThat(permissionsOff("manage_dns"))
                .isEqualTo("Diese Berechtigung hat der neue Verantwortliche nicht, sie wird abgeschaltet: "
                        + "Verwaltung der DNS-Zonen.");
        assertThat(permissionsOff("manage_dns", "manage_log"))
                .isEqualTo("Diese 2 Berechtigungen hat der neue Verantwortliche nicht, sie werden abgeschaltet: "
                        + "Verwaltung der DNS-Zonen, Protokollrotation.");
    }

    private String permissionsOff(String... permissions) {
        var warning = move(allowing(allowance("disk_space", GB), permissions), reseller(false))
                .warnings()
                .getFirst();
        return words.sentence(warning.key(), warning.gaps(), Locale.GERMAN);
    }

    private static MoveChecks move(Allowance allowance, ResellerRoom target) {
        var customer = new Mover(1, List.of(subscription("adler.example", allowance, 2 * GB)));
        return MoveChecks.of(customer, target, Optional.empty(), false);
    }

    private static List<Check> everyCheck() {
        var small = allowance("disk_space", GB);
        var checks = new ArrayList<Check>();
        checks.addAll(ResellerFromCustomer.custom(List.of()).checks());
        for (var way : WayOut.values()) {
            var big = new Mover(1, List.of(subscription("adler.example", allowance("disk_space", 30 * GB), GB)));
            checks.addAll(MoveChecks.of(big, reseller(false), Optional.empty(), false, Optional.of(way))
                    .checks());
        }
        checks.addAll(
                ResellerFromCustomer.custom(ResellerFromCustomerTest.EXAMPLE).checks());
        checks.addAll(ResellerFromCustomer.custom(List.of(subscription("x", allowance(), 0)))
                .checks());
        checks.addAll(ResellerFromCustomer.byPlan(allowance(), false, ResellerFromCustomerTest.EXAMPLE)
                .checks());
        checks.addAll(ResellerFromCustomer.byPlan(small, false, ResellerFromCustomerTest.EXAMPLE)
                .checks());
        checks.addAll(move(small, ResellerRoom.administrator()).checks());
        checks.addAll(move(small, suspended(reseller(true))).checks());
        checks.addAll(MoveChecks.of(MoveChecksTest.CUSTOMER, suspended(reseller(true)), Optional.empty(), true)
                .checks());
        checks.addAll(MoveChecks.of(MoveChecksTest.CUSTOMER, reseller(false), Optional.of(small), false)
                .checks());
        checks.addAll(move(allowance(), reseller(false)).checks());
        checks.addAll(move(allowance("disk_space", 90 * GB), reseller(false)).checks());
        checks.addAll(move(small, holding(reseller(true), limits("disk_space", GB, "max_cl", 1)))
                .checks());
        checks.addAll(move(allowing(small, "manage_dns"), reseller(false)).checks());
        checks.addAll(move(small.with(Apps.all()), allowing(reseller(false), apps("blog")))
                .checks());
        checks.addAll(move(small.with(Apps.all()), allowing(reseller(false), Apps.none()))
                .checks());
        reseller(false).refusalsOf(Limits.NONE).forEach(refusal -> checks.add(Check.blocked(refusal)));
        reseller(false).refusalsOf(Map.of("manage_dns", true)).forEach(it -> checks.add(Check.blocked(it)));
        reseller(false).refusalsOf(limits("disk_space", 90 * GB)).forEach(it -> checks.add(Check.blocked(it)));
        return checks;
    }
}
