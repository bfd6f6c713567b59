package org.wirt.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirt.access.UserRole;
import org.wirt.account.User;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.web.ui.Status;
import org.wirt.web.ui.UserRow;

/// Additional users as rows of a list.
final class UserViews {

    /// More than anybody has; a list of users needs no pages.
    static final int MOST = 250;

    private UserViews() {}

    static List<UserRow> rows(Texts t, List<User> users) {
        return users.stream().map(user -> row(t, user)).toList();
    }

    static String role(Texts t, UserRole role) {
        return t.of("user-role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Why no more can be created, for the place of the button; empty: one can.
    static String why(Texts t, Optional<Refusal> full) {
        return full.map(r -> Words.sentence(t, r)).orElse("");
    }

    private static UserRow row(Texts t, User user) {
        return new UserRow(
                String.valueOf(user.id()),
                user.name(),
                user.username(),
                user.email(),
                role(t, user.role()),
                user.subscriptionName()
                        .orElseGet(() -> t.of(
                                user.subscription().isPresent() ? "web.no-subscription" : "web.all-subscriptions")),
                user.lastSignIn().map(t::dateTime).orElseGet(() -> t.of("web.never-signed-in")),
                user.active(),
                Status.of(user.active() ? Status.Kind.ACTIVE : Status.Kind.DISABLED));
    }
}
