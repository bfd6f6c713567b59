package org.wirt.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.UsersOfOne;

/// Says beforehand which additional users lose the only subscription they have access to.
@Component
class LosingUsers {

    private static final int NAMED = 10;

    private final UsersOfOne users;
    private final ScopedTransaction transaction;

    LosingUsers(UsersOfOne users, ScopedTransaction transaction) {
        this.users = users;
        this.transaction = transaction;
    }

    /// @param deed to subscriptions
    /// @param sentence with a gap for their names
    List<String> warnings(Deed deed, String sentence) {
        var subscriptions =
                deed.preview().rows().stream().map(row -> row.target().id()).toList();
        var found = transaction.read(deed.visit().scope(), () -> users.active(subscriptions));
        if (found.isEmpty()) return List.of();
        var names = found.stream()
                .limit(NAMED)
                .map(user -> user.name() + " (" + user.username() + ")")
                .collect(Collectors.joining(", "));
        return List.of(deed.t().of(sentence, found.size() > NAMED ? names + " …" : names));
    }
}
