package org.wirt.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What a user role grants, and what it never does.
class RightsTest {

    private static final List<String> OF_CUSTOMERS = List.of(
            "site.create",
            "mailbox.create",
            "forward.change",
            "ftp.create",
            "dns.create",
            "user.create",
            "account.contact");

    private static Rights rights(UserRole role) {
        return Rights.of(false, role, false);
    }

    private static Person user(Level level, UserRole role, OptionalLong subscription) {
        return new Person(
                9,
                7,
                5,
                level,
                false,
                role,
                "user",
                "User",
                subscription,
                true,
                0,
                true,
                Optional.empty(),
                "de",
                "system",
                "",
                "");
    }

    @Test
    void theOwnerAndTheAdminRoleMayEverything() {
        assertThat(Rights.of(true, UserRole.APPLICATION_USER, false)).isEqualTo(Rights.WHOLE);
        assertThat(rights(UserRole.ADMIN)).isEqualTo(Rights.WHOLE);
    }

    @Test
    void aWebmasterManagesWhatIsServedAndNobodysAccount() {
        assertThat(OF_CUSTOMERS.stream().filter(rights(UserRole.WEBMASTER)::mayUse))
                .containsExactly("site.create", "mailbox.create", "forward.change", "ftp.create");
    }

    @Test
    void anAccountantSeesFiguresAndChangesNothing() {
        assertThat(rights(UserRole.ACCOUNTANT).has(Right.FIGURES)).isTrue();
        assertThat(OF_CUSTOMERS).noneMatch(rights(UserRole.ACCOUNTANT)::mayUse);
    }

    @Test
    void anApplicationUserHasOnlyHisOwnLogin() {
        assertThat(OF_CUSTOMERS).noneMatch(rights(UserRole.APPLICATION_USER)::mayUse);
        assertThat(Right.values()).noneMatch(rights(UserRole.APPLICATION_USER)::has);
    }

    @Test
    void aVerbThatNoRightNamesIsRefusedToEveryRole() {
        assertThat(rights(UserRole.WEBMASTER).mayUse("database.create")).isFalse();
        assertThat(rights(UserRole.WEBMASTER).mayUse("customer.suspend")).isFalse();
    }

    @Test
    void whoIsLimitedToOneSubscriptionDecidesNothingAboutTheAccount() {
        var limited = Rights.of(false, UserRole.ADMIN, true);
        assertThat(limited.mayUse("site.create")).isTrue();
        assertThat(limited.mayUse("user.create")).isFalse();
        assertThat(limited.mayUse("account.contact")).isFalse();
    }

    @Test
    void aLesserUserOfAResellerNeverSeesTheCustomersBelow() {
        var scope =
                user(Level.RESELLER, UserRole.WEBMASTER, OptionalLong.empty()).scope();
        assertThat(scope).isEqualTo(Scope.customer(7, 5, OptionalLong.empty()).withHidden());
        assertThat(user(Level.RESELLER, UserRole.ADMIN, OptionalLong.empty()).scope())
                .isEqualTo(Scope.reseller(7));
        assertThat(user(Level.RESELLER, UserRole.ADMIN, OptionalLong.of(3)).scope())
                .isEqualTo(Scope.customer(7, 5, OptionalLong.of(3)).withHidden());
    }

    @Test
    void aLesserUserOfAResellerLogsInAsNobody() {
        var below = new People.AccountFacts(8, 7, 7, Level.CUSTOMER, 0, "Gasthof Adler", "");
        assertThat(Sessions.mayActFor(user(Level.RESELLER, UserRole.WEBMASTER, OptionalLong.empty()), below))
                .isFalse();
        assertThat(Sessions.mayActFor(user(Level.RESELLER, UserRole.ADMIN, OptionalLong.empty()), below))
                .isTrue();
    }
}
