package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Verdict;
import org.wirt.plan.Amount;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.Username;

/// What all verbs inside a subscription ask first. Pure.
final class HostingRules {

    private HostingRules() {}

    /// A customer manages what is active and what his contract lets him manage; a provider everything, also while he
    /// has logged in as the customer.
    static Optional<Refusal> mayManage(Space space, Caller caller, String permission) {
        if (isProvider(caller)) return Optional.empty();
        if (!space.isActive()) return Optional.of(Refusal.state("subscription-dark"));
        if (space.permissions().allow(permission)) return Optional.empty();
        return Optional.of(Refusal.notPermitted("permission-missing", Catalogue.permission(permission)));
    }

    /// An additional FTP login. The main one, the system user, belongs to the subscription.
    static Optional<Refusal> mayManage(FtpLogin login, Caller caller) {
        return login.main()
                ? Optional.of(Refusal.state("system-user"))
                : mayManage(login.space(), caller, CreateFtpLogin.PERMISSION);
    }

    /// For what a customer may always do in a subscription that is active.
    static Optional<Refusal> isManageable(Space space, Caller caller) {
        return isProvider(caller) || space.isActive()
                ? Optional.empty()
                : Optional.of(Refusal.state("subscription-dark"));
    }

    /// Is there room for one more? One too many is refused to everybody, unless the policy says otherwise.
    static Optional<Refusal> hasRoom(Space space, String limit, long used) {
        long granted = space.limits().get(limit);
        if (granted == Limits.UNLIMITED || used < granted || !space.overuse().refusesOneTooMany()) {
            return Optional.empty();
        }
        var key = Catalogue.limit(limit);
        return Optional.of(Refusal.limit("limit-reached", key, new Amount(key, used), new Amount(key, granted)));
    }

    /// A new password of a server login.
    static Optional<Refusal> goodPassword(String password, String login) {
        return PasswordStrength.checkForServices(password)
                .or(() -> PasswordStrength.USUAL.check(password, new Username(login)));
    }

    /// The same while the login cannot be read.
    static Optional<Refusal> goodPassword(String password) {
        return PasswordStrength.checkForServices(password).or(() -> PasswordStrength.USUAL.check(password));
    }

    /// Who may not has no use for the rest; who may hears everything that stands against it.
    static Verdict all(Optional<Refusal> forbidden, List<Optional<Refusal>> others) {
        return forbidden
                .map(Verdict::refused)
                .orElseGet(() ->
                        Verdict.of(others.stream().flatMap(Optional::stream).toList()));
    }

    static Verdict first(List<Optional<Refusal>> refusals) {
        return refusals.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(Verdict::refused)
                .orElseGet(Verdict::allowed);
    }

    static boolean isProvider(Caller caller) {
        return caller.level() != Level.CUSTOMER || !caller.actingAs().isEmpty();
    }
}
