package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.wirt.access.Caller;
import org.wirt.access.Door;
import org.wirt.access.Rights;
import org.wirt.access.Scope;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;
import org.wirt.value.Cause;
import org.wirt.value.Causes;
import org.wirt.value.Refusal;

/// What a customer may do in his subscription, and what his provider may.
class HostingRulesTest {

    private static final Caller CUSTOMER = caller(Scope.customer(7, 5, OptionalLong.empty()), "");
    private static final Caller RESELLER = caller(Scope.reseller(5), "");
    private static final Caller RESELLER_AS_CUSTOMER =
            caller(Scope.customer(7, 5, OptionalLong.empty()), "Gasthof Adler");

    private static Caller caller(Scope scope, String actingAs) {
        return new Caller(scope, 1, "somebody", actingAs, Rights.WHOLE, Door.PAGE, "", "1");
    }

    private static Space space(Causes own, boolean ended, Overuse overuse, long domains) {
        return new Space(
                3,
                "adler.example",
                7,
                5,
                1,
                "/nowhere",
                new Limits(Map.of("max_site", domains)),
                new Permissions(Map.of("create_domains", true)),
                overuse,
                own,
                Causes.NONE,
                Optional.empty(),
                ended,
                new Space.Used(2, 0, 0, 0, 0, 0, Optional.empty()));
    }

    private static Space active(long domains) {
        return space(Causes.NONE, false, Overuse.NOT_ALLOWED, domains);
    }

    @Test
    void aCustomerManagesWhatIsActiveAndPermitted() {
        assertThat(HostingRules.mayManage(active(5), CUSTOMER, "create_domains"))
                .isEmpty();
        assertThat(HostingRules.mayManage(active(5), CUSTOMER, "manage_mail"))
                .map(Refusal::code)
                .contains("permission-missing");
    }

    @Test
    void whatIsDarkIsManagedOnlyByTheProvider() {
        for (var dark : new Space[] {
            space(Causes.of(Cause.RESELLER), false, Overuse.ALLOWED, 5), space(Causes.NONE, true, Overuse.ALLOWED, 5)
        }) {
            assertThat(HostingRules.mayManage(dark, CUSTOMER, "create_domains"))
                    .map(Refusal::code)
                    .contains("subscription-dark");
            assertThat(HostingRules.mayManage(dark, RESELLER, "create_domains")).isEmpty();
            assertThat(HostingRules.mayManage(dark, RESELLER_AS_CUSTOMER, "manage_mail"))
                    .isEmpty();
        }
    }

    @Test
    void oneTooManyIsRefusedUnlessThePolicyAllowsIt() {
        assertThat(HostingRules.hasRoom(active(2), "max_site", 2))
                .map(Refusal::kind)
                .contains(Refusal.Kind.LIMIT);
        assertThat(HostingRules.hasRoom(active(3), "max_site", 2)).isEmpty();
        assertThat(HostingRules.hasRoom(active(-1), "max_site", 2)).isEmpty();
        assertThat(HostingRules.hasRoom(space(Causes.NONE, false, Overuse.ALLOWED, 2), "max_site", 2))
                .isEmpty();
    }

    @Test
    void serverPasswordsAreNoLongerThanServersRead() {
        assertThat(HostingRules.goodPassword("Winter.Amboss.74", "info")).isEmpty();
        assertThat(HostingRules.goodPassword("Ä".repeat(37) + "1b", "info"))
                .map(Refusal::code)
                .contains("password-too-long");
    }
}
