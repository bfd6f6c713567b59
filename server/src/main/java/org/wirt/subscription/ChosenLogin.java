package org.wirt.subscription;

import java.util.ArrayList;
import java.util.Optional;
import org.wirt.operation.Secret;
import org.wirt.value.InvalidValue;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.Username;

/// The login of somebody new, as a form may choose it: a username of 3 to 60 characters, first a letter, and a
/// password.
///
/// @param repeat the password typed a second time, where a form asks for it
/// @param activateByEmail he sets his password himself, by the link in his letter
record ChosenLogin(
        String username, @Secret String password, @Secret Optional<String> repeat, boolean activateByEmail) {

    /// @throws Refused naming every field that is wrong
    ChosenLogin {
        var wrong = new ArrayList<Refusal>();
        Optional<Username> name = Optional.empty();
        try {
            name = Optional.of(Username.chosen(username));
        } catch (InvalidValue e) {
            wrong.add(e.in("username"));
        }
        if (!activateByEmail) {
            var typed = password;
            name.map(n -> PasswordStrength.USUAL.check(typed, n))
                    .orElseGet(() -> PasswordStrength.USUAL.check(typed))
                    .ifPresent(wrong::add);
            if (repeat.filter(r -> !r.equals(typed)).isPresent())
                wrong.add(Refusal.invalid("repeat", "passwords-differ"));
        }
        if (!wrong.isEmpty()) throw new Refused(wrong);
    }

    Username name() {
        return Username.chosen(username);
    }

    Optional<String> chosen() {
        return activateByEmail ? Optional.empty() : Optional.of(password);
    }

    @Override
    public String toString() {
        return "ChosenLogin[" + username + "]";
    }
}
