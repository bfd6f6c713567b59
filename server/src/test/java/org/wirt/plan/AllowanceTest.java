package org.wirt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final long GB = 1L << 30;
    private static final Instant JUNE = Instant.parse("2027-06-30T00:00:00Z");
    private static final Instant JULY = Instant.parse("2027-07-31T00:00:00Z");

    private final Allowance plain =
            new Allowance(Limits.NONE, Permissions.NONE, Apps.none(), Overuse.ALLOWED, Optional.of(JUNE));

    /// Domain 4.1.
    @Test
    void ofAPlanGrowsByItsAddOns() {
        var plan = plain.with(new Limits(Map.of("disk_space", 10 * GB, "max_site", 5L)))
                .with(Permissions.NONE.with("manage_sh_access", false));
        var storage = plain.with(Limits.NONE.with("disk_space", 20 * GB));
        var dev = plain.with(Limits.NONE.with("max_site", 5)).with(Permissions.NONE.with("manage_sh_access", true));

        var all = plan.plus(storage).plus(dev);

        assertThat(all.limits().values()).containsOnly(Map.entry("disk_space", 30 * GB), Map.entry("max_site", 10L));
        assertThat(all.permissions().allow("manage_sh_access")).isTrue();
    }

    @Test
    void ofAResellerLastsAsLongAsTheLongest() {
        var july = new Allowance(Limits.NONE, Permissions.NONE, Apps.none(), Overuse.ALLOWED, Optional.of(JULY));
        var never = new Allowance(Limits.NONE, Permissions.NONE, Apps.none(), Overuse.ALLOWED, Optional.empty());

        assertThat(Allowance.united(List.of(plain, july)).expiry()).contains(JULY);
        assertThat(Allowance.united(List.of(plain, never)).expiry()).isEmpty();
    }

    @Test
    void ofAResellerHasTheStrictestPolicy() {
        var strict = new Allowance(Limits.NONE, Permissions.NONE, Apps.none(), Overuse.NOT_ALLOWED, Optional.empty());

        assertThat(Allowance.united(List.of(plain, strict)).overuse()).isEqualTo(Overuse.NOT_ALLOWED);
        assertThat(Allowance.united(List.of(plain)).overuse()).isEqualTo(Overuse.ALLOWED);
    }

    @Test
    void ofAResellerHasEveryApp() {
        var shop = new Allowance(Limits.NONE, Permissions.NONE, named("shop"), Overuse.ALLOWED, Optional.empty());
        var blog = new Allowance(Limits.NONE, Permissions.NONE, named("blog"), Overuse.ALLOWED, Optional.empty());
        var all = new Allowance(Limits.NONE, Permissions.NONE, Apps.all(), Overuse.ALLOWED, Optional.empty());

        assertThat(Allowance.united(List.of(shop, blog)).apps()).isEqualTo(named("shop", "blog"));
        assertThat(Allowance.united(List.of(shop, all)).apps()).isEqualTo(Apps.all());
    }

    @Test
    void ofAResellerLetsHimCreateCustomersButNotOversell() {
        var reseller = Allowance.united(List.of(plain.with(Permissions.NONE.with("remote_api", true))));

        assertThat(reseller.permissions().values())
                .containsOnly(
                        Map.entry("panel_access", true),
                        Map.entry("create_clients", true),
                        Map.entry("create_subscriptions", true),
                        Map.entry("remote_api", false),
                        Map.entry("allow_oversell", false));
        assertThat(reseller.limits().get("max_cl")).isEqualTo(Limits.UNLIMITED);
    }

    @Test
    void ofAResellerHasNothingThatOnlySubscriptionsHold() {
        var reseller = Allowance.united(List.of(plain.with(new Limits(Map.of("cpu", 50L, "hard_quota", GB)))));

        assertThat(reseller.limits().values()).doesNotContainKeys("cpu", "hard_quota");
    }

    @Test
    void appsStandInTheirColumnByNameOrNotAtAll() {
        assertThat(Apps.of(null)).isEqualTo(Apps.all());
        assertThat(Apps.all().column()).isNull();
        assertThat(Apps.of(new String[] {"shop", "blog"}).column()).containsExactly("blog", "shop");
    }

    @Test
    void permissionsAboveForceOffBelow() {
        var mine = new Permissions(Map.of("manage_dns", true, "manage_log", true, "ext_permission_x", true));
        var above = Permissions.NONE.with("manage_log", true);

        assertThat(mine.within(above::allow).values())
                .containsOnly(
                        Map.entry("manage_dns", false),
                        Map.entry("manage_log", true),
                        Map.entry("ext_permission_x", false));
        assertThat(mine.beyond(above::allow)).hasToString("[manage_dns, ext_permission_x]");
        assertThat(Permissions.of(mine.json())).isEqualTo(mine);
    }

    private static Apps named(String... names) {
        return new Apps.Named(Set.of(names));
    }
}
