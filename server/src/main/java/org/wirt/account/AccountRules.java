package org.wirt.account;

import java.util.Optional;
import org.wirt.operation.Verdict;
import org.wirt.value.InvalidValue;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.Username;

/// What several verbs on accounts ask before they do anything.
final class AccountRules {

    private AccountRules() {}

    /// The form says which version it was filled from, so that nobody overwrites what a colleague saved meanwhile.
    static Optional<Refusal> changedSince(int version, Account account) {
        return version == account.changed() ? Optional.empty() : Optional.of(Refusal.state("changed-meanwhile"));
    }

    static Verdict verdict(Optional<Refusal> refusal) {
        return refusal.map(Verdict::refused).orElseGet(Verdict::allowed);
    }

    /// A username may stay what it is; a new one follows the rule of the forms.
    static Optional<Refusal> username(String typed, String before) {
        if (typed.strip().equals(before)) return Optional.empty();
        try {
            Username.chosen(typed);
            return Optional.empty();
        } catch (InvalidValue e) {
            return Optional.of(e.in("username"));
        }
    }

    static Optional<Refusal> password(String password, String repeat, String username) {
        if (!password.equals(repeat)) return Optional.of(Refusal.invalid("repeat", "passwords-differ"));
        return isUsername(username)
                ? PasswordStrength.USUAL.check(password, new Username(username))
                : PasswordStrength.USUAL.check(password);
    }

    private static boolean isUsername(String typed) {
        try {
            return !new Username(typed).text().isEmpty();
        } catch (InvalidValue _) {
            return false;
        }
    }
}
